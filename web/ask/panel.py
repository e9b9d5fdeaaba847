"""The passage panel as HTML: everything that comes from a text or a model is escaped."""

from collections.abc import Sequence
from datetime import date
from html import escape

from prompts import say
from retrieval.authority import Kind, severity_rank
from retrieval.result import Citation, Outcome, Source
from web.library.links import library_link
from web.library.markup import note_css
from web.transcripts.changes import changed_lines
from web.transcripts.markdown import badge_html
from web.transcripts.sources import Changed, ShownSource, Wording, citation_of
from web.validity import dates_text

_SIGNS = {"pass": "✓", "fail": "✗", "unknown": "?", None: "–"}


def empty_panel(language: str) -> str:
    """Return the panel before anything was opened."""
    title, text = escape(say(language, "panel_empty_title")), escape(say(language, "panel_empty"))
    return _frame(f'<div class="fy-empty"><p class="fy-empty-title">{title}</p><p>{text}</p></div>', language)


def gone_panel(language: str) -> str:
    """Return the panel for a source that the session does not hold any more."""
    return _frame(f'<div class="fy-empty"><p>{escape(say(language, "source_gone"))}</p></div>', language)


def panel_html(
    shown: ShownSource,
    language: str,
    as_of: date,
    links: Sequence[str] = (),
    here: str = "",
    changed: Changed | None = None,
) -> str:
    """Return the panel of a source.

    :param language: The language of the page.
    :param as_of: The date that the answer speaks of.
    :param links: The links of the message's citations in their order, for previous and next.
    :param here: This source's own link.
    :param changed: How the corpus holds it otherwise by now.
    """
    source = shown.source
    parts = [
        _position(links, here, language),
        f'<h2 class="fy-panel-label" tabindex="-1">{escape(source.label)}</h2>',
        _titles(source),
        f'<p class="fy-path">{" › ".join(escape(step) for step in shown.path)}</p>' if shown.path else "",
        f'<p class="fy-status">{badge_html(source, language)} {_kind(source, language)}{escape(_dates(source, language))}</p>',
        _changed(changed, language),
        _tools(shown, language),
        _checks(shown, language, as_of, changed),
        _texts(shown, language),
        _notes(source, language),
    ]
    return _frame("".join(parts), language)


def _frame(content: str, language: str) -> str:
    label = escape(say(language, "panel_label"), quote=True)
    return f'<section class="fy-panel" lang="{language}" tabindex="0" aria-label="{label}">{content}</section>'


def _position(links: Sequence[str], here: str, language: str) -> str:
    back = f'<button type="button" class="fy-go fy-back">{escape(say(language, "panel_back"))}</button>'
    if here not in links:
        found = escape(say(language, "panel_found"))
        return f'<nav class="fy-nav"><span>{found}</span><span>{back}</span></nav>' if here else ""
    at = links.index(here)
    text = escape(say(language, "panel_position", n=at + 1, total=len(links)))
    steps = [back]
    for name, target, key in (("previous", at - 1, "←"), ("next", at + 1, "→")):
        label = escape(say(language, f"panel_{name}"))
        place = f'data-cite="{escape(links[target])}"' if 0 <= target < len(links) else "disabled"
        steps.append(f'<button type="button" class="fy-go" data-step="{name}" title="{key}" {place}>{label}</button>')
    return f'<nav class="fy-nav"><span>{text}</span><span>{"".join(steps)}</span></nav>'


def _titles(source: Source) -> str:
    titles = {source.title.zh: "zh", source.title.en: "en"}
    lines = [
        f'<p lang="{code}">{escape(title)}</p>' for title, code in titles.items() if title not in ("", source.label)
    ]
    if source.number:
        lines.append(f'<p class="fy-number">{escape(source.number)}</p>')
    return f'<div class="fy-titles">{"".join(lines)}</div>' if lines else ""


def _kind(source: Source, language: str) -> str:
    """The kind, unless the badge says it already."""
    if source.kind is None or not source.kind.is_law:
        return ""
    return f'<span class="fy-kind-name">{escape(say(language, f"kind_{source.kind}"))}</span> '


def _dates(source: Source, language: str) -> str:
    if source.kind is None or not source.kind.is_law:
        return ""
    return dates_text(source.effective_from, source.effective_to, language)


