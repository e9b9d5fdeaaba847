"""The components of the view in which questions are asked."""

import gradio as gr

from retrieval.authority import Kind
from retrieval.settings import Settings
from web.ask.conversation import Conversation
from web.ask.examples import EXAMPLES
from web.ask.panel import empty_panel
from web.http.bodies import MAX_QUESTION
from web.static_files import read_static
from web.texts import LANGUAGES, in_both, label

KEPT_S = 4 * 3600  # how long a session's sources outlive its last question


class Parts:
    """The components that events connect; made inside the view's tab.

    :param settings: Whether a language model is configured, and where it is.
    """

    def __init__(self, settings: Settings) -> None:
        self.conversation = gr.State(Conversation(), time_to_live=KEPT_S)
        with gr.Row(elem_id="fy-main"):
            with gr.Column(elem_id="fy-left", min_width=300):
                self._chat_column(settings)
            with gr.Column(elem_id="fy-right", min_width=300):
                self.panel = gr.HTML(
                    f'<div class="in-en">{empty_panel("en")}</div><div class="in-zh">{empty_panel("zh")}</div>',
                    elem_id="fy-panel", js_on_load=read_static("panel.js"), apply_default_css=False,
                )  # fmt: skip

    def _chat_column(self, settings: Settings) -> None:
        self.chatbot = gr.Chatbot(
            elem_id="fy-chat", show_label=False, label=label("page_ask"), buttons=["copy"], latex_delimiters=[],
            layout="bubble", autoscroll=False, container=False, height=None, placeholder=_welcome_html(), feedback_options=None,
            examples=[{"text": text} for _, text in EXAMPLES],
        )  # fmt: skip
        self.box = gr.Textbox(
            elem_id="fy-box", show_label=False, label=label("page_ask"), submit_btn=True, autofocus=True,
            placeholder=label("page_placeholder"), max_length=MAX_QUESTION, lines=1, max_lines=8, container=False,
        )  # fmt: skip
        with gr.Accordion(label("page_controls"), open=False, elem_id="fy-controls"), gr.Row():
            self.as_of = gr.DateTime(
                None, include_time=False, type="string", label=label("page_as_of"), min_width=180,
            )  # fmt: skip
            self.kinds = gr.Dropdown(
                [(label(f"kind_{kind}"), str(kind)) for kind in Kind], value=[], multiselect=True,
                label=label("page_kinds"), min_width=220,
            )  # fmt: skip
            self.language = gr.Radio(
                [(label(f"page_language_{name}"), value) for name, value in
                 (("auto", ""), *((code, code) for code in reversed(LANGUAGES)))],
                value="", label=label("page_language"), min_width=220,
            )  # fmt: skip
            self.mode = gr.Radio(
                [(label(f"page_mode_{name}"), name) for name in ("generating", "quoting")], visible=bool(settings.chat_model),
                value="generating" if settings.chat_model else "quoting", label=label("page_mode"), min_width=220,
            )  # fmt: skip
            self.share_documents = gr.Checkbox(
                False, visible=bool(settings.chat_model), label=label("page_consent_label"), info=label("page_consent"),
                elem_id="fy-consent", min_width=220,
            )  # fmt: skip
        gr.HTML(_foot_html(settings), elem_id="fy-foot", apply_default_css=False)

    @property
    def inputs(self) -> list[gr.components.Component]:
        """What an answer depends on besides the question."""
        return [self.conversation, self.as_of, self.kinds, self.language, self.mode, self.share_documents]


def _foot_html(settings: Settings) -> str:
    parts = [in_both("page_disclaimer")]
    if settings.chat_model:  # said before anything is sent
        place = settings.chat_base_url or settings.chat_model.partition(":")[0]
        parts.append(in_both("page_sends", model=settings.chat_model, place=place) + in_both("page_withheld"))
    return "".join(f'<p class="fy-disclaimer">{part}</p>' for part in parts)


def _welcome_html() -> str:
    return f'<div class="fy-welcome">{in_both("page_welcome")}</div>'
