"""Question to passages to answer; the ground floor that the other packages stand on."""
