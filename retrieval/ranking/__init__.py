"""The legs of the search, and the one order that is made of what they find."""
