"""The view of the reader's own documents: its script lists, adds and removes them over /api/documents."""

import json
from html import escape

import gradio as gr

from ingest.readers import MAX_BYTES, MAX_MB, READABLE
from prompts import sentences
from retrieval.dates.clock import CHINA
from web.static_files import read_static
from web.texts import LANGUAGES, in_both

_PREFIX = "documents_"


def documents_view() -> gr.HTML:
    """Make the view's component inside its tab; it fires `select` with a document's id when that is to be asked about."""
    return gr.HTML(_html(), elem_id="fy-documents", js_on_load=read_static("documents.js"), apply_default_css=False)


def _html() -> str:
    words = {
        language: {
            name.removeprefix(_PREFIX): text for name, text in sentences(language).items() if name.startswith(_PREFIX)
        }
        for language in LANGUAGES
    }
    data = escape(
        json.dumps({"words": words, "max_bytes": MAX_BYTES, "max_mb": MAX_MB, "zone": CHINA.key}, ensure_ascii=False),
        quote=True,
    )
    columns = "".join(
        f'<th scope="col">{in_both(f"documents_col_{name}")}</th>'
        for name in ("title", "passages", "added", "status", "actions")
    )
    return f"""<div class="fy-documents" data-page="{data}">
<h2>{in_both("documents_title")}</h2><p class="fy-soft">{in_both("documents_intro")}</p>
<div class="fy-drop"><p>{in_both("documents_drop")} <label class="fy-choose">{in_both("documents_choose")}
<input type="file" multiple accept="{escape(",".join(READABLE))}"></label></p><p class="fy-soft">{in_both("documents_accepted", limit=MAX_MB)}</p></div>
<section class="fy-uploads" hidden><h3>{in_both("documents_uploads")}</h3><ul></ul>
<button type="button" class="fy-go fy-clear-uploads">{in_both("documents_clear")}</button></section>
<p class="fy-documents-state" role="status" aria-live="polite"></p>
<table hidden><caption class="fy-hidden">{in_both("documents_list")}</caption><thead><tr>{columns}</tr></thead><tbody></tbody></table>
<dialog class="fy-dialog" aria-labelledby="fy-dialog-title"><h3 id="fy-dialog-title"></h3>
<p>{in_both("documents_confirm_text")}</p><form method="dialog"><button value="keep" class="fy-go">{in_both("documents_cancel")}</button>
<button value="remove" class="fy-go fy-danger">{in_both("documents_remove")}</button></form></dialog></div>"""
