"""Where the sentences of a written answer begin and end; a row of a table is one, and so is an item of a list."""

import re
from collections.abc import Iterator

from retrieval.quotations import Quotation

_CLOSED = "[”\"’)」』＂'»›]?"
_SENTENCE = re.compile(
    rf"[^。！？\n]*?(?:[。！？]|[.!?](?={_CLOSED}(?:\s*\[\d+\])*(?:\s+[A-Z“\"‘'(\[]|\s*$))){_CLOSED}(?:\s*\[\d+\])*|[^\n]+?$",
    re.MULTILINE,
)
_ROW = re.compile(r"^\|(?P<cells>.*?)[ \t]*\|[ \t]*$", re.MULTILINE)
_SEPARATOR = re.compile(r"[\s|:-]+")
_INSIDE = "\ue001"  # stands for a sign within a quotation: it ends no sentence


def sentence_spans(text: str, quoted: list[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text begin and end; markers behind a full stop belong to it.

    The rule below a table's head is none. A row ends before its last bar: what is put behind the sentence stays in the table.

    :param quoted: What is quoted in it. A full stop in a quotation ends a sentence only where the quotation ends.
    """
    masked = text
    for one in quoted:
        inside = range(one.start + 1, max(one.start + 1, one.start + len(one.words)))  # all but its last sign
        masked = masked[: inside.start] + _INSIDE * len(inside) + masked[inside.stop :]
    done = 0
    for row in _ROW.finditer(masked):
        yield from _in_prose(masked, done, row.start())
        if not _SEPARATOR.fullmatch(row["cells"]):
            yield row.start("cells"), row.end("cells")
        done = row.end()
    yield from _in_prose(masked, done, len(masked))


def _in_prose(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(masked, start, end):
        if match[0].strip():
            yield match.start(), match.end()
