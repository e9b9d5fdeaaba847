"""Who asks: whose conversations and documents are at hand."""

import gradio as gr
from starlette.requests import Request

USER = "fayan.user"  # the key in an ASGI scope, set by what guards the app
STRANGER = "fayan.stranger"  # set there for what is served before the login


def user_of(request: Request | gr.Request) -> str | None:
    """Return the name of whoever is logged in; None where there are no users, as by default."""
    inner = request.request if isinstance(request, gr.Request) else request
    return inner.scope.get(USER) if inner is not None else None


def is_stranger(request: Request) -> bool:
    """Return whether there are users, and this is none of them."""
    return bool(request.scope.get(STRANGER))
