"""The library's tab: an empty frame that its script fills."""

import json
from html import escape

import gradio as gr

from prompts import say
from web.static_files import read_static
from web.texts import LANGUAGES, in_both

_WORDS = ("offline", "again", "back")  # that the script says by itself


def frame(name: str, script: str) -> gr.HTML:
    """Return a view that a script of its own fills.

    :param name: The element's id, and the script's file without its ending.
    :param script: The file of the script.
    """
    words = {code: {key: say(code, f"library_{key}") for key in _WORDS} for code in LANGUAGES}
    data = escape(json.dumps(words, ensure_ascii=False), quote=True)
    waiting = f'<div class="fy-view" data-words="{data}"><p class="fy-wait" role="status">{in_both("library_loading")}</p></div>'
    return gr.HTML(waiting, elem_id=name, js_on_load=read_static("fragments.js", script), apply_default_css=False)
