"""The share of a sum that somebody got: 分成5%, 拿三成, a 20% commission."""

import re
from decimal import Decimal

from retrieval.amounts.bounds import CLAUSE
from retrieval.numerals import NUMERAL, parse_numeral

_PERCENT = re.compile(
    rf"(?P<figures>(?<!\d)\d{{1,9}}(?:\.\d{{1,9}})?)\s{{0,3}}(?:[%％]|per ?cent\b)|百分之(?P<numeral>{NUMERAL})|"
    r"(?P<tenths>[一二三四五六七八九])成(?![员为立功交品本年果])|(?P<half>一半|\bhalf\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"分成|提成|抽成|抽取|抽佣|抽水|佣金|返佣|分红|占股|持股|股份|分得|分到|分给|分了|拿|"
    r"\b(?:shares?|cut|commissions?|split|stake|kept|keeps?|retained|his|hers?|their)\b",
    re.IGNORECASE,
)


def read_share(text: str) -> Decimal | None:
    """Return the share in percent, more than 0 and less than 100; None without one, or with several.

    :param text: As `plain` returns it.
    """
    found = {
        percent
        for clause in CLAUSE.split(text)
        if _SHARE.search(clause)
        for match in _PERCENT.finditer(clause)
        if 0 < (percent := _percent(match)) < 100
    }
    return found.pop() if len(found) == 1 else None


def _percent(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal(50)
    if match["tenths"]:
        return Decimal(10 * (parse_numeral(match["tenths"]) or 0))
    return Decimal(match["figures"]) if match["figures"] else Decimal(parse_numeral(match["numeral"]) or 0)
