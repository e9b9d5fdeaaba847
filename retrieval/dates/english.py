"""Dates in English: 1 May 2024, in March 2019, early 2019, FY2019, the 2018 sales."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from retrieval.dates.days import Days, Found, days_of, full_year, months_of
from retrieval.dates.figures import COUNTED, YEAR
from retrieval.dates.parts import PART_EN, part_of_month, part_of_year

_NAMES = "january february march april may june july august september october november december".split()
MONTH_EN = "|".join(["sept", *(f"{name[:3]}(?:{name[3:]})?" for name in _NAMES)])
_ORDINAL = r"(?:st|nd|rd|th)?"
_PART = rf"(?:(?:the\s+)?(?P<part>{PART_EN})(?:\s+part)?(?:[\s-]+of)?(?:[\s-]+the\s+year)?[\s,/-]*)"
_DAY_BEFORE = rf"(?:(?:the\s+)?\b(?P<d>\d{{1,2}}){_ORDINAL}[\s-]+(?:of\s+)?)?"  # 1 September, the 1st of September
_DAY_BEHIND = rf"(?:(?P<d2>\d{{1,2}}){_ORDINAL},?\s+)?"
_SINCE_MONTH = rf"(?:(?P<m0>{MONTH_EN})\.?\s*(?:to|until|till|through|and|-|–|—)\s*)?"
_MONTH_OF = rf"{_SINCE_MONTH}\b(?P<month>{MONTH_EN})\b\.?,?[\s/-]*(?:of\s+)?{_DAY_BEHIND}"
_YEAR_END = r"(?![\w]|[-/]\d|\.\d|,\d{3})"
_WITH_MONTH = re.compile(
    rf"(?<![\w-]){_PART}?{_DAY_BEFORE}{_MONTH_OF}(?:(?P<y>{YEAR})|['’](?P<y2>\d\d))(?P<s>['’]s)?{_YEAR_END}|"
    rf"(?<![\w-])(?P<d3>\d{{1,2}})[-/](?P<month3>{MONTH_EN})[-/](?P<y3>{YEAR}|\d\d){_YEAR_END}|"
    # in 2019 March, 2019 March 5; may is a verb too
    rf"(?<![\w.,/-])(?P<y4>{YEAR})[\s,-]+(?P<month4>{MONTH_EN})\b\.?(?:[\s-]+(?P<d4>\d{{1,2}}){_ORDINAL}\b(?!\s*[%,]?\d))?(?<!\bmay)",
    re.IGNORECASE,
)
_WITH_PART = re.compile(
    rf"(?<![\w-]){_PART}(?:(?P<y>{YEAR})|['’](?P<y2>\d\d)){_YEAR_END}|(?<![\w.,/-])(?P<y3>{YEAR})[\s,-]*(?P<part3>H[12]|[12]H|Q[1-4]|[1-4]Q|"
    # in 2015 spring; acts that in 2015 fall under a law are of no autumn
    r"spring\s+festival|spring|summer|autumn|winter|fall(?!\s+(?:un|with|out|in|on|for|to|be|short|foul|through|behind|off|down|back|apart)))\b",
    re.IGNORECASE,
)
_FISCAL = re.compile(
    rf"\b(?:(?:FY|(?:(?:fiscal|financial|tax|calendar|business)\s+)?year)[\s-]*(?P<y>{YEAR})|FY[\s-]*['’]?(?P<y2>\d\d)){_YEAR_END}",
    re.IGNORECASE,
)
_WORDS = (
    "in|during|between|on|as of|as at|by|before|since|until|till|prior to|of|at the end of|end of|from|after|through|throughout|"
    "around|about|circa|all of|dated|back in|within|course of|(?:no|not) later than|as (?:early|late) as|up to|(?<!the )year of|calendar"
)
PREPOSITION = re.compile(rf"\b(?:{_WORDS}|to)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_NUMBERS_TOO = frozenset(
    ["about", "around", "circa", "by", "from", "of", "on", "through", "up to", "within", "between", "after", "before"]
)
_ALONE = re.compile(rf"\b(?P<word>{_WORDS})\s+(?P<date>(?P<y>{YEAR})(?:['’]s)?){_YEAR_END}", re.IGNORECASE)
_SHORT = re.compile(
    r"\b(?P<word>in|during|since|from|until|till|before|after|by)\s+(?P<date>['’](?P<y>\d\d)\b)", re.IGNORECASE
)
# 2019 conduct, the 2018 sales
_OF_CONDUCT = re.compile(
    rf"(?<![\w.,/$¥€-])(?P<y>{YEAR})(?:['’]s)?\s+(?:\w+\s+)?(?:conduct|sales?|acts?|offen[cs]es?|deals?|transactions?|operations?|events?|use|usage|"
    r"activit(?:y|ies)|business|incidents?|income|profits?|receipts|gains|revenue|turnover|facts|onwards?)\b",
    re.IGNORECASE,
)
_UNTIL_NOW = re.compile(
    rf"(?<![\w.,/$¥€-])(?P<y>{YEAR})\s*(?:(?:-|–|—|~|to|until|till|至|到)\s*)(?:今(?!年)|现在|(?:now|(?:the\s+)?present|today|date)\b)",
    re.IGNORECASE,
)
# put right in a follow-up: it was 2016 actually; sorry, 2019
_PUT_RIGHT = re.compile(
    rf"^\W*(?:(?:no|sorry|actually|correction|wait|I mean(?:t)?|it|that|was|happened|in|rather)\W+)+(?P<y>{YEAR})\b(?=\W*(?:actually|sorry|not\b[^.?!]{{0,20}}|instead|I mean(?:t)?)?\W*$)",
    re.IGNORECASE,
)
# the other end of a range: until 2014, or 2019
_UNTIL = re.compile(
    rf"\s*(?:to|until|till|through|and|or|&|,|-|–|—)\s+(?:(?:or|and)\s+)?(?P<date>(?P<y>{YEAR})){_YEAR_END}",
    re.IGNORECASE,
)
# a year in front of these belongs to a name; in 2018 under article 285 it does not
_NAMED = re.compile(
    r"\s*(?:(?!(?:under|for|by|against|violating|the)\b)\w+\s+)?(?:interpretation|draft|regulation|provision|opinion|law|act(?!s\b)|text|article|standard|edition|version|notice|catalogue|measure)",
    re.IGNORECASE,
)
# acts of 2018 are conduct, the Act of 2018 is a text
_LAW_OF = re.compile(
    r"\b(?:law|rules|acts|conduct|deeds|offen[cs]es|sales|deals|events|facts|behaviou?r|use|operations|income|receipts|profits)\s*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<!\bor )\b(?:before|prior to)\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE_AND_AFTER = re.compile(
    r"\b(?:(?:before|prior to) (?:and|or|versus|vs\.?) (?:after|since|from)|(?:after|since) (?:and|or) before|(?:on )?(?:either|both) sides? of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|since)\s+(?:(?:the|about|around)\s+)?$", re.IGNORECASE)
_ONWARDS = re.compile(r"\s*(?:onwards?|and (?:later|after)|or later|on(?=\s*(?:[.,;?!]|$)))", re.IGNORECASE)


def find_in_english(text: str) -> Iterator[Found]:
    """Yield the dates that stand in a text in English; they may overlap."""
    for match in _WITH_MONTH.finditer(text):
        if (read := _month(match)) and not _NAMED.match(text, match.end()):
            yield _placed(
                text,
                match.start(),
                match.end(),
                *read,
                named_day=bool(match["d"] or match["d2"] or match["d3"] or match["d4"]),
            )
    for match in (*_WITH_PART.finditer(text), *_FISCAL.finditer(text)):
        groups = match.groupdict()
        year = full_year(groups["y"] or groups["y2"] or groups["y3"])
        name = groups.get("part") or groups.get("part3")
        days, sure = part_of_year(name, year) if name else (_of_year(year), len(groups["y"] or "") == 4)
        yield _placed(text, match.start(), match.end(), days, not sure, whole_year=True)
    for match in (*_ALONE.finditer(text), *_SHORT.finditer(text)):
        word = match["word"].lower()
        of_a_text = word == "of" and not _LAW_OF.search(text, 0, match.start())
        number = word in _OF_NUMBERS_TOO and COUNTED.match(text, match.end())
        number = number or (word in ("about", "around") and match["y"] == "2000")
        if not (of_a_text or number or _NAMED.match(text, match.end())):
            yield from _from(text, match, len(match["y"]) == 2)
    for match in _OF_CONDUCT.finditer(text):
        yield _placed(text, match.start(), match.end("y"), _of_year(int(match["y"])), whole_year=True)
    for match in _UNTIL_NOW.finditer(text):
        yield Found(match.start(), match.end(), *_of_year(int(match["y"])), whole_year=True, stays_open=True)
    if right := _PUT_RIGHT.match(text):
        yield _placed(text, right.start("y"), right.end("y"), _of_year(int(right["y"])), whole_year=True)


def find_other_ends(text: str, found: list[Found]) -> Iterator[Found]:
    """Yield the years that follow dates as the other end of a range, which have no preposition of their own."""
    for one in found:
        end = one.end
        while match := _UNTIL.match(text, end):
            if COUNTED.match(text, match.end()):
                break
            yield from _from(text, match, False)
            end = match.end()


def _from(text: str, match: re.Match[str], unsure: bool) -> Iterator[Found]:
    year = full_year(match["y"])
    yield _placed(text, match.start("date"), match.end(), _of_year(year), unsure, whole_year=True)


def _of_year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _placed(
    text: str, start: int, end: int, days: Days, unsure: bool = False, whole_year: bool = False, named_day: bool = False
) -> Found:
    """The date with what stands before or behind it: before 2019, since 2019, 2019 onwards."""
    first, last = days
    if _BEFORE_AND_AFTER.search(text, 0, start):
        return Found(start, end, first - timedelta(days=1), last, whole_year, unsure, stays_open=True)
    if _BEFORE.search(text, 0, start):
        last = (last if named_day else first) - timedelta(days=1)
        return Found(start, end, last, last, unsure=unsure)
    if word := _AFTER.search(text, 0, start):
        begin = last + timedelta(days=1) if word[0].lower().startswith("after") else first
        return Found(start, end, begin, last, whole_year, unsure, stays_open=True)
    return Found(start, end, first, last, whole_year, unsure, stays_open=bool(_ONWARDS.match(text, end)))


def _month(match: re.Match[str]) -> tuple[Days, bool] | None:
    """The days of a date with a month, and whether they may be meant otherwise."""
    groups = match.groupdict()
    name = groups["month"] or groups["month3"] or groups["month4"]
    figures = groups["y"] or groups["y2"] or groups["y3"] or groups["y4"]
    year, month = full_year(figures), _number(name)
    day = int(groups["d"] or groups["d2"] or groups["d3"] or groups["d4"] or 0) or None
    if (
        groups["month"]
        and name.lower() == "may"
        and not (day or groups["part"] or groups["m0"] or _after_preposition(match))
    ):
        return None  # that may 2020 apply?
    if groups["part"] and not day:
        days = part_of_month(groups["part"], year, month)
        return days and (days, True)
    days = days_of(year, month, day)
    if groups["m0"] and days and _number(groups["m0"]) <= month:
        days = months_of(year, _number(groups["m0"]), month)[0], days[1]
    return days and (days, len(figures) == 2)


def _after_preposition(match: re.Match[str]) -> bool:
    words = rf"\b(?:{_WORDS}|to|and)\s+$"
    return bool(re.search(words, match.string[: match.start()], re.IGNORECASE))


def _number(name: str) -> int:
    return next(i for i, own in enumerate(_NAMES, 1) if name.lower()[:3] == own[:3])
