"""The library: every authority in a table, and a page for each."""