def _checks(shown: ShownSource, language: str, as_of: date, changed: Changed | None) -> str:
    citation = citation_of(shown)
    if citation is None:
        return ""
    rows = []
    for name in ("exists", "in_force", "verbatim", "supported"):
        outcome: Outcome | None = getattr(citation.checks, name)
        words = say(language, f"check_{name}_{outcome or 'none'}", date=as_of)
        if name == "exists" and changed and "removed" in changed.what:
            words = say(language, "check_exists_removed")
        rows.append(
            f'<li class="fy-check fy-check-{outcome or "none"}"><span aria-hidden="true">{_SIGNS[outcome]}</span>'
            f"<b>{escape(say(language, f'check_{name}'))}</b> {escape(words)}</li>"
        )
    # what has changed since was not checked again
    then = f'<p class="fy-soft fy-checked-then">{escape(say(language, "panel_checked_then"))}</p>' if changed else ""
    return f'{then}<ul class="fy-checks" aria-label="{escape(say(language, "panel_checks"))}">{"".join(rows)}</ul>'


def _changed(changed: Changed | None, language: str) -> str:
    if changed is None:
        return ""
    words = "".join(f"<li>{escape(line)}</li>" for line in changed_lines(changed, language))
    title = escape(say(language, "changed_title"))
    return f'<div class="fy-warn fy-changed-since" role="note"><p>{title}</p><ul>{words}</ul></div>'


def _tools(shown: ShownSource, language: str) -> str:
    """What can be done with the source: its citation copied, its place in the library opened."""
    tools = []
    if shown.usual:
        for code, form in (("zh", shown.usual.zh), ("en", shown.usual.en)):
            name = escape(say(language, f"panel_copy_{code}"))
            tools.append(
                f'<button type="button" class="fy-go fy-copy" data-copy="{escape(form)}" '
                f'title="{escape(form)}">{name}</button>'
            )
    if shown.authority and shown.source.kind is not Kind.DOCUMENT:
        target = escape(_library(shown), quote=True)
        tools.append(f'<a class="fy-go fy-library" href="{target}">{escape(say(language, "panel_library"))}</a>')
    return f'<p class="fy-tools">{"".join(tools)}</p>' if tools else ""


def _library(shown: ShownSource) -> str:
    source, citation = shown.source, citation_of(shown)
    if citation and citation.start is not None:  # the quoted words are marked there too
        return library_link(shown.authority, passage=citation.passage_id, start=citation.start, end=citation.end)
    if source.article:
        return library_link(shown.authority, source.article, source.paragraph)
    return library_link(shown.authority, passage=source.passage_id)


def _texts(shown: ShownSource, language: str) -> str:
    """The passage and, where the panel is wide, the other language beside it."""
    source, citation = shown.source, citation_of(shown)
    if not source.text:
        return f'<p class="fy-missing-text">{escape(say(language, "panel_no_text"))}</p>'
    own = shown.wording.language if shown.wording else ""
    body, warning = _marked(citation, language) if citation else (escape(source.text), "")
    passage = f'<div>{_origin(shown.wording, language)}<div class="fy-passage" lang="{escape(own)}">{body}</div></div>'
    return f'{warning}<div class="fy-texts">{passage}{_other(shown.other, language)}</div>'


def _marked(citation: Citation, language: str) -> tuple[str, str]:
    """The text with the quoted words marked, and what to say if they are not there."""
    text, start, end = citation.text, citation.start, citation.end
    if start is None or end is None or text[start:end] != citation.quote or not citation.quote:
        return escape(text), f'<p class="fy-warn">{escape(say(language, "panel_no_quote"))}</p>'
    return f'{escape(text[:start])}<mark id="hit">{escape(text[start:end])}</mark>{escape(text[end:])}', ""


def _notes(source: Source, language: str) -> str:
    rows = [
        f'<li class="{note_css(note.get("severity"))}">{escape(str(note.get(language) or ""))}</li>'
        for note in sorted(source.notes, key=lambda note: severity_rank(note.get("severity")))
    ]
    if not rows:
        return ""
    return f'<h3>{escape(say(language, "panel_notes"))}</h3><ul class="fy-notes">{"".join(rows)}</ul>'


def _other(other: Wording | None, language: str) -> str:
    if other is None:
        return ""
    text = escape(other.text)
    if other.same:
        start, end = other.same
        same = f'<span class="fy-same">{escape(other.text[start:end])}</span>'
        text = f"{escape(other.text[:start])}{same}{escape(other.text[end:])}"
    body = f'<div class="fy-passage fy-other" lang="{escape(other.language)}">{text}</div>'
    return f"<div>{_origin(other, language)}{body}</div>"


def _origin(wording: Wording | None, language: str) -> str:
    if wording is None:
        return ""
    name = say(language, f"language_{wording.language}") if wording.language in ("zh", "en") else wording.language
    return f"<h3>{escape(name)} · {escape(say(language, f'origin_{wording.origin}'))}</h3>"
