"""What the amounts of a question reach among the thresholds: plain arithmetic, never a language model's."""
