"""Questions over all cases: the longest term, the most users, suspended sentences above an amount."""

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from retrieval.amounts.figures import read_figures, with_plain_figures
from retrieval.cases.conditions import (
    About,
    asks_for_cases,
    asks_for_money,
    asks_of_collection,
    conduct_of,
    conduct_told,
    is_of_a_rule,
    limit_in,
    seller_or_user,
)
from retrieval.cases.endings import CRIMINAL, Ending, endings_in, means_either
from retrieval.cases.extremes import Order, extreme_of
from retrieval.cases.grouped import By, grouped_by
from retrieval.cases.kinds import CaseKind, kind_in
from retrieval.cases.punished_before import befell
from retrieval.cases.rates import rate_of
from retrieval.cases.regions import ANYWHERE, Regions, regions_in, without_regions
from retrieval.cases.years import Years, is_unread, without_years, years_in
from retrieval.reading.own_matter import is_own, means_several
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
# asked of a text, or of a rule: who cannot be given one; or with a condition that is not reckoned here
_OTHER = re.compile(
    r"综述|文章|那篇|哪些(?:人|情[形况]|条件)[^,?!，。？！了过]{0,8}缓刑|\b(?:article(?! \d)|survey|paper|study)\b",
    re.IGNORECASE,
)
# the two Zhejiang cases, cases from Hubei, 湖北的案子
_CASES_OF_PLACE = re.compile(
    r"\b(?:cases|judge?ments|penalties|sellers|convictions)\b|案例|案子|的案件|判例", re.IGNORECASE
)
# a bound of a field says how the case ended
_SAID_BY = {"fine": {"fined", "punished"}, "term": {"convicted", "detained", "punished"}}
_YEAR = re.compile(r"\s*年")
_LEAST = 1000  # yuan; a smaller number counts something else


class Charged(NamedTuple):
    """A place of the Criminal Law under which cases were charged: 第二百八十五条, 3; no paragraph for any."""

    article: str
    paragraph: int | None = None


@dataclass(frozen=True)
class Asked:
    """What is asked of all cases.

    :param measure: users, term, fine or gains: the cases are put in order by it.
    :param order: From which end, or whether the average is asked for; nearest: those nearest to the bounds first.
    :param ends: How the cases are to have ended; empty where that is left open.
    :param either: Whether one of these endings is enough.
    :param kind: Count only criminal cases, or only penalties.
    :param bounds: Of the field `of`, at least and less than.
    :param of: What the bounds are of: gains (or turnover, in yuan), fine (yuan), users or term (months).
    :param charges: The places under one of which the case was charged; empty for any.
    :param conduct: Count only cases on this.
    :param regions: Count only those of these provinces, or only those of the others.
    :param years: Count only those decided in these years.
    :param money: Show the gains or turnover of each.
    :param is_rate: Whether it is asked how often or how likely it is.
    :param by: By what the cases are to be counted apart.
    :param further: Whether those are asked for that have not been named yet.
    """

    measure: str | None = None
    ends: tuple[Ending, ...] = ()
    either: bool = False
    kind: CaseKind | None = None
    bounds: tuple[float, float] | None = None
    of: str = "gains"
    charges: tuple[Charged, ...] = ()
    conduct: About | None = None
    regions: Regions = ANYWHERE
    years: Years | None = None
    money: bool = False
    order: Order | Literal["nearest"] = "most"
    is_rate: bool = False
    by: By | None = None
    further: bool = False


def asked_of_cases(
    text: str, context: str = "", charges: tuple[Charged, ...] = (), language: str = "en"
) -> Asked | None:
    """Return what a question asks of all cases; None if it does not, or under a condition that cannot be reckoned.

    :param context: The question that it points back to.
    :param charges: The places of the crimes that it names.
    """
    by = None if _OTHER.search(text) else grouped_by(text)
    if by:
        told = without_regions(text)
        apart = Asked(
            ends=_ends_of_groups(told), either=means_either(told), charges=charges, conduct=conduct_told(text), by=by
        )
        limited = _limited(apart, text)
        # what courts decide are no penalties of the police
        return replace(limited, kind="case") if limited and by == "court" and limited.kind is None else limited
    if _OTHER.search(text) or not (asked := _asked(text, context, charges, language)):
        return None
    return _limited(asked, text)


def _ends_of_groups(text: str) -> tuple[Ending, ...]:
    """How the cases are to have ended that are counted apart; that they were decided at all is no ending."""
    return tuple(end for end in endings_in(text) if end.denied or end.name not in ("convicted", "punished"))


def lists_cases(text: str, language: str) -> bool:
    """Return whether a text asks of all cases by itself, and means none of those spoken of before: 福建的案子有几个."""
    return asked_of_cases(text, language=language) is not None and not means_several(text)


