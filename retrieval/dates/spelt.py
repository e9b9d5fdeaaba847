"""Dates that a text spells out, with their year: in figures, in Chinese, in English."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from retrieval.dates.days import Found, last_day
from retrieval.numerals import parse_numeral

_YEAR = r"(?:19|20)\d{2}"
_NUMERAL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_MONTH_AND_DAY = rf"(?P<m>{_NUMERAL})\s*月(?:\s*(?P<d>{_NUMERAL})\s*[日号])?"
_CHINESE = re.compile(
    rf"(?<![\d一二三四五六七八九十百千])(?P<y>{_YEAR}|(?:一九|二[〇零○])[〇零○一二三四五六七八九]{{2}})\s*年(?:\s*{_MONTH_AND_DAY})?"
    r"(?P<before>\s*(?:以前|之前|前(?![后期半往])))?"
)
_TO_MONTH = re.compile(rf"\s*(?:至|到|—|–|-|~)\s*{_MONTH_AND_DAY}")  # of the same year
_NAMES = "january february march april may june july august september october november december".split()
_MONTH = "|".join(["sept", *(f"{name[:3]}(?:{name[3:]})?" for name in _NAMES)])
_DAY_BEFORE = r"(?:(?:the\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"  # 1 September, the 1st of September
_DAY_BEHIND = r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?"
_ENDING = rf"{_DAY_BEHIND}(?P<y>{_YEAR})\b(?!\s*[-/]\s*\d)"
_DATE = rf"{_DAY_BEFORE}(?:(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?)?{_ENDING}"
_ENGLISH = re.compile(
    r"\b(?P<word>in|during|between|on|as of|as at|by|before|since|until|prior to|of|at the end of|end of|from)\s+"
    rf"(?:(?:the\s+)?(?:year|early|late|mid)\s*-?\s*)?{_DATE}",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b{_DAY_BEFORE}\b(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?{_ENDING}", re.IGNORECASE)
# put right in a follow-up: it was 2016 actually; sorry, 2019
_PUT_RIGHT = re.compile(
    rf"^\W*(?:(?:no|sorry|actually|correction|wait|I mean(?:t)?|it|that|was|happened|in|rather)\W+)+{_ENDING}(?=\W*(?:actually|sorry|not\b[^.?!]{{0,20}}|instead|I mean(?:t)?)?\W*$)",
    re.IGNORECASE,
)
# the other end of a range: to May 2017, until 2014
_UNTIL = re.compile(
    rf"\s*(?:to|until|till|through|and|-|–|—)\s+(?P<date>(?:(?:the\s+)?(?:end|middle|beginning)\s+of\s+)?{_DATE})",
    re.IGNORECASE,
)
_ISO = re.compile(rf"(?<![A-Za-z0-9_./-])({_YEAR})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?!\d|[-/.]\d)")
# a year in front of these belongs to a name: 2011年两高解释, the 2021 draft
_NAMED_CHINESE = re.compile(
    r"\s*(?:[(（]?\d|两高|解释|草案|征求意见|版|修订|修正|标准|意见|规定|条例|纪要|通知|目录|文章|的?文本|本)"
)
_NAMED_ENGLISH = re.compile(
    r"\s*(?:\w+\s+)?(?:interpretation|draft|regulation|provision|opinion|law|act|text|article|standard|edition|version|notice|catalogue|measure)",
    re.IGNORECASE,
)
_LAW_OF = re.compile(r"\b(?:law|rules)\s*$", re.IGNORECASE)


def find_spelt(text: str, masked: list[tuple[int, int]]) -> list[Found]:
    """Return the dates that stand in a text with their year, by where they stand; they may overlap.

    :param masked: Ranges that are names of authorities; a year in them is no date.
    """
    begins = [*_iso(text, masked), *_chinese(text, masked), *_english(text, masked)]
    return sorted([*begins, *_ends(text, masked, begins)], key=lambda one: (one.start, -one.end))


def _iso(text: str, masked: list[tuple[int, int]]) -> Iterator[Found]:
    for match in _ISO.finditer(text):
        if not _within(match.start(), masked) and (day := last_day(*(int(match[group]) for group in (1, 3, 4)))):
            yield Found(match.start(), match.end(), day, whole_year=False)


def _chinese(text: str, masked: list[tuple[int, int]]) -> Iterator[Found]:
    for match in _CHINESE.finditer(text):
        if _within(match.start(), masked) or (not match["m"] and _NAMED_CHINESE.match(text, match.end())):
            continue
        year, month, number = _value(match["y"]) or 0, _value(match["m"]), _value(match["d"])
        last = _TO_MONTH.match(text, match.end()) if month else None
        if last and (end := last_day(year, _value(last["m"]), _value(last["d"]))):
            yield Found(match.start(), last.end(), end, whole_year=False)
        elif day := last_day(year, month, number):
            shown = _before(day, year, month, number) if match["before"] else (day, month is None)
            yield Found(match.start(), match.end(), *shown)


def _value(text: str | None) -> int | None:
    """The number in figures or in a Chinese numeral: 2021, 二〇二一."""
    if not text:
        return None
    return int(text) if text.isdecimal() else parse_numeral(text.replace("○", "〇"))


def _english(text: str, masked: list[tuple[int, int]]) -> Iterator[Found]:
    for match in _BARE.finditer(text):
        day, whole_year = _read(match)
        modal = match["month"] == "may" and not (match["d"] or match["d2"])  # that may 2020 apply?
        if day and not modal and not _within(match.start("y"), masked) and not _NAMED_ENGLISH.match(text, match.end()):
            yield Found(match.start(), match.end(), day, whole_year)
    if (right := _PUT_RIGHT.match(text)) and (day := last_day(int(right["y"]), None, None)):
        yield Found(right.start("y"), right.end("y"), day, whole_year=True)
    for match in _ENGLISH.finditer(text):
        if _within(match.start("y"), masked) or _NAMED_ENGLISH.match(text, match.end()):
            continue
        word, (day, whole_year) = match["word"].lower(), _read(match)
        if day is None or (word == "of" and whole_year and not _LAW_OF.search(text, 0, match.start())):
            continue  # "the article of 2022" names a text
        if word in ("before", "prior to"):
            number = int(match["d"] or match["d2"] or 0) if match["month"] else 0
            day, whole_year = _before(day, day.year, _month(match["month"]), number or None)
        yield Found(match.start(), match.end(), day, whole_year)


def _read(match: re.Match[str]) -> tuple[date | None, bool]:
    """The last day that an English date stands for, and whether that is a year's."""
    month = _month(match["month"])
    number = int(match["d"] or match["d2"] or 0) or None
    return last_day(int(match["y"]), month, number if month else None), month is None


def _ends(text: str, masked: list[tuple[int, int]], begins: list[Found]) -> Iterator[Found]:
    """The second ends of English ranges, which have no preposition of a date."""
    for begin in begins:
        match = _UNTIL.match(text, begin.end)
        if match and not _within(match.start("y"), masked):
            day, whole_year = _read(match)
            if day:
                yield Found(match.start("date"), match.end(), day, whole_year)


def _month(name: str | None) -> int | None:
    return next((i for i, own in enumerate(_NAMES, 1) if (name or "-").lower()[:3] == own[:3]), None)


def _before(day: date, year: int, month: int | None, number: int | None) -> tuple[date, bool]:
    first = date(year, month or 1, 1) if number is None else day
    return first - timedelta(days=1), False


def _within(place: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in ranges)
