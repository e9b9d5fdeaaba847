"""Who sits before the page."""

from dataclasses import dataclass

import gradio as gr

from web.identity import user_of
from web.texts import request_language


@dataclass(frozen=True)
class Reader:
    """Whose conversations are shown, and in which language.

    :param user: The name; empty where there is no login.
    """

    user: str
    language: str

    @classmethod
    def of(cls, request: gr.Request) -> "Reader":
        """Return who sent an event."""
        return cls(user_of(request) or "", request_language(request))
