"""Questions over all cases: the longest term, the most users, suspended sentences above an amount."""

import re
from dataclasses import dataclass, replace

from retrieval.address import format_article
from retrieval.authority import CRIMINAL_LAW, Kind
from retrieval.cases.befell import befell, outcome_in
from retrieval.cases.conditions import (
    Limit,
    asks_for_cases,
    asks_for_money,
    conduct_of,
    is_of_a_rule,
    limit_in,
    most_of,
)
from retrieval.cases.records import region_in
from retrieval.question import Question
from retrieval.reading.charges import is_special
from retrieval.reading.own_matter import Conduct, is_own, means_several
from retrieval.references.find import Reference

_MOST_EN = r"(?:most|largest|highest|biggest|greatest)"
_MEASURES = {
    "users": re.compile(
        rf"(?:用户|买家|客户|人数)[^,?!。？！，]{{0,3}}最多|最多的?(?:用户|买家|客户)|\b{_MOST_EN}\s+(?:number of\s+)?(?:users|customers|buyers|subscribers)\b",
        re.IGNORECASE,
    ),
    "term": re.compile(
        r"判(?:得|的|刑)?最(?:重|长|久|狠)|最(?:重|长)的?(?:判决|刑期|刑罚|案)|刑期最长|"
        r"\b(?:longest|heaviest|harshest|severest|most severe|highest)\s+(?:\w+\s+){0,2}(?:sentences?|term|punishment|jail time)\b(?=.*\b(?:ever|so far|case|given|imposed|handed|for an?|seller|vpn)\b)|"
        r"\b(?:ever|so far|case|given|imposed|handed)\b.*\blongest (?:sentence|term)\b",
        re.IGNORECASE,
    ),
    "fine": re.compile(
        r"最[高多][^,?!。？！，]{0,3}罚过|罚过[^,?!。？！，]{0,4}最[高多]|(?:罚得|罚的)最(?:重|多|狠|高)|罚[款金]最[高多]的?(?:案|是哪|一[个起件])|"
        rf"\b{_MOST_EN}\s+(?:\w+\s+)?fine\b(?=.*\b(?:ever|so far|case|cases|imposed|handed)\b)",
        re.IGNORECASE,
    ),
    "gains": re.compile(
        r"(?:获利|违法所得|赚得?|赚钱|金额|数额|流水)[^,?!。？！，]{0,3}最(?:多|高|大)的?[^,?!。？！，]{0,6}(?:案|是哪|是谁|一[个起件]|卖家|机场)|"
        rf"\b{_MOST_EN}\s+(?:\w+\s+)?(?:gains|profits?|turnover|amounts?|revenue|proceeds)\b(?=.*\bcases?\b)|\bcases?\b.*\b{_MOST_EN}\s+(?:\w+\s+)?(?:gains|profits?|turnover|amounts?|revenue|proceeds)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
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
_SENTENCE = re.compile(r"[^?？]+[?？]")
_LEAST = 1000  # yuan; a smaller number counts something else


@dataclass(frozen=True)
class Asked:
    """What is asked of all cases.

    :param measure: users, term, fine or gains: the cases are put in order by it, the highest first.
    :param only: not_prosecuted, suspended, company, changed, acquitted, cleared (either), warned (no more), jailed, convicted,
        detained, fined, punished or cases: which cases count; `cases` is every one that keeps the other conditions.
    :param bounds: Of the field `of`, at least and less than.
    :param of: What the bounds are of: gains (or turnover, in yuan), fine (yuan), users or term (months).
    :param charges: The articles of the Criminal Law under one of which the case was charged; empty for any.
    :param conduct: Count only cases on this.
    :param region: Count only those of this province, by its Chinese name.
    :param year: Count only those decided in this year.
    :param money: Show the gains or turnover of each.
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


def asked_of_cases(text: str, context: str = "", charges: tuple[str, ...] = (), language: str = "en") -> Asked | None:
    """Return what a question asks of all cases; None if it does not.

    :param context: The question that it points back to.
    :param charges: The articles of the crimes that it names.
    """
    if _OTHER.search(text):
        return None
    measure = next((name for name, pattern in _MEASURES.items() if pattern.search(text)), None) or most_of(text)
    if measure:
        return Asked(measure, conduct=conduct_of(text), charges=charges)
    for name, pattern in (
        ("cleared", _CLEARED), ("not_prosecuted", _NOT_PROSECUTED), ("changed", _CHANGED), ("company", _COMPANY), ("suspended", _SUSPENDED),
    ):  # fmt: skip
        if pattern.search(text) and not is_of_a_rule(text):
            return Asked(only=name, bounds=_bounds(text) if name == "suspended" else None, charges=charges)
    if told := befell(text, context):
        return Asked(only=told.outcome, conduct=told.conduct, region=told.region)
    return None if is_own(text, language) else _selected(text, charges)


def _selected(text: str, charges: tuple[str, ...]) -> Asked | None:
    """The cases that a question asks for by a charge, a province, a bound or an outcome; None if by none of them."""
    region = region_in(text)
    if not asks_for_cases(text) and not (region and _CASES_OF_PLACE.search(text)):
        return None
    limit, outcome = limit_in(text), outcome_in(text)
    if not (limit or outcome or charges or region):
        return None
    if limit and not (limit.of == "term" and outcome == "jailed"):  # three years and more, and served
        outcome = None
    limit, only = limit or Limit("gains", (0.0, 0.0)), outcome or "cases"
    bounds = limit.bounds if any(limit.bounds) else None
    money = bounds is None and asks_for_money(text)
    return Asked(None, only, bounds, limit.of, charges, conduct_of(text), region, money=money)


def asks_over_cases(question: Question) -> Asked | None:
    """Return what a question asks of all cases; None where it names a law or a case, or does not ask for them."""
    if means_several(question.text) and any(not r.article for r in question.references):
        return None  # which of the two was suspended? of those that were spoken of
    crimes = _crimes(question)
    if any(r.authorities and r not in crimes for r in question.own_references):
        return None
    kinds = question.request.kinds
    if question.request.documents is not None or (kinds is not None and not kinds & {Kind.CASE, Kind.PENALTY}):
        return None
    asked = asked_of_cases(question.text, question.context, charges_of(question), question.language)
    # use of what? has anyone been arrested for using drugs
    if asked and asked.conduct and not question.names_subject and not conduct_of(question.text):
        return None
    # the longest sentence for a crime of article 285 is the law's, that of the cases tried under it is theirs
    if asked is None or (crimes and not asks_for_cases(question.text) and most_of(question.text) is None):
        return None
    of_year = (asked.conduct or asked.only == "cases") and question.dated and question.whole_year
    return replace(asked, year=question.as_of.year) if of_year and not question.date_carried else asked


def charges_of(question: Question) -> tuple[str, ...]:
    """Return the articles of the crimes that a question names, by number or by name."""
    named = [format_article(*r.article) for r in _crimes(question) if r.article]
    terms = [t.article.get("article") for t in question.own_terms if t.article and t.article["id"] == CRIMINAL_LAW]
    return tuple(dict.fromkeys(article for article in (*named, *terms) if article and is_special(article)))


def _crimes(question: Question) -> list[Reference]:
    """The places that a question names which are crimes."""
    return [
        r
        for r in question.own_references
        if r.article and CRIMINAL_LAW in r.authorities and is_special(format_article(*r.article))
    ]


def asks_only_of_cases(question: Question) -> bool:
    """Return whether all that a question asks is asked of all cases."""
    charges = charges_of(question)
    return all(
        asked_of_cases(sentence, question.context, charges, question.language)
        for sentence in _SENTENCE.findall(question.text)
    )


def _bounds(text: str) -> tuple[float, float] | None:
    for match in _AMOUNT.finditer(text):
        if match["some"]:
            return _SOME[match["some"]]
        value = float(match["n"].replace(",", "")) * _UNITS.get((match["u"] or "").lower(), 1)
        if value >= _LEAST and (match["u"] or value not in _YEARS):
            return value, float("inf")
    return None
