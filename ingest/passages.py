"""Cut a source into passages."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ingest.blocks import Block
from ingest.corpus import Source
from retrieval.address import arabic_article
from retrieval.authority import Authority, Kind, Status
from retrieval.passage import Passage
from retrieval.store.stored_vectors import text_digest

CountTokens = Callable[[list[str]], list[int]]
Numbering = tuple[tuple[int, int | None, str | None], ...]  # as Passage.numbering
_SURE_TO_FIT = {"zh": 300, "en": 1000}  # characters; texts up to here need not be counted


def passage_id(authority: str, place: str, part: int, language: str) -> str:
    """Return an id made of address and language: `criminal-law:286-1:zh`, with the part where there are several."""
    return f"{authority}:{place}{f'.{part + 1}' if part else ''}:{language}"


def heading(authority: Authority, block: Block, language: str) -> str:
    """Return what is embedded in front of a text: title, path, number."""
    place = block.article or block.section or ""
    if language == "en" and block.article:
        place = f"Article {arabic_article(block.article)}"
    joined = "　".join if language == "zh" else ", ".join
    return joined(part for part in (authority.short_title(language), *block.path, place) if part)


def cut(source: Source, count_tokens: CountTokens, window: int) -> Iterator[Passage]:
    """Yield the passages of a source: an article or a section each, in parts where it exceeds the model's window.

    A part ends between two lines, never inside one; a line longer than the window stays whole. An article that occurs
    twice (a file that quotes two laws) goes on in further parts, so that no text is lost.
    """
    for language, blocks in source.blocks.items():
        position = 0
        used: dict[str | None, int] = {}
        for number, block in enumerate(blocks):
            begin = used.get(block.article, 0) if block.article else 0
            parts = _parts(source.authority, block, language, count_tokens, window)
            used[block.article] = begin + len(parts)
            for part, (text, offset, numbering) in enumerate(parts, begin):
                yield _passage(source, block, language, number, part, text, offset, numbering, position)
                position += 1


def _parts(
    authority: Authority, block: Block, language: str, count_tokens: CountTokens, window: int
) -> list[tuple[str, int, Numbering]]:
    """Divide a block into (text, offset in the block, numbering of its lines)."""
    if len(block.text) <= _SURE_TO_FIT.get(language, 300):
        return [(block.text, 0, ())]
    lines = block.text.split("\n")
    counts = count_tokens(lines)
    room = window - count_tokens([heading(authority, block, language)])[0] - 8
    whole = Passage("", "", authority.kind, language, block.text, block.article)
    parts, begin, used = [], 0, 0
    for i, count in enumerate(counts):
        if i > begin and used + count > room:
            parts.append((begin, i))
            begin, used = i, 0
        used += count
    if not parts:
        return [(block.text, 0, ())]
    parts.append((begin, len(lines)))
    return [
        (
            block.text[whole.lines[a].start : whole.lines[b - 1].end],
            whole.lines[a].start,
            tuple((line.number, line.paragraph, line.item) for line in whole.lines[a:b]),
        )
        for a, b in parts
    ]


def _passage(
    source: Source,
    block: Block,
    language: str,
    number: int,
    part: int,
    text: str,
    offset: int,
    numbering: Numbering,
    position: int,
) -> Passage:
    authority = source.authority
    key = None if block.article else f"s{number + 1}"
    place = arabic_article(block.article) if block.article else key or ""
    embedded = f"{heading(authority, block, language)}\n{text}"
    status, begin, end = _validity(authority, block.article)
    return Passage(
        id=passage_id(authority.id, place, part, language), authority=authority.id, kind=authority.kind,
        language=language, text=text, article=block.article, section=block.section, section_key=key, part=part,
        numbering=numbering, path=block.path, start=block.start + offset, position=position,
        official=language in source.official, status=status, effective_from=begin, effective_to=end,
        owner=source.owner, digest=text_digest(embedded), **_wording(authority, block.article),
    )  # fmt: skip


def _validity(authority: Authority, article: str | None) -> tuple[Status, date | None, date | None]:
    if authority.kind is Kind.DOCUMENT or not authority.kind.is_law:
        return Status.UNKNOWN, None, None
    own = authority.articles.get(article or "")
    if own is None:
        return authority.status, authority.effective, authority.ended
    return own.status or authority.status, own.effective or authority.effective, own.ended or authority.ended


def _wording(authority: Authority, article: str | None) -> dict[str, Any]:
    """What is known of an article's earlier wordings."""
    if not authority.kind.is_law:
        return {}
    own = authority.articles.get(article or "")
    if own is None:
        return {"revised": authority.revised}
    return {"reworded": own.reworded, "paragraph_dates": tuple(sorted(own.paragraphs.items()))}


def embedded_text(passage: Passage, authority: Authority) -> str:
    """Return the text whose vector stands for a passage; its digest is the passage's."""
    block = Block(passage.article, passage.section, passage.path, passage.text, 0)
    return f"{heading(authority, block, passage.language)}\n{passage.text}"
