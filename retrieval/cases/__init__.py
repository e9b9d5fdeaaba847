"""The decided cases and penalties as data, and questions that are answered from it."""
