"""Questions over all cases: the longest term, the most users, suspended sentences above an amount."""

import re
from dataclasses import dataclass, replace

from retrieval.cases.befell import befell, outcome_in
from retrieval.cases.conditions import (
    Limit,
    asks_for_cases,
    asks_for_money,
    asks_of_collection,
    conduct_of,
    is_of_a_rule,
    limit_in,
    seller_or_user,
)
from retrieval.cases.extremes import Order, extreme_of
from retrieval.cases.rates import rate_of
from retrieval.cases.records import region_in
from retrieval.reading.own_matter import Conduct, conduct_in, is_own, means_several
from retrieval.reading.pointing_back import is_short

_CASES = r"(?:案例|案子|案件|先例|判例|例子|有哪些|哪些|哪个案|有没有|有无|有过|找|的有)"
_CASES_EN = r"\b(?:cases?|examples?|precedents?|penalt(?:y|ies)|anyone|any seller|has there been|were there|which)\b"
_NOT_PROSECUTED = re.compile(
    rf"{_CASES}[^,?!。？！，]{{0,10}}不起诉(?!决定|制度)|不起诉的?[^,?!。？！，]{{0,4}}(?:案例|案子|先例|判例|例子|有吗|有没有|有哪些)|"
    rf"{_CASES_EN}[^.?!]{{0,40}}\b(?:non-prosecution|not (?:been )?prosecuted|not to prosecute|declined to prosecute|dropped by the procurator\w*)\b",
    re.IGNORECASE,
)
_CLEARED = re.compile(
    r"无罪(?:或者?|和|、)(?:者)?不起诉|不起诉(?:或者?|和|、)(?:者)?无罪|\bacquit\w* or (?:\w+ ){0,3}(?:non-prosecution|prosecuted)\b",
    re.IGNORECASE,
)
_SUSPENDED = re.compile(
    rf"{_CASES}[^?!。？！]{{0,14}}缓刑|缓刑的?[^?!。？！]{{0,6}}{_CASES}|(?:获利|违法所得|赚|流水)[^,?!。？！，]{{0,8}}判?(?:了)?缓刑的|"
    rf"{_CASES_EN}[^.?!]{{0,50}}\b(?:suspended|suspension|probation)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?:有没有|有无|哪些|有过|是否)[^,?!。？！，]{0,4}(?:罚|处罚)过?[^,?!。？！，]{0,3}(?:公司|企业|单位)|(?:公司|企业|单位)(?:被罚|被处罚|受过?处罚)过?的?(?:案例|例子|先例|吗|有吗|有没有|有哪些)|"
    rf"(?:{_CASES_EN}|\b(?:has|have|was|were)\b)[^.?!]{{0,40}}\b(?:compan(?:y|ies)|firms?|corporations?|business(?:es)?)\b[^.?!]{{0,24}}\b(?:fined|punished|penali[sz]ed|sanctioned|warned)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"{_CASES}[^?!。？！]{{0,12}}(?:罪名|定性)[^,?!。？！，]{{0,6}}(?:变|改)|(?:改变|变更|改)(?:了)?(?:罪名|定性)[^?!。？！]{{0,6}}{_CASES}|"
    rf"{_CASES_EN}[^.?!]{{0,50}}\bcharges?\b[^.?!]{{0,20}}\b(?:changed|switched|reclassified|altered)\b|\bcharges? changed by the court\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?P<n>(?<![\d.,])\d[\d,]*(?:\.\d+)?)(?!\s*年)\s*(?P<u>万|k\b|thousand\b|m\b|million\b)?|(?P<some>几十|几百|几)万",
    re.IGNORECASE,
)
_YEARS = range(1900, 2100)
# asked of a text, or of a rule: who cannot be given one; or with a condition that is not reckoned here
_OTHER = re.compile(
    r"综述|文章|那篇|哪些(?:人|情[形况]|条件)[^,?!，。？！了过]{0,8}缓刑|\b(?:article(?! \d)|survey|paper|study)\b",
    re.IGNORECASE,
)
_UNITS = {"万": 1e4, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
_SOME = {"几": (1e4, 1e5), "几十": (1e5, 1e6), "几百": (1e6, 1e7)}
# the two Zhejiang cases, cases from Hubei, 湖北的案子
_CASES_OF_PLACE = re.compile(
    r"\b(?:cases|judge?ments|penalties|sellers|convictions)\b|案例|案子|的案件|判例", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:in|from|of|during) (?:19|20)\d\d\b|(?<!\d)(?:19|20)\d\d年")
_LEAST = 1000  # yuan; a smaller number counts something else


@dataclass(frozen=True)
class Asked:
    """What is asked of all cases.

    :param measure: users, term, fine or gains: the cases are put in order by it.
    :param order: From which end, or whether the average is asked for.
    :param only: not_prosecuted, suspended, company, changed, acquitted, cleared (either), warned (no more), jailed, convicted,
        detained, fined, punished or cases: which cases count; `cases` is every one that keeps the other conditions.
    :param bounds: Of the field `of`, at least and less than.
    :param of: What the bounds are of: gains (or turnover, in yuan), fine (yuan), users or term (months).
    :param charges: The articles of the Criminal Law under one of which the case was charged; empty for any.
    :param conduct: Count only cases on this.
    :param region: Count only those of this province, by its Chinese name.
    :param year: Count only those decided in this year.
    :param money: Show the gains or turnover of each.
    :param is_rate: Whether it is asked how often or how likely it is.
    """

    measure: str | None = None
    only: str | None = None
    bounds: tuple[float, float] | None = None
    of: str = "gains"
    charges: tuple[str, ...] = ()
    conduct: Conduct | None = None
    region: str | None = None
    year: int | None = None
    money: bool = False
    order: Order = "most"
    is_rate: bool = False


def asked_of_cases(text: str, context: str = "", charges: tuple[str, ...] = (), language: str = "en") -> Asked | None:
    """Return what a question asks of all cases; None if it does not.

    :param context: The question that it points back to.
    :param charges: The articles of the crimes that it names.
    """
    if _OTHER.search(text):
        return None
    if outcome := rate_of(text):
        return Asked(only=outcome, charges=charges, conduct=conduct_in(text), is_rate=True)
    if extreme := extreme_of(text):
        conduct = conduct_of(text) or seller_or_user(text, but_users=extreme.measure == "users")
        return Asked(extreme.measure, conduct=conduct, charges=charges, region=region_in(text), order=extreme.order)
    for name, pattern in (
        ("cleared", _CLEARED), ("not_prosecuted", _NOT_PROSECUTED), ("changed", _CHANGED), ("company", _COMPANY), ("suspended", _SUSPENDED),
    ):  # fmt: skip
        if pattern.search(text) and not is_of_a_rule(text):
            return Asked(only=name, bounds=_bounds(text) if name == "suspended" else None, charges=charges)
    if told := befell(text, context):
        return Asked(only=told.outcome, conduct=told.conduct, region=told.region)
    return None if is_own(text, language) else _selected(text, charges)


def lists_cases(text: str, language: str) -> bool:
    """Return whether a text asks of all cases by itself, and means none of those spoken of before: 福建的案子有几个."""
    return asked_of_cases(text, language=language) is not None and not means_several(text)


def with_other_conditions(before: Asked, text: str, charges: tuple[str, ...], language: str) -> Asked | None:
    """Return what was asked of all cases before, with the conditions that a few words put in their place; None if they put none.

    :param text: and in Henan? 那超过一万的呢
    """
    if not is_short(text, language) or is_own(text, language) or asks_for_cases(text):
        return None
    region, outcome, limit = region_in(text), outcome_in(text), limit_in(text, of=before.of)
    if not (region or outcome or limit or charges):
        return None
    changed = replace(before, region=region or before.region, charges=charges or before.charges)
    if outcome and before.measure is None:
        changed = replace(changed, only=outcome, bounds=None)
    return replace(changed, bounds=limit.bounds, of=limit.of) if limit else changed


def _selected(text: str, charges: tuple[str, ...]) -> Asked | None:
    """The cases that a question asks for by a charge, a province, a year, a bound or an outcome; None if by none of them."""
    region = region_in(text)
    every = asks_of_collection(text)
    if not every and not asks_for_cases(text) and not (region and _CASES_OF_PLACE.search(text)):
        return None
    limit, outcome = limit_in(text), outcome_in(text)
    if not (limit or outcome or charges or region or every or _YEAR.search(text)):
        return None
    if limit and not (limit.of == "term" and outcome == "jailed"):  # three years and more, and served
        outcome = None
    limit, only = limit or Limit("gains", (0.0, 0.0)), outcome or "cases"
    bounds = limit.bounds if any(limit.bounds) else None
    money = bounds is None and asks_for_money(text)
    return Asked(None, only, bounds, limit.of, charges, conduct_of(text), region, money=money)


def _bounds(text: str) -> tuple[float, float] | None:
    for match in _AMOUNT.finditer(text):
        if match["some"]:
            return _SOME[match["some"]]
        value = float(match["n"].replace(",", "")) * _UNITS.get((match["u"] or "").lower(), 1)
        if value >= _LEAST and (match["u"] or value not in _YEARS):
            return value, float("inf")
    return None
