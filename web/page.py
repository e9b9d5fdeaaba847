"""The page: its head, and a tab for each view."""

from html import escape

import gradio as gr
from fastapi import FastAPI

from web.accounts.addresses import LOGOUT
from web.ask.chat import Chat
from web.ask.events import AT_ONCE, connect
from web.ask.parts import Parts
from web.engine import Engine
from web.identity import user_of
from web.quiet_gradio import quiet_gradio
from web.static_files import STATIC, read_static
from web.texts import in_both, label, translations

STYLES = ("style.css", "chat.css", "panel.css", "widths.css")
QUEUED = 64
# with the policy of the headers a form would come with the Origin "null", and be refused
_HEAD = f'<meta name="referrer" content="same-origin"><script>{read_static("head.js")}</script>'


def mount_page(app: FastAPI, engine: Engine) -> FastAPI:
    """Mount the page at the root of an app."""
    quiet_gradio()
    page = build_page(engine)
    page.queue(max_size=QUEUED, default_concurrency_limit=AT_ONCE)
    return gr.mount_gradio_app(
        app, page, path="/", show_error=False, run_history=False, footer_links=[], enable_monitoring=False,
        i18n=translations(), theme=_theme(), css=read_static(*STYLES), head=_HEAD,
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
            if settings.users_file:
                account = gr.HTML(elem_id="fy-account", apply_default_css=False)
                page.load(_account_html, None, [account], api_visibility="private", show_progress="hidden")
        with gr.Tabs(elem_id="fy-tabs"), gr.Tab(label("page_tab_ask"), id="ask"):
            connect(Parts(settings), new, Chat(engine))
    return page


def _head_html() -> str:
    return f'<div class="fy-brand"><h1>法眼 <span>Fayan</span></h1><p>{in_both("page_tagline")}</p></div>'


def _account_html(request: gr.Request) -> str:
    name = escape(user_of(request) or "")
    button = f'<button class="fy-log-out">{in_both("page_log_out")}</button>'
    return f'<form method="post" action="{LOGOUT}" class="fy-account"><span class="fy-user">{name}</span>{button}</form>'
