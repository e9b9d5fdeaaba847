"""Questions over all cases: the longest term, the most users, suspended sentences above an amount."""

import re
from dataclasses import dataclass, replace

from retrieval.address import article_numbers, format_article
from retrieval.authority import CRIMINAL_LAW, FIRST_CRIME, Kind
from retrieval.cases.befell import befell
from retrieval.cases.listed import is_of_a_rule, listed
from retrieval.numerals import format_numeral
from retrieval.question import Question
from retrieval.reading.own_matter import Conduct
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
# asked of a text; of a rule: who cannot be given one; or with a condition that is not reckoned here
_OF_A_TEXT = re.compile(r"综述|文章|那篇|\b(?:article(?! \d)|survey|paper|study)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"哪些(?:人|情[形况]|条件)[^,?!，。？！了过]{0,8}缓刑|刑期(?:超过|不到|在)|[年月]以[上下]|\b(?:over|under|more than|less than) (?:\w+ )?(?:years?|months?)\b",
    re.IGNORECASE,
)
_UNITS = {"万": 1e4, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
_SOME = {"几": (1e4, 1e5), "几十": (1e5, 1e6), "几百": (1e6, 1e7)}
_SENTENCE = re.compile(r"[^?？]+[?？]")
_LEAST = 1000  # yuan; a smaller number counts something else


@dataclass(frozen=True)
class Asked:
    """What is asked of all cases.

    :param measure: users, term, fine or gains: the cases are put in order by it, the highest first.
    :param only: not_prosecuted, suspended, company, changed, jailed, convicted, detained, fined, punished, listed (any),
        cleared or warned: which cases count.
    :param bounds: The gains or turnover, in yuan, at least and less than.
    :param conduct: Count only cases on this.
    :param region: Count only those of this province, by its Chinese name.
    :param year: Count only those decided in this year.
    :param charge: Count only those decided under this article, in Chinese form, with its paragraph or without.
    :param months: Count only terms of at least and at the most so many months.
    :param amounts: Show the gains or turnover of each.
    """

    measure: str | None = None
    only: str | None = None
    bounds: tuple[float, float] | None = None
    conduct: Conduct | None = None
    region: str | None = None
    year: int | None = None
    charge: str | None = None
    months: tuple[int, int] | None = None
    amounts: bool = False


def asked_of_cases(text: str, context: str = "", charge: str | None = None) -> Asked | None:
    """Return what a question asks of all cases; None if it does not.

    :param context: The question that it points back to.
    :param charge: The article of the crime that it names.
    """
    if _OF_A_TEXT.search(text):
        return None
    if own := listed(text, charge):
        return Asked(
            only=own.outcome, conduct=own.conduct, region=own.region, charge=own.charge, months=own.months,
            amounts=own.amounts, bounds=_bounds(text) if own.outcome == "suspended" else None,
        )  # fmt: skip
    if _OTHER.search(text):
        return None
    measure = next((name for name, pattern in _MEASURES.items() if pattern.search(text)), None)
    if measure:
        return Asked(measure)
    for name, pattern in (
        ("not_prosecuted", _NOT_PROSECUTED), ("changed", _CHANGED), ("company", _COMPANY), ("suspended", _SUSPENDED),
    ):  # fmt: skip
        if pattern.search(text) and not is_of_a_rule(text):
            return Asked(only=name, bounds=_bounds(text) if name == "suspended" else None)
    if told := befell(text, context):
        return Asked(only=told.outcome, conduct=told.conduct, region=told.region)
    return None


def asks_over_cases(question: Question) -> Asked | None:
    """Return what a question asks of all cases; None where it names a law or a case, or does not ask for them."""
    charge = _charge(question)
    if any(reference.authorities and not _is_of(reference, charge) for reference in question.own_references):
        return None
    kinds = question.request.kinds
    if question.request.documents is not None or (kinds is not None and not kinds & {Kind.CASE, Kind.PENALTY}):
        return None
    asked = asked_of_cases(question.text, question.context, charge)
    if question.own_references and not (asked and asked.charge):
        return None  # a provision is asked about
    # use of what? has anyone been arrested for using drugs
    if asked and asked.conduct and not question.names_subject:
        return None
    of_year = asked and asked.conduct and question.dated and question.whole_year and not question.date_carried
    return replace(asked, year=question.as_of.year) if asked and of_year else asked


def asks_for_list(question: Question) -> bool:
    """Return whether a question asks which cases there are of some kind, whatever the law says on that."""
    asked = asks_over_cases(question)
    return asked is not None and asked.only in ("listed", "warned")


def asks_only_of_cases(question: Question) -> bool:
    """Return whether all that a question asks is asked of all cases."""
    charge = _charge(question)
    return all(asked_of_cases(sentence, question.context, charge) for sentence in _SENTENCE.findall(question.text))


def _charge(question: Question) -> str | None:
    """The article of the one crime that a question names, with its paragraph if it names that, in Chinese form."""
    places = [
        (str(term.article.get("article")), term.article.get("paragraph"))
        for term in question.own_terms
        if term.article and term.article["id"] == CRIMINAL_LAW
    ]
    places += [
        (format_article(*reference.article), reference.paragraph)
        for reference in question.own_references
        if reference.article and CRIMINAL_LAW in reference.authorities
    ]
    crimes = {place for place in places if (numbers := article_numbers(place[0])) and numbers[0] >= FIRST_CRIME}
    if len({article for article, _ in crimes}) != 1:
        return None
    article, paragraph = max(crimes, key=lambda place: place[1] or 0)
    return article + (f"第{format_numeral(paragraph)}款" if paragraph else "")


def _is_of(reference: Reference, charge: str | None) -> bool:
    """Whether a reference names the article of a charge."""
    return bool(charge and reference.article and charge.startswith(format_article(*reference.article)))


def _bounds(text: str) -> tuple[float, float] | None:
    for match in _AMOUNT.finditer(text):
        if match["some"]:
            return _SOME[match["some"]]
        value = float(match["n"].replace(",", "")) * _UNITS.get((match["u"] or "").lower(), 1)
        if value >= _LEAST and (match["u"] or value not in _YEARS):
            return value, float("inf")
    return None
