"""What the reader chooses besides the question: date, kinds, documents, language, mode; and the line that says so."""

import json
from html import escape
from typing import Any

import gradio as gr

from prompts import say
from retrieval.authority import Kind
from retrieval.settings import Settings
from web.ask.dates import normal_date
from web.static_files import read_static
from web.texts import LANGUAGES, in_both, label

GONE = "gone"  # stands for a chosen document that was removed: no document has this id, and nothing is found by it
# a click on any button inside is told to the server as one on the whole
CLICKED_JS = "element.addEventListener('click', (e) => e.target.closest('button') && trigger('click'))"
_PICTURE = '<svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.3" d="M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3.5M11 1.5v3.5"/></svg>'
_CALENDAR = (
    f'<button type="button" class="fy-calendar">{_PICTURE}<span class="fy-hidden">{in_both("page_calendar")}</span>'
    '</button><input type="date" tabindex="-1" aria-hidden="true">'
)
_SCOPES = ("all", "corpus", "documents")


class ControlParts:
    """The components below the question box; made inside the view's column.

    :param settings: Whether a language model is configured.
    """

    def __init__(self, settings: Settings) -> None:
        # the ids of documents; the component for them loses its value where it is not drawn yet, and Gradio's validators
        # see only the choices that it was made with
        self.picked = gr.State([])
        self.chosen = gr.HTML(elem_id="fy-chosen", js_on_load=CLICKED_JS, apply_default_css=False)
        with gr.Accordion(label("page_controls"), open=False, elem_id="fy-controls") as self.drawer:
            with gr.Row():
                with gr.Column(elem_id="fy-day", min_width=180):
                    # a text: Gradio's own field for dates keeps what it cannot read to itself
                    self.as_of = gr.Textbox(
                        "", elem_id="fy-as-of", label=label("page_as_of"), placeholder="2026-01-31", lines=1, max_lines=1,
                        max_length=40,
                    )  # fmt: skip
                    gr.HTML(
                        _CALENDAR, elem_id="fy-calendar", js_on_load=read_static("calendar.js"), apply_default_css=False
                    )
                self.kinds = gr.Dropdown(
                    [(label(f"kind_{kind}"), str(kind)) for kind in Kind if kind is not Kind.DOCUMENT], value=[],
                    multiselect=True, label=label("page_kinds"), min_width=220,
                )  # fmt: skip
            with gr.Row():
                self.scope = gr.Radio(
                    [(label(f"page_scope_{scope}"), scope) for scope in _SCOPES], value="all", label=label("page_scope"),
                    min_width=220,
                )  # fmt: skip
                self.documents = gr.Dropdown(
                    [], value=[], multiselect=True, label=label("page_documents"), min_width=220, visible=False
                )
            with gr.Row():
                self.language = gr.Radio(
                    [(label(f"page_language_{name}"), value) for name, value in
                     (("auto", ""), *((code, code) for code in reversed(LANGUAGES)))],
                    value="", label=label("page_language"), min_width=220,
                )  # fmt: skip
                self.mode = gr.Radio(
                    [(label(f"page_mode_{name}"), name) for name in modes_of(settings)], value=modes_of(settings)[0],
                    label=label("page_mode"), info=None if settings.chat_model else label("page_mode_only"), min_width=220,
                    interactive=bool(settings.chat_model),
                )  # fmt: skip
            self.share_documents = gr.Checkbox(
                False, visible=bool(settings.chat_model), label=label("page_consent_label"), info=label("page_consent"),
                elem_id="fy-consent", min_width=220,
            )  # fmt: skip

    @property
    def inputs(self) -> list[gr.components.Component]:
        """The components in the order in which `web.ask.events` takes their values."""
        return [self.as_of, self.kinds, self.language, self.mode, self.scope, self.picked, self.share_documents]

    @property
    def restricting(self) -> list[gr.components.Component]:
        """Those that restrict what is searched, in the order of `chosen_html`."""
        return [self.as_of, self.kinds, self.language, self.scope, self.picked]


def modes_of(settings: Settings) -> list[str]:
    """Return the ways of answering that there are, the default first."""
    return ["generating", "quoting"] if settings.chat_model else ["quoting"]


def chosen_html(
    as_of: str | None, kinds: list[str], wanted: str, scope: str, documents: list[str], language: str
) -> str:  # fmt: skip
    """Return the line that says what the answers are restricted to; empty if nothing is."""
    parts = []
    if day := normal_date(as_of):
        parts.append(say(language, "page_chosen_as_of", date=day))
    if scope != "documents":
        parts += [say(language, f"kind_{kind}") for kind in kinds or ()]
    if scope == "documents" and documents == [GONE]:
        parts.append(say(language, "page_chosen_gone"))
    elif scope == "documents" and documents:
        parts.append(say(language, "page_chosen_documents", n=len(documents)))
    elif scope != "all":
        parts.append(say(language, f"page_scope_{scope}"))
    if wanted:
        parts.append(say(language, f"page_chosen_language_{wanted}"))
    if not parts:
        return ""
    chips = "".join(f'<span class="fy-chip">{escape(part)}</span>' for part in parts)
    clear = f'<button type="button" class="fy-clear">{escape(say(language, "page_chosen_clear"))}</button>'
    picked = escape(json.dumps(documents if scope == "documents" else []), quote=True)
    return f'<p class="fy-chosen" data-documents="{picked}">{escape(say(language, "page_chosen"))} {chips} {clear}</p>'


def cleared() -> list[Any]:
    """Return what takes all restrictions off, in the order of `ControlParts.restricting`."""
    return ["", [], "", "all", []]
