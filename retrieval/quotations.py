"""Where a text puts words in quotation marks, and where citation numbers stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r"\[(\d{1,4})\]")  # the one form of a number that an answer has in the end
# an opening mark to its closing one; straight marks and those of the other languages too
_PAIRS = {
    "“": "”", "「": "」", "『": "』", "‘": "’", '"': '"', "＂": "＂", "'": "'", "«": "»", "‹": "›", "„": "“", "〝": "〞",
    "﹁": "﹂", "﹃": "﹄", "❝": "❞", "｢": "｣",
}  # fmt: skip
_SINGLE, _SINGLE_OPEN = "’'", "‘'"  # apostrophes as well
_MOST_UNCLOSED = 50  # or a text full of such marks would take quadratic time
_CITED = re.compile(r"[”\"」』＂’'»›〞﹂﹄❞｣](?P<numbers>(?:\s?\[\d{1,4}\])+)")
_BLOCK = re.compile(r"\n[ \t]*\n")
_OPENS_STRAIGHT = re.compile(r"(?<![A-Za-z0-9])'(?=[^\W\d]|[（(])")  # not that of client's, nor of the '90s
_POSSESSIVE = re.compile(r"(?<=s)[’'](?=\s+[a-z])")  # the defendants’ rights


@dataclass(frozen=True)
class Quotation:
    """Quoted words, those within them in marks of their own included.

    :param start: Where the opening mark stands.
    :param end: One past the closing mark; where that is missing, the end of the paragraph.
    """

    start: int
    end: int
    words: str


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the outermost quotations of a text, however long; each ends in the paragraph that it begins in.

    A mark that is never closed quotes all that follows in its paragraph: what is quoted must not go unread because a mark
    is lost. Single marks are an exception, for an apostrophe looks like one.
    """
    done = unclosed = 0
    for gap in [*_BLOCK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        at = done
        while at < end:
            if text[at] in _PAIRS and _opens(text, at) and (unclosed < _MOST_UNCLOSED or text[at] not in _SINGLE_OPEN):
                close = _closing(text, at, end)
                unclosed += close is None
                if close is not None or text[at] not in _SINGLE_OPEN:
                    yield Quotation(
                        at, end if close is None else close + 1, text[at + 1 : end if close is None else close]
                    )
                    at = end if close is None else close
            at += 1
        done = gap.end() if gap else end


def cited_quotations(text: str) -> Iterator[tuple[str | None, list[int]]]:
    """Yield the words of each quotation that has citation numbers right behind it, and the numbers.

    The words are None where a closing mark stands without an opening one.
    """
    ends = {one.end: one.words for one in quotations(text)}
    for match in _CITED.finditer(text):
        words = ends.get(match.start() + 1)
        if words is not None or match[0][0] not in _SINGLE:
            yield words, [int(number) for number in MARK.findall(match["numbers"])]


def _opens(text: str, at: int) -> bool:
    return text[at] != "'" or bool(_OPENS_STRAIGHT.match(text, at))


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the mark at `start` is closed: marks of its own kind within are counted, others are words."""
    opening, closing = text[start], _PAIRS[text[start]]
    depth, possessive = 1, None
    for at in range(start + 1, end):
        if text[at] == closing and _closes(text, at):
            if closing in _SINGLE and _POSSESSIVE.match(text, at):
                possessive = at
                continue
            depth -= 1
        elif possessive is not None and text[at] == opening and _opens(text, at):
            return possessive  # another quotation begins: that was the end of the first
        elif text[at] == opening != closing:
            depth += 1
        if depth == 0:
            return at
    return possessive


def _closes(text: str, at: int) -> bool:
    """Whether a mark can close: an apostrophe within a word, or before one, does not."""
    return text[at] not in _SINGLE or not (text[at - 1].isspace() or re.match("[A-Za-z]", text[at + 1 : at + 2]))
