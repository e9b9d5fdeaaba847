"""Which date a question asks about: dates spelt out, and those told from today."""
