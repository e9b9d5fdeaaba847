"""The date that a question asks about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from retrieval.language import HAN
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

# when somebody was born or a company founded says nothing of the conduct
_BEGAN_BEHIND = re.compile(
    r"\s*(?:出?生(?![产意效活])|(?:登记|注册)(?:的|成立)?(?:公司|企业)|(?:注册)?成立|设立|创办|开业|毕业|入学|入职|结婚)"
)
_BEGAN_BEFORE = re.compile(
    r"(?:生于|成立于|注册于|设立于|毕业于)\s*$|"
    r"\b(?:born|founded|established|incorporated|set up|graduated|married)\b(?:\s+\w+){0,2}\s*$|\bcompany (?:was )?registered\s*$",
    re.IGNORECASE,
)
# of what a date is the date: of the conduct, whose law governs, or of the judgment or penalty
_DECISION = re.compile(
    r"判决|宣判|审判|裁判|判刑|被判|判了|才判|开庭|审理|一审|二审|再审|起诉|处罚|被罚|罚了|"
    r"\b(?:judg(?:e?ment|ed)|sentenc\w*|tried|trial|decision|decided|convict\w*|ruling|ruled|penal\w*|fined|verdict|prosecut\w*|charged|indict\w*)\b",
    re.IGNORECASE,
)
_CONDUCT = re.compile(
    r"行为|实施|发生|作案|犯案|案发|卖|售|提供|经营|使用|搭建|所做|干的|事情|"
    r"\b(?:acts?|acted|conduct|s[eo]ld|sales?|selling|committed|offen[cs]es?|happened|occurred|provid\w+|operat\w+|ran|did|used|events?|took place)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，。；、;？！?!]|[,.](?=\s)|\b(?:and|but|while)\b|而|但")
_RANGE = re.compile(r"^\s*(?:至|到|直到|—|~|-|–)|\b(?:to|until|till|through)\b", re.IGNORECASE)
_RANGE_WIDTH = 12  # characters between the two ends of a range
_LAW_OF = re.compile(r"\b(?:law|rules)\s*$", re.IGNORECASE)


def last_day(year: int, month: int | None = None, day: int | None = None) -> date | None:
    """Return the day, or the last day of the month or year; None if there is no such day."""
    try:
        if month is None:
            return date(year, 12, 31)
        if day is None:
            return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class Dated:
    """The dates that a text gives.

    :param day: The date asked about: that of the conduct where there is one.
    :param whole_year: Whether it stands for a whole year.
    :param decided: The date of the judgment or penalty, if the text gives that of the conduct besides.
    :param decided_whole_year: Whether that date stands for a whole year.
    :param is_decision: Whether the date asked about is itself only that of a judgment or penalty.
    """

    day: date
    whole_year: bool
    decided: date | None = None
    decided_whole_year: bool = False
    is_decision: bool = False


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    day: date
    whole_year: bool


def read_dates(text: str, masked: list[tuple[int, int]]) -> Dated | None:
    """Return the dates that a text gives, that of the conduct told from that of the decision; None without any.

    What lasted from one date to another is judged by the law of its end.

    :param masked: Ranges that are names of authorities; a year in them is no date.
    """
    found = sorted(_with_ends(text, masked), key=lambda one: (one.start, -one.end))
    found = [
        one
        for one in found
        if not _BEGAN_BEHIND.match(text, one.end) and not _BEGAN_BEFORE.search(text[max(0, one.start - 40) : one.start])
    ]
    kept = [one for at, one in enumerate(found) if not at or one.start >= found[at - 1].end]
    if not kept:
        return None
    unnamed = _blanked(text, masked)
    decisions = [one for at, one in enumerate(kept) if _is_decision(unnamed, kept, at)]
    others = [one for one in kept if one not in decisions]
    asked = (others or kept)[0]
    for one in others[1:]:
        if _is_range(text, asked, one) and len(text[asked.end : one.start]) <= _RANGE_WIDTH:
            asked = one
    decided = decisions[0] if others and decisions else None
    return Dated(
        asked.day, asked.whole_year, decided.day if decided else None, bool(decided and decided.whole_year), not others
    )


def _is_range(text: str, first: _Found, second: _Found) -> bool:
    """Whether two dates are the ends of a range: from ... to, between ... and, 至."""
    if _RANGE.search(text[first.end : second.end]):
        return True
    between = re.search(r"\bbetween\b", text[max(0, first.start - 10) : first.end], re.IGNORECASE)
    return bool(between and re.fullmatch(r"\s*and\s*", text[first.end : second.start], re.IGNORECASE))


def _blanked(text: str, masked: list[tuple[int, int]]) -> str:
    """The text with blanks for the names of authorities: the Administrative Penalty Law is no penalty."""
    for start, end in masked:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_decision(text: str, found: list[_Found], at: int) -> bool:
    """Whether the words at a date speak of the judgment: what follows it in Chinese, what goes before it in English."""
    one = found[at]
    before = _CLAUSE.split(text[found[at - 1].end if at else 0 : one.start])[-1]
    after = _CLAUSE.split(text[one.end : found[at + 1].start if at + 1 < len(found) else len(text)])[0]
    first, second = (after, before) if HAN.search(before + after) else (before, after)
    for words in (first, second):
        decision, conduct = bool(_DECISION.search(words)), bool(_CONDUCT.search(words))
        if decision or conduct:
            return decision and not conduct
    return False


def _all(text: str, masked: list[tuple[int, int]]) -> Iterator[_Found]:
    yield from _iso(text, masked)
    yield from _chinese(text, masked)
    yield from _english(text, masked)


def _iso(text: str, masked: list[tuple[int, int]]) -> Iterator[_Found]:
    for match in _ISO.finditer(text):
        if not _within(match.start(), masked) and (day := last_day(*(int(match[group]) for group in (1, 3, 4)))):
            yield _Found(match.start(), match.end(), day, whole_year=False)


def _chinese(text: str, masked: list[tuple[int, int]]) -> Iterator[_Found]:
    for match in _CHINESE.finditer(text):
        if _within(match.start(), masked) or (not match["m"] and _NAMED_CHINESE.match(text, match.end())):
            continue
        year, month, number = _value(match["y"]) or 0, _value(match["m"]), _value(match["d"])
        last = _TO_MONTH.match(text, match.end()) if month else None
        if last and (end := last_day(year, _value(last["m"]), _value(last["d"]))):
            yield _Found(match.start(), last.end(), end, whole_year=False)
        elif day := last_day(year, month, number):
            shown = _before(day, year, month, number) if match["before"] else (day, month is None)
            yield _Found(match.start(), match.end(), *shown)


def _value(text: str | None) -> int | None:
    """The number in figures or in a Chinese numeral: 2021, 二〇二一."""
    if not text:
        return None
    return int(text) if text.isdecimal() else parse_numeral(text.replace("○", "〇"))


def _english(text: str, masked: list[tuple[int, int]]) -> Iterator[_Found]:
    for match in _BARE.finditer(text):
        day, whole_year = _read(match)
        modal = match["month"] == "may" and not (match["d"] or match["d2"])  # that may 2020 apply?
        if day and not modal and not _within(match.start("y"), masked) and not _NAMED_ENGLISH.match(text, match.end()):
            yield _Found(match.start(), match.end(), day, whole_year)
    for match in _ENGLISH.finditer(text):
        if _within(match.start("y"), masked) or _NAMED_ENGLISH.match(text, match.end()):
            continue
        word, (day, whole_year) = match["word"].lower(), _read(match)
        if day is None or (word == "of" and whole_year and not _LAW_OF.search(text, 0, match.start())):
            continue  # "the article of 2022" names a text
        if word in ("before", "prior to"):
            number = int(match["d"] or match["d2"] or 0) if match["month"] else 0
            day, whole_year = _before(day, day.year, _month(match["month"]), number or None)
        yield _Found(match.start(), match.end(), day, whole_year)


def _read(match: re.Match[str]) -> tuple[date | None, bool]:
    """The last day that an English date stands for, and whether that is a year's."""
    month = _month(match["month"])
    number = int(match["d"] or match["d2"] or 0) or None
    return last_day(int(match["y"]), month, number if month else None), month is None


def _with_ends(text: str, masked: list[tuple[int, int]]) -> list[_Found]:
    begins = list(_all(text, masked))
    return [*begins, *_ends(text, masked, begins)]


def _ends(text: str, masked: list[tuple[int, int]], begins: list[_Found]) -> Iterator[_Found]:
    """The second ends of English ranges, which have no preposition of a date."""
    for begin in begins:
        match = _UNTIL.match(text, begin.end)
        if match and not _within(match.start("y"), masked):
            day, whole_year = _read(match)
            if day:
                yield _Found(match.start("date"), match.end(), day, whole_year)


def _month(name: str | None) -> int | None:
    return next((i for i, own in enumerate(_NAMES, 1) if (name or "-").lower()[:3] == own[:3]), None)


def _before(day: date, year: int, month: int | None, number: int | None) -> tuple[date, bool]:
    first = date(year, month or 1, 1) if number is None else day
    return first - timedelta(days=1), False


def _within(place: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in ranges)
