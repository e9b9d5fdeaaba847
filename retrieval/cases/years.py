"""The years to which a question limits the cases: in 2020, 2019年以前, since 2018, between 2018 and 2020."""

import re
from typing import NamedTuple

from retrieval.numerals import parse_numeral

EVER = 9999  # the last year where none is set
_NEXT = 1
_HAN_YEAR = re.compile(r"(?:一九|二[〇零○])[〇零○一二三四五六七八九]{2}(?=\s*年)")
_Y = r"(?:19|20)\d\d"
# a year, not a sum nor a count, and not the one of a case number
_YEAR = rf"(?<![\d.,(〔\[]){_Y}(?![\d)〕\]])(?!,\d|\.\d)(?!\s*(?:users|customers|buyers|subscribers|yuan|RMB|CNY|元|块|人|个|名|位|万|千))"
_OF = r"(?:the\s+)?(?:(?:end|start|beginning|close|year)\s+(?:of\s+)?)?"
_TO = r"\s*(?:至|到|直到|—|–|-|~|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
_BOTH = r"\s*(?:、|,|和|与|及|或者?|\band\b|\bor\b)\s*(?:in\s+)?"
_RANGE = re.compile(
    rf"(?P<a>{_YEAR})年?(?:度|初|底|末)?{_TO}{_OF}(?P<b>{_YEAR})|"
    rf"\bbetween\s+(?P<c>{_YEAR})\s+and\s+(?P<d>{_YEAR})|(?P<e>{_YEAR})年?[和与及](?P<f>{_YEAR})年?之?间",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"(?P<a>{_YEAR})年?{_BOTH}(?P<b>{_YEAR})", re.IGNORECASE)
_WITH = r"(?:及其?|或者?|和|\(含\)|含|底|末|当年及)"
# how a year bounds: whether what is meant lies before or after it, and whether the year itself is meant too
_BOUNDS = (
    ("since", rf"\b(?:not|no)\s+(?:before|earlier\s+than)\s+{_OF}{_YEAR}|不早于{_YEAR}年?"),
    ("until", rf"\b(?:not|no)\s+(?:after|later\s+than)\s+{_OF}{_YEAR}|不晚于{_YEAR}年?"),
    ("since", rf"\b(?:in|on|during)\s+(?:or|and)\s+after\s+{_YEAR}|{_YEAR}\s*(?:or|and)\s+(?:later|after|since|beyond|newer|thereafter|onwards?)\b(?!\s+\d)|"
              rf"\b(?:since|starting\s+(?:in|from|with)|beginning\s+(?:in|from|with)|as\s+from)\s+{_OF}{_YEAR}|{_YEAR}\s*(?:onwards?|on|to\s+(?:date|now|the\s+present|present|today))\b|"
              rf"{_YEAR}年?{_WITH}(?:以后|之后|后|更晚)|(?:自|从){_YEAR}年?(?:度|初)?(?!\s*[和、])|{_YEAR}年?(?:度|初)?(?:以后|以来|起|开始|至今|到现在|到今天|到目前|往后)"),
    ("until", rf"\b(?:in|on|during)\s+(?:or|and)\s+before\s+{_YEAR}|{_YEAR}\s*(?:or|and)\s+(?:earlier|before|older)\b(?!\s+\d)|\bbefore\s+the\s+(?:end|close)\s+of\s+{_YEAR}|"
              rf"\b(?:by|until|till|up\s+to|through)\s+{_OF}{_YEAR}|{_YEAR}年?{_WITH}(?:以前|之前|前|更早)|(?:截[至止到]|直?到){_YEAR}年?"),
    ("before", rf"\b(?:before|prior\s+to|earlier\s+than|older\s+than|pre-?)\s*{_OF}{_YEAR}|早于{_YEAR}年?|{_YEAR}年?(?:度|初)?(?:以前|之前|前(?![后期半往提]))"),
    ("after", rf"\b(?:after|later\s+than|newer\s+than|post-?)\s*{_OF}{_YEAR}|晚于{_YEAR}年?|{_YEAR}年?(?:度)?(?:之后|后(?![来期半]))"),
    ("in", rf"\b(?:in|from|of|during|for)\s+(?:the\s+year\s+)?{_YEAR}|{_YEAR}年|\b(?:decided|judged|sentenced|imposed)\s+{_YEAR}|{_YEAR}\s+(?:cases|penalties|judge?ments)\b"),
)  # fmt: skip
_KINDS = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _BOUNDS]
_ONE = re.compile(_YEAR)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
# months and days, which few cases tell; years that are left out; years counted from today
_FINER = re.compile(
    rf"{_Y}\s*年\s*(?:\d|[一二三四五六七八九十]|[上下]半年|第?[一二三四]季)|{_Y}[-/.]\d{{1,2}}(?!\d)|\b{_MONTH},?\s+(?:of\s+)?{_Y}|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_Y}|"
    rf"{_Y}年?(?:以外|之外|除外)|(?:不是|除了?|非)(?:在)?{_Y}|\b(?:not|except|excluding|other\s+than|outside)\s+(?:in\s+)?{_Y}|"
    r"[近最]近?(?:这)?[几两\d一二三四五六七八九十]+年|\b(?:last|past|recent)\s+(?:\w+\s+)?years\b",
    re.IGNORECASE,
)


class Years(NamedTuple):
    """The years asked for, the first and the last; 0 and EVER where there is no bound."""

    first: int
    last: int

    def holds(self, year: int) -> bool:
        """Whether a year is one of them."""
        return self.first <= year <= self.last


def is_unread(text: str) -> bool:
    """Return whether a text limits the time in a way that years do not tell: March 2020, other than 2020, 近三年."""
    text = _plain(text)
    pair = _PAIR.search(text)
    apart = pair and not _RANGE.search(text) and int(pair["b"]) != int(pair["a"]) + _NEXT
    return bool(_FINER.search(text) or apart)


def years_in(text: str) -> Years | None:
    """Return the years to which a text limits what it asks for; None without such.

    :param text: In Simplified characters and plain forms. 2020年以后 begins with 2020, 2020年之后 and after 2020 with 2021.
    """
    text = _plain(text)
    if found := _RANGE.search(text):
        first, last = sorted(int(year) for year in found.groups() if year)
        return Years(first, last)
    if found := _PAIR.search(text):
        return Years(*sorted((int(found["a"]), int(found["b"]))))
    within: Years | None = None
    for kind, pattern in _KINDS:
        while (match := pattern.search(text)) and (kind != "in" or within is None):
            bound = _bounds(kind, int(_ONE.findall(match[0])[-1]))
            within = Years(max(within.first, bound.first), min(within.last, bound.last)) if within else bound
            text = text[: match.start()] + " " + text[match.end() :]  # not before 2020 is not read again as before 2020
    return within


def without_years(text: str) -> str:
    """Return a text with its years left out, so that they are not read as spans: 2019年 is none of 2,019 years."""
    return re.sub(rf"{_YEAR}\s*年?", " ", _plain(text))


def _bounds(kind: str, year: int) -> Years:
    return {
        "in": Years(year, year), "since": Years(year, EVER), "until": Years(0, year),
        "before": Years(0, year - _NEXT), "after": Years(year + _NEXT, EVER),
    }[kind]  # fmt: skip


def _plain(text: str) -> str:
    """The text with years of Chinese figures in Arabic ones: 二〇二〇年."""
    return _HAN_YEAR.sub(lambda match: str(parse_numeral(match[0].replace("○", "〇"))), text)
