"""Which paragraph (款) and item (项) each line of an article is, by the usual way in which Chinese law is drafted.

A line without a number begins a paragraph, one with （一） is an item of it. Two sorts of lines are neither: those that
number the parts of an item (1. 2.), and sentences by which an item goes on before the next item of its list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.address import format_item, item_number

_ITEM = re.compile(r"[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]")
_PART = re.compile(r"(?:\d{1,2}[.．、]|[①-⑳])\s*(?!\d)")
_ANNEX = re.compile(
    r"附(?:件|录|表)?[一二三四五六七八九十\d]*\s*[:：]?$|附(?:件|录|表)[一二三四五六七八九十\d]|(?:Annex|Appendix)\s*[\dIVX]*\s*:?$"
)
_OPENS = re.compile(r"[:：]\s*$")


@dataclass(frozen=True)
class Numbered:
    """What a line is.

    :param paragraph: Counted from 1; None where the text does not tell, as behind the last item of a list whose other items
        go on over several lines, or in an annex.
    :param item: In Chinese form, （五）; None for a line of no item.
    """

    paragraph: int | None
    item: str | None


@dataclass(frozen=True)
class _Item:
    number: int
    chinese: bool  # （一）, not (1)


def _item(line: str) -> _Item | None:
    match = _ITEM.match(line)
    number = item_number(match[0]) if match else None
    return _Item(number, not match[0][1].isdigit()) if match and number else None


def number_lines(lines: Sequence[str]) -> list[Numbered]:
    """Return the paragraph and the item of each line of an article.

    :param lines: All of them: whether an item goes on is told by the item behind.
    """
    items = [_item(line) for line in lines]
    numbered: list[Numbered] = []
    paragraph: int | None = 1
    counted = 1  # paragraphs so far, as long as they can be told
    last: _Item | None = None  # the item that is open
    goes_on = False  # whether an item of the open list has gone on over several lines
    annex = False
    for at, line in enumerate(lines):
        own = items[at]
        if annex or (at and _ANNEX.match(line)):
            annex, paragraph, last = True, None, None
        elif own and last and own.chinese != last.chinese and not last.chinese:
            last = own  # another way of numbering begins another list
        elif own and last and own.chinese != last.chinese:
            own = last  # (1) below （一） is a part of it
        elif own:
            last, goes_on = own, goes_on and own.number > 1
        elif at and _PART.match(line):
            if last is None and not _follows_colon(lines, at):
                paragraph = None
        elif at and line.strip():
            following = next((item for item in items[at + 1 :] if item and _alike(item, last)), None)
            if last and following and following.number > last.number:
                goes_on = True
            else:
                paragraph = None if goes_on or paragraph is None else counted + 1
                counted, last = paragraph or counted, None
        numbered.append(Numbered(paragraph, format_item(last.number) if last and paragraph else None))
    return numbered


def is_part(line: str) -> bool:
    """Return whether a line is a numbered part of an item, which says little without it: 1. 在网站上发布……."""
    return bool(_PART.match(line))


def _alike(item: _Item, other: _Item | None) -> bool:
    return other is None or item.chinese == other.chinese


def _follows_colon(lines: Sequence[str], at: int) -> bool:
    """Whether the lines numbered 1. 2. up to this one are a list that a line announces."""
    opening = next((line for line in reversed(lines[:at]) if not _PART.match(line)), "")
    return bool(_OPENS.search(opening))
