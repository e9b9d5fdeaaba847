"""Amounts and counts of a question against the thresholds of the law: plain arithmetic, never a language model's."""
