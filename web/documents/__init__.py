"""The reader's own documents."""
