"""Small pieces of HTML that the library's and the cases' pages share; everything in them is escaped."""

from collections.abc import Iterable
from html import escape

from prompts import say
from retrieval.address import Address, article_numbers
from retrieval.authority import Authority, Severity, Status
from retrieval.index import Index
from retrieval.labels import pinpoint
from retrieval.language import other_language
from retrieval.passage import Unit
from web.library.links import library_link


def text_of(language: str, name: str, **values: object) -> str:
    """Return a sentence of the page, escaped."""
    return escape(say(language, name, **values))


def note_css(severity: object) -> str:
    """Return the class of an editor's note."""
    return {Severity.HIGH: "fy-note-high", Severity.MIDDLE: "fy-note-mid"}.get(severity, "fy-note-low")


def status_badge(status: Status, language: str) -> str:
    """Return a law's status in colour and words."""
    return f'<span class="fy-badge fy-{status}">{text_of(language, f"status_{status}")}</span>'


def kind_badge(authority: Authority, language: str) -> str:
    """Return the name of an authority's kind."""
    return f'<span class="fy-badge fy-kind">{text_of(language, f"kind_{authority.kind}")}</span>'


def link(address: str, text: str, css: str = "") -> str:
    """Return a link to a place on the page."""
    named = f' class="{css}"' if css else ""
    return f'<a{named} href="{escape(address)}">{escape(text)}</a>'


def place_label(index: Index, unit: Unit, language: str, short: bool = False) -> str:
    """Return what a place is called: Criminal Law art. 285.

    :param short: Without the authority's name.
    """
    authority, name = index.authorities[unit[0]], unit[1]
    if article_numbers(name):
        label = pinpoint(authority, Address(authority.id, name), language)
        return label if not short else pinpoint(_NAMELESS, Address("", name), language).replace("《》", "").strip()
    texts = index.units.get(unit, {})
    passages = texts.get(language) or next(iter(texts.values()), [])
    section = passages[0].section if passages else None
    if short:
        return section or authority.short_title(language)
    return pinpoint(authority, Address(authority.id), language, section)


_NAMELESS = Authority.model_validate({"id": "", "kind": "statute", "titles": {}})


def place_link(index: Index, unit: Unit, language: str, short: bool = False) -> str:
    """Return a link to a place that is called by its name."""
    return link(library_link(unit[0], unit[1] or None), place_label(index, unit, language, short))


def details_list(pairs: Iterable[tuple[str, str]]) -> str:
    """Return terms and what is said of them; those of which nothing is said are left out.

    :param pairs: Terms as text, and HTML.
    """
    rows = "".join(f"<div><dt>{escape(term)}</dt><dd>{html}</dd></div>" for term, html in pairs if html)
    return f'<dl class="fy-dl">{rows}</dl>' if rows else ""


def both(texts: tuple[str, str], language: str) -> str:
    """Return a text in the page's language, the other one small beside it.

    :param texts: Chinese and English.
    """
    own, other = texts if language == "zh" else texts[::-1]
    code = other_language(language)
    if not own or own == other:
        shown, code = own or other, language if own else code
        return f'<span lang="{code}">{escape(shown)}</span>' if shown else ""
    small = f' <span class="fy-other-name" lang="{code}">{escape(other)}</span>' if other else ""
    return f'<span lang="{language}">{escape(own)}</span>{small}'
