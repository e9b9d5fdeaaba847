"""Numbers of ten thousands that say only between which two they lie: 几万, 十几万, 二十几万, 一百几十万, 三十多万."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from retrieval.numerals import read_number

_WAN = 10_000
_TENS = {"": 1, "十": 10, "百": 100, "千": 1000}
_HEAD = r"(?<![\d.,一二两三四五六七八九十百千万亿])(?P<head>\d{1,4}|[一两二三四五六七八九]?[十百千]|[一两二三四五六七八九]?百[一二三四五六七八九]十)"
_SOME = re.compile(rf"(?:{_HEAD})?几(?P<unit>[十百千]?)万")
_ODD = re.compile(rf"{_HEAD}[多余]万")
_IN_ENGLISH = (
    (re.compile(r"(?<!hundreds )(?<!dozens )\btens of thousands\b", re.IGNORECASE), (1e4, 1e5)),
    (re.compile(r"\bhundreds of thousands\b", re.IGNORECASE), (1e5, 1e6)),
)


class VagueSum(NamedTuple):
    """A number between two others, from `start` to `end` of a text.

    :param bounds: At least, and less than.
    """

    start: int
    end: int
    bounds: tuple[float, float]


def vague_sums(text: str) -> Iterator[VagueSum]:
    """Yield the numbers of a text that say only between which two they lie."""
    for match in _SOME.finditer(text):
        head, some = read_number(match["head"]) or 0, _TENS[match["unit"]]
        least = head + some if head and some > 1 else head or some  # 一百几十 are 110 at least, 十几 are more than ten
        yield VagueSum(*match.span(), (float(least * _WAN), float((head + 10 * some) * _WAN)))
    for match in _ODD.finditer(text):
        head = read_number(match["head"]) or 0
        step = 10 ** (len(str(head)) - len(str(head).rstrip("0")))  # of 一百二十多 the tens stay
        yield VagueSum(*match.span(), (float(head * _WAN), float((head + step) * _WAN)))
    for pattern, bounds in _IN_ENGLISH:
        yield from (VagueSum(*match.span(), bounds) for match in pattern.finditer(text))
