"""The HTTP routes, what they take and refuse, and what guards the whole app."""
