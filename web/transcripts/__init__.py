"""Transcripts: what a conversation is, and where it is kept, in SQLite by user. The views stand above it."""
