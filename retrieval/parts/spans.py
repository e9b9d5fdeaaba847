"""The spans of a passage that a quotation can be: paragraphs with their items, single items, sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from retrieval.numbering import is_part
from retrieval.passage import Passage

LONG = {"zh": 260, "en": 800}  # characters; a longer paragraph is quoted by its sentences
_END = {"zh": re.compile(r"(?<=[。！？])"), "en": re.compile(r"(?<=[.!?;])\s+(?=[A-Z“(])")}


@dataclass(frozen=True)
class Span:
    """The range [start, end) of a passage's text, in code points."""

    start: int
    end: int
    paragraph: int | None
    item: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its own line, and the lines under it: items with their parts, and sentences by which an item goes on."""

    head: Span
    items: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """The paragraph with its items, in one piece."""
        return Span(self.head.start, self.items[-1].end if self.items else self.head.end, self.head.paragraph)


def paragraphs(passage: Passage) -> list[Paragraph]:
    """Return the paragraphs of a passage with their items."""
    result = []
    filled = (line for line in passage.lines if passage.text[line.start : line.end].strip())
    # of lines whose paragraph is not known each stands by itself
    for _, lines in groupby(filled, key=lambda line: (line.paragraph, 0 if line.paragraph else line.number)):
        spans: list[Span] = []
        for line in lines:
            if spans and line.item and spans[-1].item == line.item and is_part(passage.text[line.start : line.end]):
                spans[-1] = replace(spans[-1], end=line.end)
            else:
                spans.append(Span(line.start, line.end, line.paragraph, line.item))
        result.append(Paragraph(spans[0], tuple(spans[1:])))
    return result


def with_item(passage: Passage, paragraph: Paragraph, item: str | None) -> list[Span]:
    """Return a paragraph in one piece; of a long one its beginning and one of its items: what the item makes out stands there."""
    whole = paragraph.whole
    if whole.end - whole.start <= LONG[passage.language]:
        return [whole]
    return [paragraph.head, *(span for span in paragraph.items if span.item == item)]


def sentences(passage: Passage, span: Span) -> Iterator[Span]:
    """Yield the sentences of a span of one line."""
    text = passage.text[span.start : span.end]
    at = 0
    for end in [match.end() for match in _END[passage.language].finditer(text)] + [len(text)]:
        piece = text[at:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield Span(span.start + at + lead, span.start + at + len(piece.rstrip()), span.paragraph, span.item)
        at = end
