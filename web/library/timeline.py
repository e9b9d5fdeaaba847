"""The versions of a text on a line of years, and the numbers that its articles have in another version."""

from dataclasses import dataclass
from datetime import date
from html import escape

from retrieval.address import article_numbers
from retrieval.authority import Authority, Status
from retrieval.versions import succession
from web.library.links import library_link
from web.library.markup import link, place_link, status_badge, text_of
from web.library.shelf import Entry, Shelf
from web.validity import dates_text

_NONE_SHOWN = 40  # articles without a counterpart that are named


@dataclass(frozen=True)
class Bar:
    """A version on the line.

    :param left: Where it begins, in per cent; None if its first day is not known.
    :param width: In per cent.
    """

    authority: Authority
    left: float | None = None
    width: float = 0.0


def bars(texts: list[Authority], today: date) -> tuple[list[Bar], int, int]:
    """Return the versions on a line from the first to the last year, and these years."""
    days = [day for text in texts for day in (text.effective, text.ended) if day] or [today]
    first, last = min(days).year, max(today, *days).year + 1
    begin, span = date(first, 1, 1), (date(last, 1, 1) - date(first, 1, 1)).days

    def place(day: date) -> float:
        return round(100 * (day - begin).days / span, 2)

    drawn = []
    for text in texts:
        if text.effective is None:
            drawn.append(Bar(text))
            continue
        end = text.ended or max(today, text.effective)
        drawn.append(Bar(text, place(text.effective), max(1.0, place(end) - place(text.effective))))
    return drawn, first, last


def versions_html(shelf: Shelf, entry: Entry, language: str) -> str:
    """Return the timeline, or nothing if there is one version only."""
    texts = succession(entry.authority, shelf.index.authorities)
    if len(texts) < 2:
        return ""
    today = shelf.today
    drawn, first, last = bars(texts, today)
    now = 100 * (today - date(first, 1, 1)).days / (date(last, 1, 1) - date(first, 1, 1)).days
    rows = "".join(_bar(bar, bar.authority.status_on(today), entry.authority, language, now) for bar in drawn)
    axis = f'<div class="fy-axis" aria-hidden="true"><span>{first}</span><span>{last}</span></div>'
    tables = "".join(
        _renumbered(shelf, entry, other.id, language)
        for other in shelf.index.versions.family(entry.authority.id)
        if other.id != entry.authority.id
    )
    head = text_of(language, "library_versions")
    return f'<section class="fy-versions"><h3>{head}</h3><ol class="fy-timeline">{rows}</ol>{axis}{tables}</section>'


def _bar(bar: Bar, status: Status, here: Authority, language: str, now: float) -> str:
    text = bar.authority
    title = text.titles.in_language(language)
    own = text.id == here.id
    name = f"<strong>{escape(title)}</strong>" if own else link(library_link(text.id), title)
    mark = f' <span class="fy-small">({text_of(language, "library_version_here")})</span>' if own else ""
    track = ""
    if bar.left is not None:
        span = f'<span class="fy-span fy-span-{status}" style="left:{bar.left}%;width:{bar.width}%"></span>'
        today = f'<span class="fy-now" style="left:{now:.2f}%" title="{text_of(language, "library_today")}"></span>'
        track = f'<div class="fy-track" aria-hidden="true">{span}{today}</div>'
    current = ' aria-current="true"' if own else ""
    return (
        f'<li{current}><div class="fy-version">{name}{mark} {status_badge(status, language)} '
        f'<span class="fy-day">{escape(dates_text(text.effective, text.ended, language, beside_status=True))}</span></div>{track}</li>'
    )


def _renumbered(shelf: Shelf, entry: Entry, other: str, language: str) -> str:
    index = shelf.index
    units = [(entry.authority.id, key) for key in entry.texts if article_numbers(key)]
    held = [unit for unit in index.units if unit[0] == other and article_numbers(unit[1])]
    if not units or not held:
        return ""
    pairs = [(unit, index.versions.counterpart_in(unit, other)) for unit in units]
    matched = [(unit, there) for unit, there in pairs if there]
    moved = [(unit, there) for unit, there in matched if unit[1] != there[1]]
    without = [place_link(index, unit, language, short=True) for unit, there in pairs if there is None]
    summary = text_of(
        language, "library_renumbered", title=index.authorities[other].short_title(language), total=len(units),
        matched=len(matched), moved=len(moved),
    )  # fmt: skip
    rest = f" … {len(without)}" if len(without) > _NONE_SHOWN else ""
    how = text_of(language, "library_renumbered_how", list="\0").replace(
        "\0", ", ".join(without[:_NONE_SHOWN]) + rest or "–"
    )
    rows = "".join(
        f"<tr><td>{place_link(index, unit, language, short=True)}</td><td>{place_link(index, there, language, short=True)}</td></tr>"
        for unit, there in moved
    )
    head = "".join(
        f'<th scope="col">{text_of(language, f"library_renumbered_{side}")}</th>' for side in ("here", "there")
    )
    table = f'<table class="fy-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    table = f'<div class="fy-wide" tabindex="0" role="region" aria-label="{summary}">{table}</div>' if rows else ""
    return f'<details class="fy-renumbered"><summary>{summary}</summary><p class="fy-small">{how}</p>{table}</details>'
