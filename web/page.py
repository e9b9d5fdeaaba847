"""The page: its head, and a tab for each view."""

import gradio as gr
from fastapi import FastAPI

from web.ask.chat import Chat
from web.ask.events import AT_ONCE, connect
from web.ask.parts import Parts
from web.engine import Engine
from web.library.view import frame
from web.static_files import STATIC, read_static
from web.texts import in_both, label, translations

STYLES = ("style.css", "chat.css", "panel.css", "table.css", "library.css", "authority.css", "cases.css", "widths.css")
SCRIPTS = ("head.js", "views.js")
QUEUED = 64


def mount_page(app: FastAPI, engine: Engine) -> FastAPI:
    """Mount the page at the root of an app."""
    page = build_page(engine)
    page.queue(max_size=QUEUED, default_concurrency_limit=AT_ONCE)
    return gr.mount_gradio_app(
        app, page, path="/", show_error=False, run_history=False, footer_links=[], enable_monitoring=False,
        i18n=translations(), theme=_theme(), css=read_static(*STYLES), head=f"<script>{read_static(*SCRIPTS)}</script>",
        favicon_path=str(STATIC / "favicon.svg"), max_file_size=1, ssr_mode=False, pwa=False, mcp_server=False,
    )  # fmt: skip


def _theme() -> gr.themes.Base:
    # names only: a font that the reader's machine lacks is not fetched
    fonts = ["Inter", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif"]
    return gr.themes.Base(
        primary_hue="slate", secondary_hue="slate", neutral_hue="slate", text_size="md", spacing_size="sm",
        radius_size="sm", font=fonts, font_mono=["ui-monospace", "monospace"],
    )  # fmt: skip


def build_page(engine: Engine) -> gr.Blocks:
    """Return the page."""
    settings = engine.settings
    with gr.Blocks(title="法眼 Fayan", analytics_enabled=False, fill_width=True, fill_height=True) as page:
        with gr.Row(elem_id="fy-head"):
            gr.HTML(_head_html(), elem_id="fy-brand", apply_default_css=False)
            new = gr.Button(label("page_new"), size="sm", elem_id="fy-new", scale=0, min_width=120)
        with gr.Tabs(elem_id="fy-tabs"):
            with gr.Tab(label("page_tab_ask"), id="ask", elem_id="fy-tab-ask"):
                connect(Parts(settings), new, Chat(engine))
            with gr.Tab(label("page_tab_library"), id="library", elem_id="fy-tab-library"):
                frame("fy-library", "library.js")
            with gr.Tab(label("page_tab_cases"), id="cases", elem_id="fy-tab-cases"):
                frame("fy-cases", "cases.js")
    return page


def _head_html() -> str:
    return f'<div class="fy-brand"><h1>法眼 <span>Fayan</span></h1><p>{in_both("page_tagline")}</p></div>'
