"""The amounts and counts that a question states, and the thresholds of the law in the form in which meta.yaml gives them."""
