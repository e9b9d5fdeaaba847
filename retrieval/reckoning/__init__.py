"""What the amounts of a question reach among the thresholds that the index holds: plain arithmetic, never a language model's."""
