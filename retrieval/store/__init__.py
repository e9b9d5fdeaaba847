"""Where passages, vectors and words are kept."""
