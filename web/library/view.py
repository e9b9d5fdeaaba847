"""The library's tab: an empty frame that its script fills."""

import gradio as gr

from web.static_files import read_static
from web.texts import in_both


def frame(name: str, script: str) -> gr.HTML:
    """Return a view that a script of its own fills.

    :param name: The element's id, and the script's file without its ending.
    :param script: The file of the script.
    """
    waiting = f'<div class="fy-view"><p class="fy-wait" role="status">{in_both("library_loading")}</p></div>'
    return gr.HTML(waiting, elem_id=name, js_on_load=read_static("fragments.js", script), apply_default_css=False)
