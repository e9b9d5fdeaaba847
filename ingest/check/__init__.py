"""Find what is wrong with a corpus: all faults at once, each with its file and line."""
