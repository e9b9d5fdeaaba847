"""Training of adapters from pairs of questions and the passages that answer them."""
