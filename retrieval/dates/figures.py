"""Dates in figures alone: 2019-03-05, 31/12/2018, 1.6.2016, 2019-03, 2017-2019."""

import re
from collections.abc import Iterator
from datetime import date

from retrieval.dates.days import Days, Found, days_of, full_year, months_of

YEAR = r"(?:19|20)\d{2}"
# so many of something, or a sum: no year
COUNTED = re.compile(
    r"\s*(?:元|块|万|余|多|名|人|[个位户次份件笔台条](?!月)|美元|%|(?:yuan|rmb|cny|usd|dollars?|euros?|users?|people|persons?|customers?|clients?|accounts?|"
    r"subscri\w+|visits?|times|copies|downloads?|devices?|members?|buyers?|orders?|servers?|nodes?|visitors?|victims?|words|pages|cases|hours|days|"
    r"percent|thousand|million|kuai|k)\b)",
    re.IGNORECASE,
)
_BEFORE = r"(?<![A-Za-z0-9_./\-¥$￥€])"
_BEHIND = r"(?!(?!T\d)[A-Za-z0-9_]|[-/.]\d{1,2}(?!\d))"
_PATTERN = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?P<y>{YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})|"
    rf"(?P<y8>{YEAR})(?P<m8>0[1-9]|1[0-2])(?P<d8>0[1-9]|[12]\d|3[01])|"
    # the day before the month; of two figures for the year only where it cannot be a version's number
    rf"(?P<a>\d{{1,2}})(?P<t>[-/.])(?P<b>\d{{1,2}})(?P=t)(?P<y2>{YEAR})|"
    r"(?P<a3>\d{1,2})/(?P<b3>\d{1,2})/(?P<y3>\d{2})|(?P<a4>\d{2})\.(?P<b4>\d{2})\.(?P<y4>\d{2})|"
    rf"(?P<first>{YEAR})\s*(?:[-/–—~、至到和与及]|——|\b(?:to|until|till|through)\b)\s*(?P<then>{YEAR})年?|"
    rf"(?P<y5>{YEAR})(?P<u>[-/.])(?P<m5>\d{{1,2}})|"
    rf"(?<!no\.\s)(?<!no\s)(?P<m6>0?[1-9]|1[0-2])[-/.](?P<y6>{YEAR})"
    rf"){_BEHIND}",
    re.IGNORECASE,
)
# a dash between two dates is no dash of theirs
_DASHED = re.compile(
    rf"((?:{YEAR}(?:[-/.]\d{{1,2}}){{0,2}}|\d{{1,2}}([/.])\d{{1,2}}\2{YEAR}))(\s*[-–—~]+\s*)(?={YEAR}(?!\d)|\d{{1,2}}([/.])\d{{1,2}}\4{YEAR})"
)


def with_ranges_told(text: str) -> str:
    """Return the text, as long as it was, with 至 for a dash between two dates: 2018.3-2019.5."""
    return _DASHED.sub(lambda match: match[1] + "至".ljust(len(match[3])), text)


def find_in_figures(text: str) -> Iterator[Found]:
    """Yield the dates in figures of a text as `with_ranges_told` returns it."""
    for match in _PATTERN.finditer(text):
        read = None if COUNTED.match(text, match.end()) else _read(match)
        if read:
            (first, last), whole_year, unsure = read
            yield Found(match.start(), match.end(), first, last, whole_year, unsure)


def _read(match: re.Match[str]) -> tuple[Days, bool, bool] | None:
    """The days, whether they are whole years, and whether they may be meant otherwise."""
    if match["y"] or match["y8"]:
        days = days_of(*(int(match[name]) for name in (("y", "m", "d") if match["y"] else ("y8", "m8", "d8"))))
        return days and (days, False, bool(match["y8"]))
    for names in (("a", "b", "y2"), ("a3", "b3", "y3"), ("a4", "b4", "y4")):
        if match[names[0]]:
            return _day_first(*(match[name] for name in names))
    if match["first"]:
        first, last = int(match["first"]), int(match["then"])
        return ((date(first, 1, 1), date(last, 12, 31)), True, False) if first <= last else None
    if match["y5"]:
        return _month_or_years(match)
    month = int(match["m6"])
    return months_of(int(match["y6"]), month, month), False, False


def _day_first(first: str, second: str, figures: str) -> tuple[Days, bool, bool] | None:
    """A day with its year last: in Europe and in most English outside America the day comes first."""
    a, b, year = int(first), int(second), full_year(figures)
    days = days_of(year, a, b) if b > 12 else days_of(year, b, a)
    return days and (days, False, len(figures) == 2 or (a != b and max(a, b) <= 12))


def _month_or_years(match: re.Match[str]) -> tuple[Days, bool, bool] | None:
    """2019-03 is a month, 2017-19 are years; 2009-11 may be either, and is read as the month."""
    year, number = int(match["y5"]), int(match["m5"])
    if 1 <= number <= 12:
        years_too = match["u"] != "." and len(match["m5"]) == 2 and number > year % 100
        return months_of(year, number, number), False, years_too
    last = year - year % 100 + number
    if match["u"] == "." or last <= year:
        return None
    return (date(year, 1, 1), date(last, 12, 31)), True, False
