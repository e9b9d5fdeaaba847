"""The page of an authority."""

from html import escape

from retrieval.address import arabic_article, article_numbers
from retrieval.authority import Authority, Kind
from retrieval.language import other_language
from web.library.article import Target, article_html, notes_html
from web.library.contents import Part, arrange, contents_html
from web.library.facts import case_html, particulars_html, thresholds_html
from web.library.markup import both, kind_badge, status_badge, text_of
from web.library.shelf import Entry, Shelf
from web.library.timeline import versions_html
from web.validity import dates_text

_FIRST_LEVEL = 4  # of the headings within the text
_LAST_LEVEL = 6


def aim(shelf: Shelf, entry: Entry, target: Target) -> Target:
    """Return the target with the article that its passage belongs to, and nothing that the text does not have."""
    passage = shelf.index.passages.get(target.passage or "")
    if passage and passage.authority == entry.authority.id:
        sound = 0 <= target.start < target.end <= len(passage.text)
        return Target(passage.unit[1], target.paragraph, passage.id if sound else None, target.start, target.end)
    return Target(target.unit if target.unit in entry.texts else None, target.paragraph)


def authority_html(shelf: Shelf, entry: Entry, language: str, target: Target) -> str:
    """Return the page of an authority.

    :param target: What is to be marked; see `aim`.
    """
    authority, root = entry.authority, arrange(entry)
    whole = [note for note in authority.notes if note.section is None]
    notes = f"<section><h3>{text_of(language, 'library_notes_whole')}</h3>{notes_html(shelf, whole, language, (authority.id, ''))}</section>"
    facts = f"<section><h3>{text_of(language, 'library_facts')}</h3>{particulars_html(entry, language)}</section>"
    parts = [
        case_html(shelf, authority, language),
        facts,
        versions_html(shelf, entry, language),
        notes if whole else "",
        thresholds_html(shelf, authority, language),
        _text(shelf, entry, root, language, target),
    ]
    return (
        f'<article class="fy-authority" lang="{language}" data-target="{escape(target.unit or "")}">'
        f'<div class="fy-side">{_goto(entry, language)}{contents_html(shelf, entry, root, language)}</div>'
        f'<div class="fy-sheet">{_head(entry, language)}{"".join(parts)}</div></article>'
    )


def _goto(entry: Entry, language: str) -> str:
    back = f'<a class="fy-go fy-to-list" href="/?view=library">‹ {text_of(language, "library_back")}</a>'
    articles = [key for key in entry.texts if article_numbers(key)]
    if not articles:
        return back
    hint = text_of(language, "library_goto_hint", last=arabic_article(articles[-1]))
    return (
        f'{back}<form class="fy-goto"><label><span>{text_of(language, "library_goto")}</span>'
        f'<input name="place" autocomplete="off" placeholder="{hint}"></label>'
        f'<p role="alert" hidden>{text_of(language, "library_goto_none")}</p></form>'
    )


def _head(entry: Entry, language: str) -> str:
    authority = entry.authority
    other = other_language(language)
    own_title, other_title = authority.titles.in_language(language), getattr(authority.titles, other)
    second = (
        f'<p class="fy-second" lang="{other}">{escape(other_title)}</p>' if other_title not in ("", own_title) else ""
    )
    badges = kind_badge(authority, language)
    if authority.kind.is_law:
        badges += f' {status_badge(entry.status, language)} <span class="fy-day">{escape(dates_text(authority.effective, authority.ended, language, beside_status=True))}</span>'
    number = f'<span class="fy-number">{escape(authority.number)}</span> ' if authority.number else ""
    return (
        f'<header><h2 tabindex="-1">{escape(own_title)}</h2>{second}<p class="fy-badges">{badges} {number}</p>'
        f"{_coverage(authority, language)}</header>"
    )


def _coverage(authority: Authority, language: str) -> str:
    name = authority.coverage
    if authority.kind is Kind.DOCUMENT:
        name = "document"
    elif not authority.kind.is_law:
        name = "brief"
    css = "fy-small" if name in ("whole", "document") else "fy-warn"
    return f'<p class="{css}">{text_of(language, f"coverage_{name}_long")}</p>'


def _text(shelf: Shelf, entry: Entry, root: Part, language: str, target: Target) -> str:
    labels = {}
    for name in entry.languages:
        first = next(text[name][0] for text in entry.texts.values() if name in text)
        origin = entry.authority.origin(first.official)
        labels[name] = f"{text_of(language, f'language_{name}')} · {text_of(language, f'origin_{origin}')}"
    order = [name for name in (language, other_language(language)) if name in labels]
    columns = "".join(f"<span>{labels[name]}</span>" for name in order)
    missing = "" if "en" in labels else f'<p class="fy-small">{text_of(language, "library_no_english")}</p>'
    body = _part(shelf, entry, root, language, target, _FIRST_LEVEL)
    return (
        f'<section class="fy-text"><h3>{text_of(language, "library_text")}</h3>{missing}'
        f'<p class="fy-columns fy-pair-{len(order)}">{columns}</p>{body}</section>'
    )


def _part(shelf: Shelf, entry: Entry, part: Part, language: str, target: Target, level: int) -> str:
    html = ""
    if part.heading:
        names = (part.names.get("zh", ""), part.names.get("en", ""))
        html = f'<h{level} class="fy-part">{both(names, language)}</h{level}>'
        level = min(level + 1, _LAST_LEVEL)
    html += "".join(article_html(shelf, entry, key, language, target, level) for key in part.keys)
    return html + "".join(_part(shelf, entry, inner, language, target, level) for inner in part.parts)
