"""Finds names in a text: the longest at each place, English ones as whole words.

A regular expression of a thousand alternatives takes half a second to compile at every start; this takes milliseconds.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retrieval.language import HAN

_HEAD = 2  # characters by which the candidates at a place are looked up
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_PLURALS = ("", "s", "es")


@dataclass(frozen=True)
class Found:
    """A name in a text.

    :param name: As it was given, in lower case.
    """

    start: int
    end: int
    name: str


class NameFinder:
    """Looks for many names at once, without regard to case or hyphens.

    :param names: What to look for; empty ones are passed over.
    :param plurals: Whether English names are also found with a plural's ending.
    """

    def __init__(self, names: Iterable[str], plurals: bool = False) -> None:
        self._plurals = _PLURALS if plurals else ("",)
        self._by_head: dict[str, list[str]] = {}
        self._given: dict[str, str] = {}  # a name without its hyphens to itself
        for name in sorted({lower(name) for name in names if name}, key=lambda name: (-len(name), name)):
            joined = _unhyphened(name)
            if joined not in self._given:
                self._given[joined] = name
                self._by_head.setdefault(joined[:_HEAD], []).append(joined)

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in a text from left to right, none overlapping another."""
        text, at = _unhyphened(lower(text)), 0
        while at < len(text):
            found = self._at(text, at)
            if found:
                yield found
            at = found.end if found else at + 1

    def _at(self, text: str, start: int) -> Found | None:
        heads = (text[start : start + _HEAD], text[start : start + 1])  # a name may have one character only
        for name in (name for head in dict.fromkeys(heads) for name in self._by_head.get(head, ())):
            if not text.startswith(name, start):
                continue
            if HAN.search(name):
                return Found(start, start + len(name), self._given[name])
            for ending in self._plurals:
                end = start + len(name) + len(ending)
                if text.startswith(ending, start + len(name)) and _whole(text, start, end):
                    return Found(start, end, self._given[name])
        return None


def lower(text: str) -> str:
    """Return a text in lower case with every character in its place: İ, which would become two, stays."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _unhyphened(text: str) -> str:
    """Return a text with a blank for each hyphen between two letters: anti-telecom and anti telecom are one."""
    return _HYPHEN.sub(" ", text)


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether neither a word nor a number is cut: CSL27 names the CSL, Case 681 not Case 68."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_same_sort(before, text[start]) or _same_sort(text[end - 1], after))


def _same_sort(left: str, right: str) -> bool:
    pair = left + right
    return len(pair) == 2 and pair.isascii() and (pair.isalpha() or pair.isdigit())
