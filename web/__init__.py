"""The web app: the chat page, the HTTP routes and what guards them."""