def with_other_conditions(before: Asked, text: str, charges: tuple[Charged, ...], language: str) -> Asked | None:
    """Return what was asked of all cases before, with the conditions that a few words put in their place; None if they put none.

    :param text: and in Henan? 那超过一万的呢
    """
    if not is_short(text, language) or is_own(text, language) or asks_for_cases(text) or is_unread(text):
        return None
    regions, years, told = regions_in(text), years_in(text), without_regions(text)
    ends = endings_in(told)
    limit, kind = limit_in(without_years(text), of=before.of), kind_in(text)
    if not (regions.names or years or ends or limit or charges):
        return None
    changed = replace(
        before, regions=regions if regions.names else before.regions, years=years or before.years,
        charges=charges or before.charges, kind=kind or before.kind,
    )  # fmt: skip
    if ends and before.measure is None:
        changed = _of_kind(replace(changed, ends=ends, either=means_either(told), bounds=None))
    return replace(changed, bounds=limit.bounds, of=limit.of) if limit else changed


def _asked(text: str, context: str, charges: tuple[Charged, ...], language: str) -> Asked | None:
    """What a question asks, but for the place, the time and the kind of the cases."""
    told = without_regions(text)
    ends, either = endings_in(told), means_either(told)
    if outcome := rate_of(text):
        denied = any(end.denied and end.name in (outcome, "acquitted") for end in ends)
        return Asked(ends=(Ending(outcome, denied),), charges=charges, conduct=conduct_told(text), is_rate=True)
    # of a penalty a sum is the fine
    limit = limit_in(without_years(text), of="fine" if kind_in(text) == "penalty" else None)
    bounded = {"bounds": limit.bounds, "of": limit.of} if limit else {}
    if extreme := extreme_of(text):
        but_users = extreme.measure == "users"
        conduct = seller_or_user(text, but_users) or conduct_of(text, but_users)
        others = tuple(
            end for end in ends if end.denied or end.name not in _SAID_BY["fine"] | _SAID_BY["term"] | {"jailed"}
        )
        return Asked(extreme.measure, others, charges=charges, conduct=conduct, order=extreme.order, **bounded)
    for name, pattern in (
        ("cleared", _CLEARED), ("not_prosecuted", _NOT_PROSECUTED), ("changed", _CHANGED), ("company", _COMPANY), ("suspended", _SUSPENDED),
    ):  # fmt: skip
        if pattern.search(text) and not is_of_a_rule(text):
            if name != "suspended":
                return Asked(ends=(Ending(name),), charges=charges, conduct=conduct_of(text))
            bounded = bounded or {"bounds": _bounds(text)}
            return Asked(ends=ends, either=either, charges=charges, conduct=conduct_of(text), **bounded)
    if conduct := befell(text, context):
        return Asked(ends=ends, either=either, conduct=conduct) if ends else None
    return None if is_own(text, language) else _selected(text, charges, Asked(ends=ends, either=either, **bounded))


def _limited(asked: Asked, text: str) -> Asked | None:
    """What is asked, of the kind, the place and the time that the text names; None if a condition cannot be reckoned."""
    if is_unread(text):
        return None
    if asked.bounds and any(end.denied and end.name in _SAID_BY.get(asked.of, ()) for end in asked.ends):
        return None  # not fined more than 5,000: not fined at all, or less?
    kind = kind_in(text)
    # a penalty is a punishment
    ends = tuple(end for end in asked.ends if kind != "penalty" or end != Ending("punished"))
    return _of_kind(replace(asked, ends=ends, kind=kind, regions=regions_in(text), years=years_in(text)))


def _of_kind(asked: Asked) -> Asked:
    """A penalty is none of the cases that ended without prison."""
    criminal = any(end.denied and end.name in CRIMINAL for end in asked.ends)
    return replace(asked, kind="case") if criminal and asked.kind is None else asked


def _selected(text: str, charges: tuple[Charged, ...], told: Asked) -> Asked | None:
    """The cases that a question asks for by a charge, a province, a year, a bound or an outcome; None if by none of them.

    :param told: The outcome and the bound that it names.
    """
    regions, conduct = regions_in(text), seller_or_user(text, but_users=True) or conduct_of(text)
    every = asks_of_collection(text)
    if not every and not asks_for_cases(text) and not (regions.names and _CASES_OF_PLACE.search(text)):
        return None
    limited = told.bounds or told.ends or charges or regions.names or years_in(text)
    if not (limited or every or (conduct and kind_in(text))):
        return None
    said = _SAID_BY.get(told.of, ()) if told.bounds else ()
    ends = tuple(end for end in told.ends if end.denied or end.name not in said)
    return replace(told, ends=ends, charges=charges, conduct=conduct, money=not told.bounds and asks_for_money(text))


def _bounds(text: str) -> tuple[float, float] | None:
    """The sum that the cases are to have at least, where no word says what it bounds: 获利三万判缓刑的."""
    plain = with_plain_figures(without_years(text))
    sums = (figure for figure in read_figures(plain) if figure.value >= _LEAST and not figure.is_year)
    return next(((float(figure.value), float("inf")) for figure in sums if not _YEAR.match(plain, figure.end)), None)
