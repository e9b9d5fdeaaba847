"""One article or section of the authority's page: its words in both languages, its notes, what it cites and what cites it."""

from dataclasses import dataclass
from datetime import date
from html import escape

from prompts import say
from retrieval.address import arabic_article
from retrieval.authority import Note, Status, severity_rank
from retrieval.language import other_language
from retrieval.passage import Line, Passage, Unit
from web.library.links import library_link
from web.library.markup import note_css, place_label, place_link, status_badge, text_of
from web.library.shelf import Entry, Shelf

_SHOWN = 6  # links in a line before the rest is folded away
HIT = "fy-lib-hit"


@dataclass(frozen=True)
class Target:
    """What a link points to on the page.

    :param unit: The article or section key; None for the whole text.
    :param passage: The passage whose words from `start` to `end` are marked.
    """

    unit: str | None = None
    paragraph: int | None = None
    passage: str | None = None
    start: int = 0
    end: int = 0


def anchor(key: str) -> str:
    """Return the id of an article's or section's element."""
    return "u-" + arabic_article(key)


def article_html(shelf: Shelf, entry: Entry, key: str, language: str, target: Target, level: int) -> str:
    """Return an article or section.

    :param language: The language of the page.
    :param level: Of its heading.
    """
    text = entry.texts[key]
    passages = next(iter(text.values()))
    first, order = passages[0], [name for name in (language, other_language(language)) if name in text]
    columns = "".join(_column(text[name], target if key == target.unit else Target()) for name in order)
    css = "fy-art fy-target" if key == target.unit and not target.paragraph and not target.passage else "fy-art"
    number = arabic_article(key) if first.article else ""
    parts = [
        _heading(shelf, entry, (entry.authority.id, key), language, level, first),
        f'<div class="fy-pair fy-pair-{len(order)}" style="--lines:{max(_line_count(text[name]) for name in order)}">{columns}</div>',
        notes_html(
            shelf,
            [n for n in entry.authority.notes if n.section and n.section == _note_key(text)],
            language,
            (entry.authority.id, key),
        ),
        _links(shelf, (entry.authority.id, key), language),
    ]
    return (
        f'<section class="{css}" id="{escape(anchor(key))}" data-number="{escape(number)}" data-key="{escape(key)}">'
        f"{''.join(parts)}</section>"
    )


def _line_count(passages: list[Passage]) -> int:
    return sum(len(passage.lines) for passage in passages)


def _note_key(text: dict[str, list[Passage]]) -> str | None:
    """Return what notes name the place by: the article, or the section's Chinese heading."""
    passages = text.get("zh") or next(iter(text.values()))
    return passages[0].article or passages[0].section


def _heading(shelf: Shelf, entry: Entry, unit: Unit, language: str, level: int, first: Passage) -> str:
    own = place_label(shelf.index, unit, language, short=True)
    other = (
        place_label(shelf.index, unit, other_language(language), short=True) if len(entry.texts[unit[1]]) > 1 else ""
    )
    title = escape(say(language, "library_permalink", place=own), quote=True)
    small = f' <span class="fy-other-name" lang="{other_language(language)}">{escape(other)}</span>' if other else ""
    return (
        f'<h{level} class="fy-art-head"><a href="{escape(library_link(*unit))}" title="{title}">{escape(own)}</a>{small}'
        f"{_standing(entry, first, language, shelf.today)}</h{level}>"
    )


def _standing(entry: Entry, passage: Passage, language: str, today: date) -> str:
    """What is different for this article: its status, or the dates of its wording."""
    authority, parts = entry.authority, []
    status = passage.status_on(today)
    if status is not entry.status and status is not Status.UNKNOWN:
        parts.append(status_badge(status, language))
    if passage.effective_to != authority.ended and passage.effective_to:
        parts.append(f'<span class="fy-small">{text_of(language, "library_until", end=passage.effective_to)}</span>')
    elif passage.effective_from != authority.effective and passage.effective_from:
        parts.append(f'<span class="fy-small">{text_of(language, "library_from", begin=passage.effective_from)}</span>')
    return " ".join(["", *parts])


