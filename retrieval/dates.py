"""The date that a question asks about."""

import re
from datetime import date, timedelta

_CHINESE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\s*年(?:\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*[日号])?)?(?P<before>\s*(?:以前|之前))?"
)
_NAMES = "january february march april may june july august september october november december".split()
_MONTH = "|".join(["sept", *(f"{name[:3]}(?:{name[3:]})?" for name in _NAMES)])
_ENGLISH = re.compile(
    rf"\b(?P<word>in|during|on|as of|as at|by|before|since|until|prior to|of|at the end of|end of|from)\s+"
    rf"(?:(?:the\s+)?(?:year|early|late|mid)\s*-?\s*)?"
    rf"(?:(?P<d>\d{{1,2}})\s+)?(?:(?P<month>{_MONTH})\.?\s+)?(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y>(?:19|20)\d{{2}})\b(?!\s*[-/]\s*\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})\b")
# a year in front of these belongs to a name: 2011年两高解释, the 2021 draft
_NAMED_CHINESE = re.compile(
    r"\s*(?:[(（]?\d|两高|解释|草案|征求意见|版|修订|修正|标准|意见|规定|条例|纪要|通知|目录|文章|的?文本|本)"
)
_NAMED_ENGLISH = re.compile(
    r"\s*(?:\w+\s+)?(?:interpretation|draft|regulation|provision|opinion|law|act|text|article|standard|edition|version|notice|catalogue|measure)",
    re.IGNORECASE,
)


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


def find_date(text: str, masked: list[tuple[int, int]]) -> tuple[date, bool] | None:
    """Return the date that a text asks about, and whether it stands for a whole year.

    :param masked: Ranges that are names of authorities; a year in them is no date.
    """
    for match in _ISO.finditer(text):
        if not _within(match.start(), masked) and (day := last_day(*map(int, match.groups()))):
            return day, False
    for match in _CHINESE.finditer(text):
        if _within(match.start(), masked) or (not match["m"] and _NAMED_CHINESE.match(text, match.end())):
            continue
        month, number = (int(match[key]) if match[key] else None for key in ("m", "d"))
        if day := last_day(int(match["y"]), month, number):
            return _before(day, int(match["y"]), month, number) if match["before"] else (day, month is None)
    for match in _ENGLISH.finditer(text):
        if _within(match.start("y"), masked) or _NAMED_ENGLISH.match(text, match.end()):
            continue
        month = next((i for i, name in enumerate(_NAMES, 1) if (match["month"] or "-").lower()[:3] == name[:3]), None)
        number = int(match["d"] or match["d2"] or 0) or None
        if day := last_day(int(match["y"]), month, number if month else None):
            if match["word"].lower() in ("before", "prior to"):
                return _before(day, int(match["y"]), month, number)
            if match["word"].lower() == "of" and not month:
                continue  # "the article of 2022" names a text
            return day, month is None
    return None


def _before(day: date, year: int, month: int | None, number: int | None) -> tuple[date, bool]:
    first = date(year, month or 1, 1) if number is None else day
    return first - timedelta(days=1), False


def _within(place: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in ranges)
