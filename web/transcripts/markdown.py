"""An answer as Markdown that shows exactly its characters, with links on the numbers of its citations."""

import re
from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from prompts import say, sentences
from retrieval.language import detect_language
from retrieval.result import Answer, Citation, Source
from web.transcripts.pieces import Piece, blocks_of, list_of, pieces_of, table_of
from web.transcripts.sources import Changed, Reply

_SPECIAL = re.compile(r"([\\`*_~$#|<>!\[\]&@{}])")
_LINE_START = re.compile(r"^(\d*)([-+=]|(?<=\d)[.)])", re.MULTILINE)
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_BLANKS = re.compile(r"(?<=\n)[ \t]+")
_UNSHOWN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CHECKS = ("in_force", "verbatim", "supported")
_CLASSES = {"note": "fy-note", "warn_": "fy-warn"}


def escape_markdown(text: str) -> str:
    """Return Markdown that shows `text` and nothing else: no emphasis, link, list, table, HTML or picture."""
    return escape_piece(text.lstrip(" \t"))


def escape_piece(text: str) -> str:
    """Return Markdown for a piece of a text that need not stand at the beginning of a line."""
    text = _UNSHOWN.sub(" ", text.replace("\r\n", "\n"))
    text = _BLANKS.sub("", text)
    text = _SPECIAL.sub(r"\\\1", text)
    text = _LINE_START.sub(r"\1\\\2", text)  # lists: "- ", "1. ", "1) "
    return _ADDRESS.sub(r"\\\g<0>", text)


def to_markdown(text: str, message_id: str, citations: Mapping[int, Citation], language: str = "en") -> str:
    """Return an answer, or its beginning, as Markdown.

    :param message_id: The message that the numbers belong to: an older message's [1] opens its own source.
    :param citations: By number; a number that is not among them stays plain text, as do all within a quotation.
    :param language: The language of the answer.
    """
    return "\n\n".join(_in_class(_block(block, message_id, citations), block, language) for block in blocks_of(text))


def _block(block: str, message_id: str, citations: Mapping[int, Citation]) -> str:
    if rows := table_of(block):
        # a table of amounts stays a table; its cells are escaped like all else
        head, *others = ([_pieces(cell, message_id, citations) for cell in cells] for cells in rows)
        return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *others))
    if lines := list_of(block, citations):
        head, *items = (_pieces(line, message_id, citations) for line in lines)
        return "\n".join([head, "", *(f"- {item}" for item in items)])
    return _pieces(block, message_id, citations)


def _pieces(block: str, message_id: str, citations: Mapping[int, Citation]) -> str:
    return "".join(_piece(piece, message_id) for piece in pieces_of(block, citations))


def _piece(piece: Piece, message_id: str) -> str:
    if piece.kind == "number":
        return f"[\\[{piece.n}\\]](#cite-{message_id}-{piece.n})"
    if piece.kind == "plain":
        return escape_piece(piece.text)
    return f'<span class="fy-{piece.kind}" lang="{detect_language(piece.text)}">{escape_piece(piece.text)}</span>'


def _in_class(markdown: str, block: str, language: str) -> str:
    """Set notes and warnings apart: they are known by the words that their sentences begin with."""
    for key, sentence in sentences(language).items():
        name = next((name for prefix, name in _CLASSES.items() if key.startswith(prefix)), None)
        beginning = sentence.partition("{")[0]
        if name and beginning and block.startswith(beginning):
            return f'<div class="{name}">\n\n{markdown}\n\n</div>'
    return markdown


def message_markdown(reply: Reply, message_id: str, changed: Mapping[str, Changed] = MappingProxyType({})) -> str:
    """Return a whole message: the step line, the answer, below it the sources.

    :param changed: By `passage_id`, the sources that the corpus holds otherwise by now.
    """
    answer = reply.answer
    text = to_markdown(answer.answer, message_id, {c.n: c for c in answer.citations}, answer.language)
    if answer.declined:
        title = escape(say(answer.language, "declined_title"))
        text = f'<div class="fy-decline">\n<p class="fy-decline-title">{title}</p>\n\n{text}\n\n</div>'
    parts = (_step(reply), text, sources_html(answer, message_id, changed))
    content = "\n\n".join(part for part in parts if part)
    return f'<div class="fy-answer" lang="{answer.language}">\n\n{content}\n\n</div>'


