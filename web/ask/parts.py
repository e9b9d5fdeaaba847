"""The components of the view in which questions are asked."""

from collections.abc import Callable
from html import escape

import gradio as gr

from retrieval.settings import Settings
from web.ask.controls import CLICKED_JS, ControlParts
from web.ask.examples import EXAMPLES
from web.ask.panel import empty_panel
from web.static_files import read_static
from web.texts import in_both, label


class Parts:
    """The components that events connect; made inside the view's tab.

    :param settings: Whether a language model is configured, and where it is.
    :param beside: Makes the column at the left of the chat.
    :param above: Makes what stands above the chat.
    """

    def __init__(self, settings: Settings, beside: Callable[[], None], above: Callable[[], None]) -> None:
        # the browser says with each event where it is: thus a page goes on after the server was started again
        self.place = gr.Textbox("", visible="hidden", elem_id="fy-place", show_label=False, container=False)
        with gr.Row(elem_id="fy-main"):
            beside()
            with gr.Column(elem_id="fy-left", min_width=300):
                above()
                self._chat_column(settings)
            with gr.Column(elem_id="fy-right", min_width=300):
                self.panel = gr.HTML(
                    f'<div class="in-en">{empty_panel("en")}</div><div class="in-zh">{empty_panel("zh")}</div>',
                    elem_id="fy-panel", js_on_load=read_static("panel.js"), apply_default_css=False,
                )  # fmt: skip

    def _chat_column(self, settings: Settings) -> None:
        self.chatbot = gr.Chatbot(
            elem_id="fy-chat", show_label=False, label=label("page_ask"), buttons=[], latex_delimiters=[],
            layout="bubble", autoscroll=False, container=False, height=None, placeholder=_welcome_html(), feedback_options=None,
            examples=[{"text": text} for _, text in EXAMPLES],
        )  # fmt: skip
        self.editing = gr.HTML(
            _editing_html(), elem_id="fy-editing", visible=False, js_on_load=CLICKED_JS, apply_default_css=False
        )
        self.refused = gr.HTML(elem_id="fy-refused", apply_default_css=False)
        self.taken = gr.Textbox("", visible="hidden", elem_id="fy-taken", show_label=False, container=False)
        # of no length: what is too long is refused with all its words in the box, not cut unseen
        self.box = gr.Textbox(
            elem_id="fy-box", show_label=False, label=label("page_ask"), submit_btn=True, autofocus=True,
            placeholder=label("page_placeholder"), lines=1, max_lines=8, container=False,
        )  # fmt: skip
        self.controls = ControlParts(settings)
        gr.HTML(_foot_html(settings), elem_id="fy-foot", apply_default_css=False)

    @property
    def inputs(self) -> list[gr.components.Component]:
        """What an answer depends on besides the question."""
        return [self.place, *self.controls.inputs]


def _editing_html() -> str:
    cancel = f'<button type="button" class="fy-clear">{in_both("page_editing_cancel")}</button>'
    return f'<p class="fy-editing" role="status">{in_both("page_editing")} {cancel}</p>'


def refused_html(reason: str) -> str:
    """Return the line that says why a question is not taken."""
    return f'<p class="fy-refused" role="alert">{escape(reason)}</p>'


def _foot_html(settings: Settings) -> str:
    parts = [in_both("page_disclaimer")]
    if settings.chat_model:  # said before anything is sent
        place = settings.chat_base_url or settings.chat_model.partition(":")[0]
        sends = in_both("page_sends", model=settings.chat_model, place=place)
        parts.append(f"{sends} {in_both('page_withheld')}")
    return "".join(f'<p class="fy-disclaimer">{part}</p>' for part in parts)


def _welcome_html() -> str:
    return f'<div class="fy-welcome"><p class="fy-tagline">{in_both("page_tagline")}</p><p>{in_both("page_welcome")}</p></div>'
