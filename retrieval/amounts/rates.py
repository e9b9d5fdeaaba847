"""Sums that are so much a month, a year or a head, and how many months, years and heads there were."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from retrieval.number_words import CARDINALS
from retrieval.numerals import NUMERAL, parse_numeral

HEAD, TURN = "head", "turn"
_UP_TO_TWELVE = ("a", *CARDINALS[:12])
_NO_DATE = r"(?<![\d〇零一二三四五六七八九十])"  # 2022年收入 are the receipts of that year
# what stands before the number says per what it is
_BEFORE = {
    "month": rf"每个?月|{_NO_DATE}月(?:入|收入?|赚|净赚|薪|均|租|费)|一个月|包月|\bmonthly\b",
    "year": rf"每年|{_NO_DATE}年(?:入|收入|赚|费)|包年|\b(?:yearly|annual(?:ly)?)\b",
    "week": r"每周|每星期|\bweekly\b",
    "day": rf"每天|每日|{_NO_DATE}日(?:入|收|赚|均)|一天|\bdaily\b",
    TURN: r"每[次回笔]|[次回笔]各|\beach time\b",
    HEAD: r"每人|人均|(?:账号|帐号|用户|客户|节点)每个(?!月)|每个(?:用户|账号|帐号|客户|人|号)|每单|每份|每月租金?|单价|月租|月费|包月|包年|\beach\b(?! time)",
}
_BEHIND = {
    "month": r"(?:/|每个?|一个?)月|a month\b|per month\b|monthly\b|each month\b|every month\b|/mo(?:nth)?\b|pcm\b",
    "year": r"(?:/|每|一)年|(?:a|per) (?:year|annum)\b|annually\b|each year\b|every year\b|/y(?:ea)?r\b",
    "week": r"(?:/|每|一)周|(?:a|per) week\b|weekly\b",
    "day": r"(?:/|每|一)天|(?:a|per) day\b|daily\b",
    TURN: r"[/每][次回笔]|(?:each|every|per|a) time\b",
    HEAD: r"(?:/|每|一个?)(?:人|个|单|份|用户|账号|帐号)|each\b(?! time)|apiece\b|(?:a|per) (?:head|user|customer|person|account|subscriber|client|order|subscription)\b",
}
# 15 yuan a month to 200 users
_TO_HEADS = re.compile(r"^\s*(?:to|from|by)\b")
_UNIT = re.compile(r"^\s*(?:元|块钱?|yuan\b|rmb\b|cny\b)?\s*(?:钱)?\s*", re.IGNORECASE)
_LASTED_ZH = re.compile(
    r"(?<![判刑处缓\d〇零一二两三四五六七八九十])(?<![判处缓]了)(?:(?P<half>半年)|(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?P<unit>个多?月|年|周|天)(?P<and_half>半)?)"
    r"(?!\s*(?:以[上下内]|有期|徒刑|之?[前后内]|\d{1,2}月|每|\d|[一二两三四五六七八九][百千万]))"
)
_LASTED_EN = re.compile(
    r"\b(?:for|over|during|within|lasted|lasting|after)\s+(?:about |some |roughly |nearly |the )?"
    rf"(?:(?P<half>half a year|six months)|(?P<n>\d{{1,3}}|{'|'.join(_UP_TO_TWELVE)})\s+(?:(?P<and_half>and a half)\s+)?(?P<unit>months?|years?|weeks?|days?)(?:\s+(?P<half_more>and a half))?)\b",
    re.IGNORECASE,
)
# how many times, and how many were sold of what is told by its price
_TURNS = re.compile(
    rf"(?<![第每])(?P<n>\d{{1,4}}|{NUMERAL})\s*[次回笔](?!点击)|\b(?P<en>\d{{1,4}}|{'|'.join(CARDINALS[:12])})\s+times\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    rf"(?:卖|售)[出了掉过]*\s*(?P<n>\d{{1,6}}|{NUMERAL})\s*[个份单套张条件]|\bsold\s+(?P<en>\d{{1,6}})\b(?!\s*(?:yuan|rmb|cny|,))",
    re.IGNORECASE,
)
_TIMES = {"月": "month", "年": "year", "周": "week", "天": "day"}


@dataclass(frozen=True)
class Lasting:
    """How long something went on: `number` of `unit`, which is `month`, `year`, `week` or `day`."""

    number: Decimal
    unit: str

    def of(self, unit: str) -> Decimal | None:
        """Return how many of another unit that is; None where it cannot be known exactly."""
        if self.unit == unit:
            return self.number
        if (self.unit, unit) == ("year", "month"):
            return self.number * 12
        if (self.unit, unit) == ("month", "year"):
            return self.number / 12
        return None


def per_what(before: str, after: str) -> tuple[str, ...]:
    """Return per what a sum is so much: of `month`, `year`, `week`, `day`, `head`; empty if it is a sum.

    :param before: What stands before the number in its clause.
    :param after: What stands behind it in its clause.
    """
    behind = after[match.end() :] if (match := _UNIT.match(after)) else after
    units = [
        unit
        for unit, words in _BEFORE.items()
        if re.search(rf"(?:{words})[^，。,;；\d]{{0,8}}$", before, re.IGNORECASE)
    ]
    for unit, words in _BEHIND.items():
        if told := re.match(words, behind, re.IGNORECASE):
            units.append(unit)
            if _TO_HEADS.match(behind[told.end() :]):
                units.append(HEAD)
    return tuple(dict.fromkeys(units))


def lasting(text: str) -> Lasting | None:
    """Return how long a text says that something went on; None if it says nothing, or several things."""
    found = {_lasting(match) for pattern in (_LASTED_ZH, _LASTED_EN) for match in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else None


def turns_in(text: str) -> list[int]:
    """Return the numbers of times that a text tells, each once: 分三次, three times."""
    return _counts(_TURNS, text)


def sold_in(text: str) -> list[int]:
    """Return how many a text says were sold without saying of what: 卖了300个."""
    return _counts(_SOLD, text)


def _counts(words: re.Pattern[str], text: str) -> list[int]:
    return list(dict.fromkeys(int(_number(match["n"] or match["en"])) for match in words.finditer(text)))


def _lasting(match: re.Match[str]) -> Lasting:
    if match["half"]:
        return Lasting(Decimal(6), "month")
    halved = match["and_half"] or match.groupdict().get("half_more")
    number, unit = _number(match["n"]), _TIMES.get(match["unit"][-1], match["unit"].lower().rstrip("s"))
    return Lasting(number + (Decimal("0.5") if halved else 0), unit)


def _number(text: str) -> Decimal:
    word = text.lower()
    if word in _UP_TO_TWELVE:
        return Decimal(max(1, _UP_TO_TWELVE.index(word)))
    return Decimal(word) if word.isdecimal() else Decimal(parse_numeral(word) or 0)


def factors(
    per: Sequence[str], lasted: Lasting | None, heads: Sequence[int], turns: Sequence[int] = ()
) -> tuple[Decimal, ...] | None:
    """Return by what a rate is multiplied to make the sum; None if a number of them is not known.

    :param heads: The numbers of customers, accounts or orders that the text gives.
    :param turns: The numbers of times that it gives.
    """
    made: list[Decimal] = []
    counted = {HEAD: heads, TURN: turns}
    for unit in per:
        if unit in counted:
            if len(counted[unit]) != 1:
                return None
            made.append(Decimal(counted[unit][0]))
        elif lasted and (number := lasted.of(unit)):
            made.append(number)
        else:
            return None
    return tuple(made)
