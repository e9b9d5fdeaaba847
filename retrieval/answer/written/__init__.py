"""What a language model has written: read, held against the passages sentence by sentence, made plain."""
