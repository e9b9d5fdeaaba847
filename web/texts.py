"""The page's language, and its sentences in it."""

from html import escape

import gradio as gr
from gradio.i18n import I18nData
from starlette.requests import HTTPConnection

from prompts import say, sentences
from retrieval.language import LANGUAGES as HELD

LANGUAGES = HELD[::-1]  # the page is English unless Chinese is asked for
LANGUAGE_COOKIE = "fayan_language"  # holds `en` or `zh` and nothing else; set by switches.js when the reader switches
_PAGE_KEYS = ("page_", "kind_", "refused_", "panel_label")


def page_language(accept_language: str | None, chosen: str | None = None) -> str:
    """Return the language of the page: the chosen one; else Chinese if the browser asks for it first, else English."""
    if chosen in LANGUAGES:
        return chosen
    first = (accept_language or "").split(",")[0].strip().lower()
    return "zh" if first.startswith("zh") else "en"


def request_language(request: gr.Request | HTTPConnection) -> str:
    """Return the page's language for an event, or for a request that the page made."""
    return page_language(request.headers.get("accept-language"), request.cookies.get(LANGUAGE_COOKIE))


def translations() -> gr.I18n:
    """Return the labels that Gradio itself shows, by the browser's language."""
    own = {language: _labels(language) for language in LANGUAGES}
    return gr.I18n(**{"en": own["en"], "zh": own["zh"], "zh-CN": own["zh"], "zh-TW": own["zh"], "zh-HK": own["zh"]})


def label(key: str) -> I18nData:
    """Return a label in the browser's language; one of `translations`."""
    return I18nData(key)


def _labels(language: str) -> dict[str, str]:
    return {key: text for key, text in sentences(language).items() if key.startswith(_PAGE_KEYS)}


def in_both(key: str, **values: object) -> str:
    """Return a sentence in both languages as HTML; the style sheet shows the page's."""
    return "".join(
        f'<span class="in-{language}" lang="{language}">{escape(say(language, key, **values))}</span>'
        for language in LANGUAGES
    )
