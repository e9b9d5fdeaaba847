"""Gradio prints the errors of the page's events with their messages; a message may hold what was typed."""

import sys
import traceback

import gradio.queueing

from web.private import places


def quiet_gradio() -> None:
    """Have Gradio print where an error arose and of what kind it is, and nothing else.

    "Received inputs: [...]", for example, is printed when a page that was open during an upgrade asks a question. Gradio
    has no setting for it: what it calls is replaced.
    """
    traceback.print_exc = _print_places
    gradio.queueing.print = _print_nothing


def _print_places(*_: object, **__: object) -> None:
    sys.stderr.write(f"{places(sys.exc_info()[1])}\n")


def _print_nothing(*_: object, **__: object) -> None:
    """Print nothing: it is the message alone, and the page is told."""
