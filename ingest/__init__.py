"""Documents to passages to index."""
