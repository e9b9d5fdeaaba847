"""The page: the chat on the left, the passage panel on the right."""

from pathlib import Path

import gradio as gr
from fastapi import FastAPI

from retrieval.authority import Kind
from retrieval.settings import Settings
from web.bodies import MAX_QUESTION
from web.chat import Chat
from web.conversation import Conversation
from web.engine import Engine
from web.events import AT_ONCE, connect
from web.examples import EXAMPLES
from web.panel import empty_panel
from web.texts import LANGUAGES, in_both, label, translations

STATIC = Path(__file__).parent / "static"
STYLES = ("style.css", "chat.css", "panel.css", "widths.css")
QUEUED = 64
KEPT_S = 4 * 3600  # how long a session's sources outlive its last question


def mount_page(app: FastAPI, engine: Engine) -> FastAPI:
    """Mount the page at the root of an app."""
    page = build_page(Chat(engine), engine.settings)
    page.queue(max_size=QUEUED, default_concurrency_limit=AT_ONCE)
    return gr.mount_gradio_app(
        app, page, path="/", show_error=False, run_history=False, footer_links=[], enable_monitoring=False,
        i18n=translations(), theme=_theme(), css=_read(*STYLES), head=f"<script>{_read('head.js')}</script>",
        favicon_path=str(STATIC / "favicon.svg"), max_file_size=1, ssr_mode=False, pwa=False, mcp_server=False,
    )  # fmt: skip


def _read(*names: str) -> str:
    return "\n".join((STATIC / name).read_text(encoding="utf-8") for name in names)


def _theme() -> gr.themes.Base:
    # names only: a font that the reader's machine lacks is not fetched
    fonts = ["Inter", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif"]
    return gr.themes.Base(
        primary_hue="slate", secondary_hue="slate", neutral_hue="slate", text_size="md", spacing_size="sm",
        radius_size="sm", font=fonts, font_mono=["ui-monospace", "monospace"],
    )  # fmt: skip


class Parts:
    """The components that events connect.

    :param settings: Whether a language model is configured, and where it is.
    """

    def __init__(self, settings: Settings) -> None:
        self.conversation = gr.State(Conversation(), time_to_live=KEPT_S)
        with gr.Row(elem_id="fy-head"):
            gr.HTML(_head_html(), elem_id="fy-brand", apply_default_css=False)
            self.new = gr.Button(label("page_new"), size="sm", elem_id="fy-new", scale=0, min_width=120)
        with gr.Row(elem_id="fy-main"):
            with gr.Column(elem_id="fy-left", min_width=300):
                self._chat_column(settings)
            with gr.Column(elem_id="fy-right", min_width=300):
                self.panel = gr.HTML(
                    f'<div class="in-en">{empty_panel("en")}</div><div class="in-zh">{empty_panel("zh")}</div>',
                    elem_id="fy-panel", js_on_load=_read("panel.js"), apply_default_css=False,
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
        gr.HTML(_foot_html(settings), elem_id="fy-foot", apply_default_css=False)

    @property
    def inputs(self) -> list[gr.components.Component]:
        """What an answer depends on besides the question."""
        return [self.conversation, self.as_of, self.kinds, self.language, self.mode]


def _head_html() -> str:
    return f'<div class="fy-brand"><h1>法眼 <span>Fayan</span></h1><p>{in_both("page_tagline")}</p></div>'


def _foot_html(settings: Settings) -> str:
    parts = [in_both("page_disclaimer")]
    if settings.chat_model:  # said before anything is sent
        place = settings.chat_base_url or settings.chat_model.partition(":")[0]
        parts.append(in_both("page_sends", model=settings.chat_model, place=place))
    return "".join(f'<p class="fy-disclaimer">{part}</p>' for part in parts)


def _welcome_html() -> str:
    return f'<div class="fy-welcome">{in_both("page_welcome")}</div>'


def build_page(chat: Chat, settings: Settings) -> gr.Blocks:
    """Return the page."""
    with gr.Blocks(title="法眼 Fayan", analytics_enabled=False, fill_width=True, fill_height=True) as page:
        connect(Parts(settings), chat)
    return page
