"""The amounts and counts that a question states, and the form in which meta.yaml gives the thresholds of the law."""
