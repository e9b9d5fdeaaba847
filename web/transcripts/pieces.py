"""An answer's text taken apart: its blocks, the quotations and labels in them, the numbers of its citations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from retrieval.quotations import MARK
from retrieval.result import Citation

_LIST = re.compile(r"(?!- ).+(?:\n- .+)+")
_TABLE = re.compile(r"\|.*\|\n\| ---(?: \| ---)* \|(?:\n\|.*\|)+")


@dataclass(frozen=True)
class Piece:
    """A stretch of a block.

    :param kind: `quote` and `label` are a citation's own words, in which no number counts.
    :param n: The citation that a `number` stands for.
    """

    text: str
    kind: Literal["plain", "quote", "label", "number"] = "plain"
    n: int = 0


def blocks_of(text: str) -> list[str]:
    """Return the paragraphs, lists and tables of an answer."""
    return [block.lstrip(" \t") for block in re.split(r"\n\n+", text) if block.strip()]


def table_of(block: str) -> list[list[str]] | None:
    """Return the rows of a table of amounts, the head first; None if the block is none."""
    if not _TABLE.fullmatch(block):
        return None
    head, _, *rows = ([cell.strip() for cell in line[1:-1].split(" | ")] for line in block.split("\n"))
    return [head, *rows]


def list_of(block: str, citations: Mapping[int, Citation]) -> list[str] | None:
    """Return a list's heading and then its items, without their dashes; None if the block is none.

    :param citations: By number; a quotation that has lines with dashes is no list of the answer's.
    """
    if not _LIST.fullmatch(block) or any(
        piece.kind == "quote" and "\n" in piece.text for piece in pieces_of(block, citations)
    ):
        return None
    return block.split("\n- ")


def pieces_of(block: str, citations: Mapping[int, Citation]) -> list[Piece]:
    """Return the stretches of a block, in their order and without gaps.

    :param citations: By number; a number that is not among them is plain text, as are all within a quotation.
    """
    own = [citations[n] for n in dict.fromkeys(int(m[1]) for m in MARK.finditer(block)) if n in citations]
    kept: list[tuple[int, int, Literal["quote", "label"]]] = []
    for citation in sorted(own, key=lambda c: -len(c.quote)):
        for words, kind in ((citation.quote, "quote"), (citation.label, "label")):
            at = block.find(words) if words else -1
            if at >= 0 and all(at >= end or at + len(words) <= start for start, end, _ in kept):
                kept.append((at, at + len(words), kind))
    pieces, done = [], 0
    for start, end, kind in sorted(kept):
        pieces += [*_numbered(block[done:start], citations), Piece(block[start:end], kind)]
        done = end
    return [*pieces, *_numbered(block[done:], citations)]


def _numbered(text: str, citations: Mapping[int, Citation]) -> Iterator[Piece]:
    done = 0
    for match in MARK.finditer(text):
        if (n := int(match[1])) in citations:
            if match.start() > done:
                yield Piece(text[done : match.start()])
            yield Piece(match[0], "number", n)
            done = match.end()
    if done < len(text):
        yield Piece(text[done:])
