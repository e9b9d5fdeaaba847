"""The page: its head, and a tab for each view."""

import gradio as gr
from fastapi import FastAPI
from starlette.routing import Mount

from web.ask.after_reload import connect_kept
from web.ask.chat import Chat
from web.ask.controls import modes_of
from web.ask.events import AT_ONCE, PRIVATE, connect
from web.ask.parts import Parts
from web.ask.restrict import connect_controls
from web.conversations.events import connect_talks
from web.conversations.parts import TalkParts
from web.documents.view import documents_view
from web.engine import Engine
from web.export.links import export_html, links_html
from web.feedback.events import connect_feedback
from web.feedback.thumbs import thumbs_html
from web.head import account_html, head_html
from web.http.errors import add_page_errors
from web.library.view import frame
from web.quiet_gradio import quiet_gradio
from web.static_files import STATIC, read_static
from web.texts import label, translations
from web.transcripts.store import Conversations

STYLES = (
    "style.css", "head.css", "chat.css", "actions.css", "panel.css", "documents.css", "talks.css", "feedback.css", "table.css",
    "library.css", "authority.css", "cases.css", "widths.css", "print.css",
)  # fmt: skip
SCRIPTS = ("stream.js", "connection.js", "named.js", "copied.js", "reading.js", "views.js", "box.js", "kept.js")
QUEUED = 64
# with the policy of the headers a form would come with the Origin "null", and be refused
_HEAD = f'<meta name="referrer" content="same-origin"><script>{read_static(*SCRIPTS)}</script>'


def mount_page(app: FastAPI, engine: Engine) -> FastAPI:
    """Mount the page at the root of an app."""
    quiet_gradio()
    page = build_page(engine)
    page.queue(max_size=QUEUED, default_concurrency_limit=AT_ONCE)
    app = gr.mount_gradio_app(
        app, page, path="/", show_error=False, run_history=False, footer_links=[], enable_monitoring=False,
        i18n=translations(), theme=_theme(), css=read_static(*STYLES), head=_HEAD,
        favicon_path=str(STATIC / "favicon.svg"), max_file_size=1, ssr_mode=False, pwa=False, mcp_server=False,
    )  # fmt: skip
    for route in app.routes:
        if isinstance(route, Mount) and isinstance(route.app, FastAPI):
            add_page_errors(route.app)
    return app


def _theme() -> gr.themes.Base:
    # names only: a font that the reader's machine lacks is not fetched
    fonts = ["Inter", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif"]
    return gr.themes.Base(
        primary_hue="slate", secondary_hue="slate", neutral_hue="slate", text_size="md", spacing_size="sm",
        radius_size="sm", font=fonts, font_mono=["ui-monospace", "monospace"],
    )  # fmt: skip


def build_page(engine: Engine) -> gr.Blocks:
    """Return the page."""
    with gr.Blocks(title="法眼 Fayan", analytics_enabled=False, fill_width=True, fill_height=True) as page:
        with gr.Row(elem_id="fy-head"):
            gr.HTML(head_html(), elem_id="fy-brand", js_on_load=read_static("switches.js"), apply_default_css=False)
            new = gr.Button(label("page_new"), size="sm", elem_id="fy-new", scale=0, min_width=100)
            if engine.settings.users_file:
                account = gr.HTML(elem_id="fy-account", apply_default_css=False)
                page.load(account_html, None, [account], **PRIVATE)
        with gr.Tabs(elem_id="fy-tabs"):
            with gr.Tab(label("page_tab_ask"), id="ask", elem_id="fy-tab-ask") as ask:
                talks = TalkParts()
                parts = Parts(engine.settings, beside=talks.make_list, above=talks.make_head)
                chat = Chat(engine, Conversations(engine.settings), below=(export_html, thumbs_html))
                running = connect(parts, new, chat)
                judged = gr.HTML(elem_id="fy-judged", js_on_load=read_static("feedback.js"), apply_default_css=False)
                connect_talks(page, talks, links_html, parts, chat, running)
                connect_feedback(judged, parts, chat, engine)
                only = connect_controls(parts.controls, ask, engine)
                connect_kept(page, parts, modes_of(engine.settings))
            with gr.Tab(label("page_tab_library"), id="library", elem_id="fy-tab-library"):
                frame("fy-library", "library.js")
            with gr.Tab(label("page_tab_cases"), id="cases", elem_id="fy-tab-cases"):
                frame("fy-cases", "cases.js")
            with gr.Tab(label("page_tab_documents"), id="documents", elem_id="fy-tab-documents"):
                documents = documents_view()
        shown = [parts.controls.scope, parts.controls.documents, parts.controls.picked]
        # only then: what opens the view looks at what is chosen
        documents.select(only, None, shown, **PRIVATE).then(None, None, None, js="() => fayanAsk()", **PRIVATE)
    return page
