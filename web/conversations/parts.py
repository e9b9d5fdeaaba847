"""The components of the conversations: the list with its search, and the head above the chat."""

from collections.abc import Callable

import gradio as gr

from web.conversations.list_html import head_html
from web.static_files import read_static
from web.texts import LANGUAGES, label


class TalkParts:
    """The components that events connect. The page makes them: each has its place in the chat's layout."""

    search: gr.Textbox
    list: gr.HTML
    head: gr.HTML

    def make_list(self) -> None:
        """Make the column at the left: a drawer where the screen is narrow."""
        with gr.Column(elem_id="fy-talks", min_width=0):
            self.search = gr.Textbox(
                elem_id="fy-talks-search", show_label=False, label=label("page_talks_search"), container=False,
                placeholder=label("page_talks_search"), lines=1, max_lines=1, max_length=200,
            )  # fmt: skip
            self.list = gr.HTML(
                elem_id="fy-talks-list",
                js_on_load=read_static("talks.js"), apply_default_css=False,
            )  # fmt: skip

    def make_head(self) -> None:
        """Make the head above the chat: the button of the list, the title, the exports."""
        self.head = gr.HTML(
            _in_both(lambda language: head_html(None, language)), elem_id="fy-talk-head",
            js_on_load=read_static("talk_head.js"), apply_default_css=False,
        )  # fmt: skip


def _in_both(html: Callable[[str], str]) -> str:
    """What stands there until the page's events know its language."""
    return "".join(f'<div class="in-{language}">{html(language)}</div>' for language in LANGUAGES)
