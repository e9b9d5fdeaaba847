"""The embedding model: where it comes from and how texts become vectors."""
