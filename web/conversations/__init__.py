"""Conversations: kept in SQLite by user, listed, searched, renamed, deleted, taken up again."""
