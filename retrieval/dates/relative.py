"""Dates that a text tells from today: 去年, 三年前, last year, two months ago."""

import re
from datetime import date

from retrieval.dates.parts import PART_OF_YEAR_ZH
from retrieval.number_words import CARDINALS, parse_number_words
from retrieval.numerals import read_number

_WORDS = ("a", *CARDINALS[:12])
_MONTHS = "January February March April May June July August September October November December".split()
_NAMED = ("y0", "y1", "y2", "y3", "m1", "m6")  # groups of the patterns: so many years or months ago
_AGO = r"(?:以前|之前|前)(?![后期半往科罪])"
_CHINESE = re.compile(
    r"(?P<y3>大前年)|(?P<y2>(?<![目以之年此])前年(?![度收利薪检]))|(?P<y1>(?<!过)去年|上一?年(?![度级]))|"
    rf"(?P<y0>今年(?=\s*(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月|{PART_OF_YEAR_ZH})))|(?P<m1>上个?月)|(?P<m6>半年"
    + _AGO
    + ")|"
    r"(?<![\d一二两三四五六七八九十百零〇○几数])(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:(?P<year>年)|个月)"
    + _AGO
)
_MONTH = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}|Sept)\.?"
_PART = r"(?:(?:(?:the\s+)?(?:end|middle|beginning|start)\s+of|early|late|mid)[\s-]+)"
_ENGLISH = re.compile(
    rf"\b(?:(?P<lead>(?:in|during|by|before|since|until|till|through|to|from|of|and)\s+)?(?P<part>{_PART})?"
    rf"(?P<month>{_MONTH}\s+(?:of\s+)?)?)"
    rf"(?:(?<!\bthe )(?<!\bpast )(?P<y1>last\s+year)(?!\s+of\b)(?:,?\s+in\s+(?P<behind>{_MONTH})(?!\s+\d))?|"
    r"(?P<y2>the\s+year\s+before\s+last)|(?P<y0>this\s+year)|(?<!\bthe )(?<!\bpast )(?P<m1>last\s+month)(?!\s+of\b)|"
    r"(?<!\bmore than )(?<!\bless than )(?<!\bat least )(?<!\bover )(?<!\bunder )"
    rf"(?P<n>\d{{1,2}}|{'|'.join(_WORDS)})\s+(?:(?P<year>years?)|months?)\s+ago)\b",
    re.IGNORECASE,
)


def spell_out(text: str, today: date) -> str:
    """Return the text with the dates that are told from today spelt out: 去年3月 as 2025年3月, last year as in 2025.

    What gives no date is left: this year without a month, a few years ago, more than five years ago.
    """
    text = _CHINESE.sub(lambda match: _chinese(match, today), text)
    return _ENGLISH.sub(lambda match: _english(match, today), text)


def _chinese(match: re.Match[str], today: date) -> str:
    year, month = _counted(match, today)
    return f"{year}年" if month is None else f"{year}年{month}月"


def _english(match: re.Match[str], today: date) -> str:
    year, month = _counted(match, today)
    named = match["behind"] or match["month"]
    if match["y0"] and not (named or match["part"]):
        return match[0]
    # a year needs a preposition to be a date
    told = f"{match['lead'] or 'in '}{match['part'] or ''}"
    if month is not None:
        return f"{told}{_MONTHS[month - 1]} {year}"
    return f"{told}{named.strip()} {year}" if named else f"{told}{year}"


def _counted(match: re.Match[str], today: date) -> tuple[int, int | None]:
    """The year, and the month, 1 to 12, if it is months that are counted back."""
    groups = match.groupdict()
    named = next((name for name in _NAMED if groups.get(name)), None)
    unit, ago = (named[0], int(named[1])) if named else ("y" if groups["year"] else "m", _number(groups["n"]))
    if unit == "y":
        return today.year - ago, None
    months = today.year * 12 + today.month - 1 - ago
    return months // 12, months % 12 + 1


def _number(text: str) -> int:
    return 1 if text.lower() == "a" else parse_number_words(text) or read_number(text) or 0
