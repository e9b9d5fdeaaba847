"""The view in which questions are asked: the chat, and the panel of sources beside it."""
