"""Dates in Chinese: 2019年3月5日, 二〇一九年三月, 19年3月, 2019年上半年."""

import re
from collections.abc import Iterator
from datetime import timedelta

from retrieval.dates.days import Days, Found, days_of, full_year
from retrieval.dates.figures import YEAR
from retrieval.dates.parts import PART_OF_MONTH_ZH, PART_OF_YEAR_ZH, part_of_month, part_of_year
from retrieval.numerals import read_number

_NUMERAL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_MONTH = rf"(?P<m>{_NUMERAL})\s*月份?的?(?:\s*(?P<d>{_NUMERAL})\s*[日号]|(?P<pm>{PART_OF_MONTH_ZH}))?"
# the other end, of the same year: 至6月, 3-5月
_TO_MONTH = rf"\s*(?:至|到|—|–|-|~|、)\s*(?P<m2>{_NUMERAL})\s*月份?(?:\s*(?P<d2>{_NUMERAL})\s*[日号])?"
_SIGN = "[零〇○一二三四五六七八九]"
# two figures are a year where more of a date follows, or what was done then; else they may be a term: 判了15年
_SHORT = (
    rf"(?<![判处刑期满了近约达第过])(?:\d{{2}}|[零〇○一二]{_SIGN})(?=\s*年的?\s*(?:(?:{_NUMERAL})\s*月|{PART_OF_YEAR_ZH}|"
    rf"(?:的?时候|那时|那会|开始|卖|出售|提供|搭建|做的|干的|的事|发生|被抓|的行为|的案)))|[0零〇○](?:\d|{_SIGN})(?=\s*年(?!\s*个?月))"
)
# 从17年卖到19年
_SHORT_RANGE = re.compile(
    r"(?<=[从自])\s*(?P<y>\d{2})年?[^，。,?？\d]{0,4}?(?:至|到|-|–|—|~)\s*(?P<then>\d{2})年(?!\s*(?:以[上下内]|有期|徒刑|的刑))"
)
_PATTERN = re.compile(
    rf"(?<![\d一二三四五六七八九十百千.])(?:(?P<y>{YEAR}|(?:一九|二[〇零○]){_SIGN}{{2}})|(?P<short>{_SHORT}))\s*年(?:度|份)?"
    rf"(?:的?\s*{_MONTH}(?:{_TO_MONTH})?|的?\s*(?P<m3>\d{{1,2}})\s*(?:-|–|—|~|、|至|到)\s*(?P<m4>\d{{1,2}})\s*月|的?\s*(?P<part>{PART_OF_YEAR_ZH}))?"
    # 前后: on both sides of it
    r"(?:(?P<around>\s*(?:的?前后))|(?P<before>\s*(?:以前|之前|前(?![后期半往两三几\d])))|(?P<after>\s*(?:以后|之后|起(?![诉草施实生])|后(?![来续果期半]))))?",
    re.IGNORECASE,
)
# a year in front of these belongs to a name: 2011年两高解释, the 2021 draft
_NAMED = re.compile(
    r"\s*(?:[(（]?\d|两高|解释|草案|征求意见|版|修订|修正|修法|修改(?:后|过|的?决定|案)|标准|意见|规定|条例|纪要|通知|目录|文章|的?文本|本|"
    r"的?最?新(?:的|版)?的?(?:[^\W\d_的了卖买开违非在是有被我他她做]{0,8}?(?:(?<![办方手用合司])法(?![院官人])|解释|条例|规定|办法|标准|意见)|规(?![模矩则划])|修[订正改]))"
)


def find_in_chinese(text: str) -> Iterator[Found]:
    """Yield the dates that stand in a text in Chinese."""
    for match in _SHORT_RANGE.finditer(text):
        first, last = days_of(full_year(match["y"])), days_of(full_year(match["then"]))
        if first and last and first < last:
            yield Found(match.start("y"), match.end(), first[0], last[1], whole_year=True, unsure=True)
    for match in _PATTERN.finditer(text):
        whole_year = not (match["m"] or match["m3"])
        if whole_year and not match["part"] and _NAMED.match(text, match.end()):
            continue
        if (read := _read(match)) is None:
            continue
        (first, last), unsure = read
        if match["around"]:
            yield Found(match.start(), match.end(), first - timedelta(days=1), last, whole_year, unsure)
        elif match["before"]:
            last = first - timedelta(days=1) if not match["d"] else last - timedelta(days=1)
            yield Found(match.start(), match.end(), last, last, unsure=unsure)
        elif match["after"]:
            start = first if "起" in match["after"] else last + timedelta(days=1)
            yield Found(match.start(), match.end(), start, last, whole_year, unsure, stays_open=True)
        else:
            yield Found(match.start(), match.end(), first, last, whole_year, unsure)


def _read(match: re.Match[str]) -> tuple[Days, bool] | None:
    """The days, and whether they may be meant otherwise; None if there are none such."""
    short = match["short"]
    year = _value(short or match["y"])
    if short and year is not None:
        year = full_year(f"{year:02d}")
    if year is None:
        return None
    if match["part"]:
        days, sure = part_of_year(match["part"], year)
        return days, not sure or bool(short)
    month = _value(match["m"] or match["m3"])
    if match["pm"] and month:
        part = part_of_month(match["pm"], year, month)
        return part and (part, bool(short))
    days = days_of(year, month, _value(match["d"]))
    to_month = _value(match["m2"] or match["m4"])
    if to_month:
        end = days_of(year, to_month, _value(match["d2"]))
        if not (days and end and days[0] <= end[1]):
            return None
        return (days[0], end[1]), bool(short)
    return days and (days, bool(short))


def _value(text: str | None) -> int | None:
    """The number in figures or in a Chinese numeral: 2021, 二〇二一."""
    return read_number(text and text.replace("○", "〇"))