def _column(passages: list[Passage], target: Target) -> str:
    own = [line.paragraph for passage in passages for line in passage.lines if line.paragraph]
    numbered = passages[0].article is not None and max(own, default=1) > 1
    lines, marked, before = [], False, None
    for passage in passages:
        for line in passage.lines:
            html, hit = _marked(passage, line, target, marked)
            marked = marked or hit
            lines.append(_line(html, line, target, numbered and line.paragraph != before))
            before = line.paragraph
    return f'<div class="fy-column" lang="{passages[0].language}">{"".join(lines)}</div>'


def _line(html: str, line: Line, target: Target, numbered: bool) -> str:
    css = " fy-item" if line.item else ""
    css += " fy-target" if line.paragraph and target.paragraph == line.paragraph and not target.passage else ""
    known = line.paragraph or ""
    number = f'<span class="fy-no" aria-hidden="true">{known}</span>' if numbered and known and not line.item else ""
    return f'<p class="fy-line{css}" data-paragraph="{known}">{number}{html}</p>'


def _marked(passage: Passage, line: Line, target: Target, marked: bool) -> tuple[str, bool]:
    """Return a line with the target's words marked, and whether there are any; only the first mark has the id."""
    text = passage.text[line.start : line.end]
    start, end = max(target.start, line.start), min(target.end, line.end)
    if passage.id != target.passage or start >= end:
        return escape(text), False
    before, words, after = (
        escape(passage.text[a:b]) for a, b in ((line.start, start), (start, end), (end, line.end))
    )  # fmt: skip
    name = "" if marked else f' id="{HIT}"'
    return f"{before}<mark{name}>{words}</mark>{after}", True


def notes_html(shelf: Shelf, notes: list[Note], language: str, here: Unit) -> str:
    """Return editor's notes, the important ones first.

    :param here: The place where they stand; a note that points to it needs no link.
    """
    rows = []
    for note in sorted(notes, key=lambda note: severity_rank(note.severity)):
        see = ""
        if note.authority and note.authority.id in shelf.index.authorities:
            unit = (note.authority.id, note.authority.article or "")
            there = library_link(note.authority.id, note.authority.article, note.authority.paragraph)
            sentence = say(language, "library_note_see", place=place_label(shelf.index, unit, language))
            see = f' <a href="{escape(there)}">{escape(sentence)}</a>' if unit != here else ""
        label = f"{say(language, 'library_note')} · {say(language, f'library_note_{note.severity}')}"
        rows.append(
            f'<li class="{note_css(note.severity)}"><span class="fy-note-label">{escape(label)}</span> '
            f"{escape(note.zh if language == 'zh' else note.en)}{see}</li>"
        )
    return f'<ul class="fy-notes">{"".join(rows)}</ul>' if rows else ""


def _links(shelf: Shelf, unit: Unit, language: str) -> str:
    index = shelf.index
    groups = [
        ("library_cites", index.citations.cited(unit)),
        ("library_cited_by", index.citations.citing(unit)),
        ("library_charged", [(authority.id, "") for authority in shelf.charged.get(unit, ())]),
        ("library_noted", shelf.noted.get(unit, [])),
    ]
    rows = "".join(_group(shelf, unit, name, units, language) for name, units in groups if units)
    return f'<div class="fy-graph">{rows}</div>' if rows else ""


def _group(shelf: Shelf, here: Unit, name: str, units: list[Unit], language: str) -> str:
    links = [place_link(shelf.index, unit, language, short=unit[0] == here[0]) for unit in units]
    joined = " · ".join(links[:_SHOWN])
    if len(links) > _SHOWN:
        more = text_of(language, "library_show_more", count=len(links) - _SHOWN)
        joined += f" <details><summary>{more}</summary> {' · '.join(links[_SHOWN:])}</details>"
    return f'<div class="fy-{name[8:].replace("_", "-")}"><span>{text_of(language, name)}</span> {joined}</div>'
