"""Citation numbers in a text that a language model writes piece by piece."""

import re
import unicodedata
from collections.abc import Iterable

_OPEN, _CLOSE = "[【［〔", "]】］〕"
_LONGEST = 60  # characters of a marker; what is longer is no marker
_NAME = r"(?:IDs?|refs?|references?|sources?|passages?|docs?|documents?|citations?|cites?|n|no|来源|资料|文献|引用|参考)\.?\s{0,2}[:：=]?\s{0,2}"
_SEPARATOR = r"\s{0,2}(?:[,，、;；/|&和及与]|\band\b)\s{0,2}"
_NUMBER = r"(?:[0０]|[1-9１-９]\d{0,2})"  # the three noughts of 5,000 are no number
_ONE = rf"(?:{_NAME}|[\^#]{{1,2}})?{_NUMBER}(?:\s{{0,2}}[-–~～至]\s{{0,2}}{_NUMBER})?"
_LIST = rf"{_ONE}(?:{_SEPARATOR}{_ONE}){{0,9}}"
_MARKER = re.compile(
    rf" ?(?:[{re.escape(_OPEN)}]\s{{0,2}}(?P<list>{_LIST})(?:†[^\]】\n]{{0,16}})?\.?\s{{0,2}}[{re.escape(_CLOSE)}]"
    rf"|[(（]\s{{0,2}}(?=(?-i:[a-zA-Z来资文引参]))(?:see )?(?P<named>{_NAME}{_LIST})\s{{0,2}}[)）])",
    re.IGNORECASE,
)
# (1) counts only where a sentence ends: in front of its full stop, or behind it, not where a line begins
_ROUND_NEXT = r"(?:[,，、]|[)）]\s?[(（])"
_NUMBERS = rf" ?[(（](?P<list>\d{{1,2}}(?:{_ROUND_NEXT}\d{{1,2}}){{0,4}})[)）]"
_STOP = r"[.。;；!！?？]|\n"
_ROUND = re.compile(rf"(?:(?<=[^\s(（])|^){_NUMBERS}(?=\s{{0,2}}(?:{_STOP}))")
_ROUND_AT_END = re.compile(rf"(?:(?<=[^\s(（])|^){_NUMBERS}(?=\s{{0,2}}(?:{_STOP}|$))")
_LAST_ROUND = re.compile(rf"{_NUMBERS}\s{{0,2}}$")
# art. 285(3), item (5), 第三条(2): there it is a place of the law
_PINPOINT_BEFORE = re.compile(
    r"(?:[\d条款项]|条之[一二三四五六七八九]|\d\s?(?:[(（]\w{1,3}[)）]\s?)+)$|"
    r"(?:[条款项]\s?|\b(?:arts?\.?|articles?|§+|sections?|sec\.?|(?:sub-?)?(?:paragraphs?|paras?\.?)|items?|points?|(?:sub-?)?clauses?)\s?"
    r"(?:\d{1,4}(?:-\d{1,2})?\s?)?(?:[(（]\w{1,3}[)）]\s?)*)$",
    re.IGNORECASE,
)
_CONTEXT = 40  # characters that tell whether it is one
_FENCE = "```"
_SUPERSCRIPT = re.compile(r"(?<![\dA-Za-z])[¹²³⁴⁵⁶⁷⁸⁹]")  # m² and 10² are no numbers of passages
_MOST_IN_RANGE = 10


class CitationMarkers:
    """Brings every form of marker to [n]; numbers that no passage has are dropped and counted.

    Text comes in by `feed` and goes out as soon as it cannot be part of a marker any more. Code blocks stay as they are.

    :param known: The numbers that passages have.
    """

    def __init__(self, known: Iterable[int]) -> None:
        self.known = frozenset(known)
        self.dropped = 0
        self.used: list[int] = []
        self._held = ""
        self._before = ""  # what went out last, in the same part between fences
        self._in_code = False

    def feed(self, piece: str) -> str:
        """Take a piece of text and return what is certain."""
        text = self._held + _SUPERSCRIPT.sub(_in_brackets, piece)
        cut = self._certain(text)
        self._held = text[cut:]
        return self._normalise(text[:cut])

    def close(self) -> str:
        """Return the rest."""
        text, self._held = self._held, ""
        return self._normalise(text, is_end=True)

    def _certain(self, text: str) -> int:
        """Where the text that is still open begins: an unclosed bracket, a beginning fence, a sentence's last words."""
        tail = max(0, len(text) - _LONGEST)
        opened = max((text.rfind(mark, tail) for mark in _OPEN + "(（"), default=-1)
        stripped = text.rstrip("`")
        if opened >= 0 and not any(mark in text[opened:] for mark in _CLOSE):
            cut = len(text[:opened].rstrip(" "))
        elif len(text) - len(stripped) in (1, 2):
            cut = len(stripped)
        else:
            cut = len(text.rstrip(" "))  # a blank goes with the marker that may follow it
        # whether (1) is a marker is told by what comes behind it
        last = _LAST_ROUND.search(text[max(0, cut - _LONGEST) : cut])
        return max(0, cut - _LONGEST) + last.start() if last else cut

    def _normalise(self, text: str, is_end: bool = False) -> str:
        parts = text.split(_FENCE)
        for number, part in enumerate(parts):
            if number:
                self._in_code, self._before = not self._in_code, ""
            if not self._in_code:
                parts[number] = self._replaced(part, is_end or number < len(parts) - 1)
        return _FENCE.join(parts)

    def _replaced(self, part: str, is_end: bool) -> str:
        """Replace the markers in what comes next between two fences.

        :param is_end: Whether nothing follows before the next fence.
        """
        text = self._before + _MARKER.sub(self._replace, part)
        done, at = "", len(self._before)
        for match in (_ROUND_AT_END if is_end else _ROUND).finditer(text, at):
            begin = match.start() + match[0].startswith(" ")
            if not _PINPOINT_BEFORE.search(text, max(0, begin - _CONTEXT), begin):
                done += text[at : match.start()] + self._replace(match)
                at = match.end()
        self._before = text[-_CONTEXT:]
        return done + text[at:]

    def _replace(self, match: re.Match[str]) -> str:
        numbers: list[int] = []
        listed = match.groupdict().get("named") or match["list"]
        for one in re.split(rf"{_SEPARATOR}|{_ROUND_NEXT}", listed):
            ends = [int(figure) for figure in re.findall(r"\d+", one)]
            if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + _MOST_IN_RANGE:
                numbers += range(ends[0], ends[1] + 1)
            else:
                numbers += ends
        kept = [number for number in dict.fromkeys(numbers) if number in self.known]
        self.dropped += len(set(numbers) - self.known)
        self.used += [number for number in kept if number not in self.used]
        lead = " " if match[0].startswith(" ") and kept else ""
        return lead + "".join(f"[{number}]" for number in kept)


def _in_brackets(match: re.Match[str]) -> str:
    return f"[{unicodedata.digit(match[0])}]"