def _step(reply: Reply) -> str:
    answer = reply.answer
    texts = len({citation.passage_id for citation in answer.citations if citation.passage_id})
    line = say(
        answer.language, "step" if answer.citations else "step_one", passages=f"{reply.searched:,}",
        cited=_counted("quotations", len(answer.citations), answer.language), texts=_counted("texts", texts, answer.language), ms=round(answer.timings_ms.get("total", 0)), date=answer.as_of,
    )  # fmt: skip
    understood = ""
    if reply.understood:
        words = escape(_one_line(say(answer.language, "step_understood", question=reply.understood)))
        understood = f'<span class="fy-understood">{words}</span><br>'
    return f'<div class="fy-step">{understood}{escape(line)}</div>'


def _counted(things: str, number: int, language: str) -> str:
    return say(language, f"{things}_{'one' if number == 1 else 'many'}", n=number)


def sources_html(answer: Answer, message_id: str, changed: Mapping[str, Changed] = MappingProxyType({})) -> str:
    """Return the list below an answer: what it cites, and apart from it what was found besides."""
    parts = []

    def row(source: Source, link: str, number: str) -> str:
        flags = changed_html(answer.language) if source.passage_id in changed else ""
        flags += failed_html(source, answer) if isinstance(source, Citation) else ""
        name = _inline(f"{number} {source.label}".strip())
        standing = f'<span class="fy-standing">{flags}{badge_html(source, answer.language)}</span>'
        return f'<li><a href="{link}">{name}</a> {standing}</li>'

    if answer.citations:
        title = escape(say(answer.language, "sources_cited"))
        rows = "".join(row(c, f"#cite-{message_id}-{c.n}", f"[{c.n}]") for c in answer.citations)
        parts.append(f'<div class="fy-sources"><p class="fy-sources-title">{title}</p><ul>{rows}</ul></div>')
    if answer.also_found:
        title = escape(say(answer.language, "sources_found"))
        rows = "".join(row(s, f"#found-{message_id}-{s.rank}", "") for s in answer.also_found)
        parts.append(
            f'<details class="fy-sources fy-found"><summary class="fy-sources-title">{title} ({len(answer.also_found)})'
            f"</summary><ul>{rows}</ul></details>"
        )
    return "".join(parts)


def failed_html(citation: Citation, answer: Answer) -> str:
    """Return a badge for each check that a held text fails: beside its status alone it would look as if it carried all."""
    if citation.passage_id is None:
        return ""  # its own badge says so
    failed = (name for name in _CHECKS if getattr(citation.checks, name) == "fail")
    return "".join(_failed_badge(name, answer) for name in failed)


def _failed_badge(check: str, answer: Answer) -> str:
    name, words = (say(answer.language, f"check_{check}{end}", date=answer.as_of) for end in ("", "_fail"))
    return f'<span class="fy-badge fy-failed" title="{escape(words)}">✗ {escape(name)}</span> '


def changed_html(language: str) -> str:
    """Return the badge of a source that the corpus holds otherwise by now than the answer."""
    return f'<span class="fy-badge fy-changed">{escape(say(language, "changed_badge"))}</span> '


def badge_html(source: Source, language: str) -> str:
    """Return a source's status in colour and words; its kind where there is no status to speak of."""
    if source.kind is not None and not source.kind.is_law:
        return f'<span class="fy-badge fy-kind">{escape(say(language, f"kind_{source.kind}"))}</span>'
    if source.passage_id is None:
        return f'<span class="fy-badge fy-missing">{escape(say(language, "check_exists_fail"))}</span>'
    return f'<span class="fy-badge fy-{source.status}">{escape(say(language, f"status_{source.status}"))}</span>'


def _inline(text: str) -> str:
    return escape(_one_line(text))


def _one_line(text: str) -> str:
    """Put a text on one line: a blank line would end the HTML block."""
    return " ".join(_UNSHOWN.sub(" ", text).split())
