"""The cases and penalties: a table, plots, a file to take away."""
