"""The list of conversations beside the chat: searched, opened, renamed, deleted; and the head above the chat."""
