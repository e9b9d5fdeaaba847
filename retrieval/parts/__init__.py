"""The parts of a passage, and how well each answers a question."""
