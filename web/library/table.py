"""The library's list: the filters, and the table of what they let through."""

import json
from html import escape

from prompts import say
from retrieval.address import Address
from retrieval.authority import Authority, Kind, Status
from web.library.charges import place_name
from web.library.find import Hit
from web.library.links import library_link
from web.library.markup import both, link, place_label, status_badge, text_of
from web.library.rows import COLUMNS, Filters, Found, Row
from web.library.shelf import Shelf
from web.library.sorting import cell, head_row

_HITS_SHOWN = 3
_AROUND = 28  # characters shown on either side of a hit, of Chinese; twice as many of English
_LEFT_OUT = frozenset({Status.AMENDED})  # a status of single articles only


def bar_html(language: str) -> str:
    """Return the form with the search and the filters."""
    kinds = "".join(
        f'<label class="fy-pick"><input type="checkbox" name="kinds" value="{kind}"><span>'
        f'{text_of(language, f"kind_{kind}")} <span class="fy-n" data-kind="{kind}"></span></span></label>'
        for kind in Kind
    )
    statuses = "".join(
        f'<option value="{status}">{text_of(language, f"status_{status}")}</option>'
        for status in Status
        if status not in _LEFT_OUT
    )
    columns = "".join(
        f'<option value="{column}">{text_of(language, f"library_column_{column}")}</option>' for column in COLUMNS
    )
    return f"""
<form class="fy-bar" role="search" aria-label="{text_of(language, "library_label")}" lang="{language}">
  <label class="fy-search"><span>{text_of(language, "library_search")}</span>
    <input type="search" name="query" maxlength="200" autocomplete="off" placeholder="{text_of(language, "library_search_hint")}"></label>
  <label><span>{text_of(language, "library_status")}</span>
    <select name="status"><option value="">{text_of(language, "library_any")}</option>{statuses}</select></label>
  <label><span>{text_of(language, "library_day")}</span><input type="date" name="day" min="1949-10-01" max="2100-12-31"></label>
  <label class="fy-sorting"><span>{text_of(language, "library_sort")}</span>
    <select name="sort"><option value="best">{text_of(language, "library_sort_best")}</option>{columns}</select></label>
  <label class="fy-sorting fy-tick"><input type="checkbox" name="descending" value="1"><span>{text_of(language, "library_descending")}</span></label>
  <button type="reset" class="fy-go">{text_of(language, "library_reset")}</button>
  <fieldset><legend>{text_of(language, "library_kinds")}</legend>{kinds}</fieldset>
</form>"""


def table_html(shelf: Shelf, found: Found, filters: Filters, language: str) -> str:
    """Return the count and the table."""
    names = [say(language, f"library_column_{column}") for column in COLUMNS]
    rows = "".join(_row(shelf, row, language, names) for row in found.rows)
    counts = escape(json.dumps({str(kind): found.by_kind[kind] for kind in Kind}))
    none = f'<p class="fy-none">{text_of(language, "library_none")}</p>' if not found.rows else ""
    table = "" if none else (
        f'<table class="fy-table fy-cards fy-lib-table" role="table"><caption class="fy-hidden">'
        f'{text_of(language, "library_caption")}</caption>'
        f'{head_row(COLUMNS, names, filters.sort, filters.descending, language)}<tbody role="rowgroup">{rows}</tbody></table>'
    )  # fmt: skip
    return (
        f'<div class="fy-rows" lang="{language}" data-counts="{counts}"><h2 class="fy-hidden">{text_of(language, "library_label")}</h2><p class="fy-count" role="status">'
        f"{_count(found, filters, language)}</p>{table}{none}</div>"
    )


def _count(found: Found, filters: Filters, language: str) -> str:
    parts = [say(language, "library_count", shown=len(found.rows), total=found.total)]
    if filters.day:
        unknown = sum(1 for row in found.rows if row.standing == "unknown")
        certain = len(found.rows) - unknown
        parts.append(say(language, "library_count_day", day=filters.day, certain=certain, unknown=unknown))
    return escape(" · ".join(parts))


def _row(shelf: Shelf, row: Row, language: str, names: list[str]) -> str:
    authority = row.entry.authority
    issuer = authority.issuer.in_language(language) if authority.issuer else ""
    cells = {
        "kind": text_of(language, f"kind_{authority.kind}"),
        "title": _title(authority, language) + _hits(shelf, row, language),
        "number": escape(authority.number or ""),
        "issuer": escape(issuer),
        "status": status_badge(row.entry.status, language) if authority.kind.is_law else "",
        "adopted": _day(authority.adopted),
        "effective": _day(authority.effective),
        "ended": _day(authority.ended),
        "coverage": _coverage(authority, language),
    }
    if row.standing == "unknown":
        cells["status"] += f' <span class="fy-small">{text_of(language, "library_standing_unknown")}</span>'
    drawn = "".join(cell(column, name, cells[column]) for column, name in zip(COLUMNS, names, strict=True))
    return f'<tr role="row">{drawn}</tr>'


def _title(authority: Authority, language: str) -> str:
    titles = both((authority.titles.zh, authority.titles.en), language)
    return f'<a class="fy-title" href="{escape(library_link(authority.id))}">{titles}</a>'


def _day(day: object) -> str:
    return f'<span class="fy-day">{day}</span>' if day else ""


def _coverage(authority: Authority, language: str) -> str:
    if authority.kind is Kind.DOCUMENT:
        return ""
    return f'<span class="fy-cov-{authority.coverage}">{text_of(language, f"coverage_{authority.coverage}")}</span>'


def _hits(shelf: Shelf, row: Row, language: str) -> str:
    hits = row.match.hits if row.match else []
    if not hits:
        return ""
    shown = "".join(f"<li>{_hit(shelf, hit, language)}</li>" for hit in hits[:_HITS_SHOWN])
    rest = len(hits) - _HITS_SHOWN
    more = f'<li class="fy-small">{text_of(language, "library_more_hits", count=rest)}</li>' if rest > 0 else ""
    return f'<ul class="fy-hits">{shown}{more}</ul>'


def _hit(shelf: Shelf, hit: Hit, language: str) -> str:
    passage = hit.passage
    label = place_label(shelf.index, passage.unit, language, short=True)
    address = library_link(passage.authority, passage.unit[1] or None)
    start = hit.start
    if hit.paragraph:
        label = place_name(Address(passage.authority, passage.article, hit.paragraph), language)
        address = library_link(passage.authority, passage.article, hit.paragraph)
        start = next((line.start for line in passage.lines if line.paragraph == hit.paragraph), 0)
    elif hit.end:
        address = library_link(passage.authority, passage=passage.id, start=hit.start, end=hit.end)
    around = _AROUND * (1 if passage.language == "zh" else 2)
    begin, end = (
        start if hit.paragraph else max(0, start - around),
        min(len(passage.text), max(hit.end, start) + around),
    )
    before, words, after = (
        escape(" ".join(part.split("\n"))) for part in
        (passage.text[begin:start], passage.text[start : hit.end], passage.text[max(hit.end, start) : end])
    )  # fmt: skip
    marked_words = f"<mark>{words}</mark>" if words else ""
    dots = ("…" if begin else "", "…" if end < len(passage.text) else "")
    return (
        f'{link(address, label)} <span lang="{passage.language}">{dots[0]}{before}{marked_words}{after}{dots[1]}</span>'
    )
