"""The crimes that a text names: by an article of the Criminal Law's special part, by a name, by a bare number."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from retrieval.address import ARTICLE, PLACE, article_numbers, format_article, format_place
from retrieval.authority import CRIMINAL_LAW, FIRST_CRIME, Kind
from retrieval.index import Index
from retrieval.language import HAN
from retrieval.numerals import NUMERAL, read_number
from retrieval.passage import Unit
from retrieval.references.chinese_places import counts_things
from retrieval.references.find import Reference, find_references

# 285三款, 287之二: as lawyers write them among themselves
_BARE = re.compile(
    rf"(?<![\d.第])(?<!\d,)(?P<number>[1-4]\d\d)(?P<word>条)?(?:之(?P<inserted>{NUMERAL}))?(?:第?(?P<paragraph>[一二三四1-4])款)?(?:(?<=款)|(?<=之[一二三四五])|(?![\d.,]|万|千|元|块|[a-zA-Z%]))"
)
# under 225, 225 or 285(3)
_BARE_EN = re.compile(
    r"(?:\b(?:under|versus|vs\.?|or|and|than|is|between|about|for)\s+|,\s*)(?P<number>[1-4]\d\d)(?:-(?P<inserted>\d))?(?:\((?P<paragraph>\d)\))?"
    r"(?=\s*(?:$|[?.,;!:]|[-–—](?![\d(])|(?:or|and|vs|versus|the|is|charge|charges|instead|rather|threshold|apply|applies)\b))",
    re.IGNORECASE,
)
_UNDER = re.compile("under", re.IGNORECASE)
# what is asked of a crime right before its number: sentencing range for 225
_ASKED_OF = re.compile(
    r"\b(?:ranges?|brackets?|bands?|tiers?|sentences?|penalt(?:y|ies)|punishments?|thresholds?|elements?|wording)\s+$",
    re.IGNORECASE,
)
_WITH_PARAGRAPH = re.compile(r"\b[1-4]\d\d(?:-\d\b|\(\d\))")  # 285(3): its neighbour without a mark is a crime as well
# 刑诉法225条 is no article of the Criminal Law
_OF_A_LAW = re.compile(r"(?:(?<!刑)法|条例|规定|办法|解释|规则|意见|标准|》)(?:的|第)?\s*$")
# 285 alone is a crime only where a charge stands: 够285, 按225判
_BEFORE = re.compile(r"(?:够|构成|按照?|定|判|成立|涉嫌|还是|和|与|跟|或者?|是|罪|比|、|^)\s*$")
_BEHIND = re.compile(r"\s*(?:$|[？?。，,、]|罪|怎么|判|呢|和|与|跟|还是|或|哪|的|比|有|区别|差)")

_LAW_AROUND = re.compile(
    r"\b(?:under|of|in|to|for|with)?\s*(?:the\s+)?(?:PRC\s+)?(?:criminal law|CL)\b|中?(?:华人民共和国)?刑法(?!修正案)|\b(?:arts?\.?|articles?)(?=\s+the crime)",
    re.IGNORECASE,
)

_ARTICLE_WORD = re.compile(r"(?:第|\b(?:articles?|arts?\.?|sections?|secs?\.?|ss?\.?|§+)\s*)$", re.IGNORECASE)
_ARTICLE = re.compile(ARTICLE)
_SEVERAL = 2  # cases under a charge from which it is one that the subject is charged with


@dataclass(frozen=True)
class Charge:
    """A crime that is named.

    :param unit: The article that makes it one.
    :param paragraph: Of the article, if one is named or the crime has one of its own.
    """

    unit: Unit
    paragraph: int | None = None


def is_special(article: str | None) -> bool:
    """Return whether an article of the Criminal Law is about a single crime."""
    numbers = article_numbers(article or "")
    return numbers is not None and numbers[0] >= FIRST_CRIME


def charges_in(text: str, references: Iterable[Reference], index: Index) -> list[Charge]:
    """Return the crimes that a text names, each place once.

    :param text: In Simplified characters and plain forms.
    :param references: The places that it names.
    """
    found: dict[Unit, Charge] = {}
    for reference in references:
        if reference.article and CRIMINAL_LAW in reference.authorities:
            _add(found, format_article(*reference.article), reference.paragraph, index)
    for term in index.glossary.find(text):
        if term.article and term.article["id"] == CRIMINAL_LAW:
            _add(found, term.article.get("article") or "", term.article.get("paragraph"), index)
    for match in bare_numbers(text, index):
        _add(found, _article(match), read_number(match["paragraph"]), index)
    return list(found.values())


def bare_references(text: str, known: Iterable[Reference], index: Index) -> list[Reference]:
    """Return the articles that a text names by their number alone, those left out that are known to be named."""
    articles = {reference.article for reference in known}
    return [
        Reference(text[match.start("number") : match.end()], (CRIMINAL_LAW,), article, read_number(match["paragraph"]))
        for match in bare_numbers(text, index)
        if (article := article_numbers(_article(match))) and article not in articles
    ]


def bare_numbers(text: str, index: Index) -> list[re.Match[str]]:
    """Return where a text names a crime by its number alone: 够285, 286之一和287之二, under 225."""
    usual = {term.article.get("article") for term in index.glossary.terms if term.article}
    if not HAN.search(text):
        found = [m for m in _BARE_EN.finditer(text) if _article(m) in usual and _is_crime(m, index)]
        sure = _WITH_PARAGRAPH.search(text)
        return [m for m in found if sure or _UNDER.match(m[0]) or _ASKED_OF.search(text, 0, m.start())]
    return [
        match
        for match in _BARE.finditer(text)
        if _is_crime(match, index)
        and (
            match["inserted"]
            or match["paragraph"]
            or (
                _article(match) in usual
                and (
                    (
                        match["word"]
                        and not _OF_A_LAW.search(text, max(0, match.start() - 6), match.start())
                        and not counts_things(text, match.start(), match.end())
                    )
                    or (
                        _BEFORE.search(text, max(0, match.start() - 3), match.start())
                        and _BEHIND.match(text, match.end())
                    )
                )
            )
        )
    ]


def _is_crime(match: re.Match[str], index: Index) -> bool:
    article = _article(match)
    return (CRIMINAL_LAW, article) in index.units and is_special(article)


def names_crime_or_conduct(text: str, index: Index) -> bool:
    """Return whether a text says what is charged or was done: a crime, an article on one, the corpus's subject."""
    references = find_references(text, index.registry)
    return bool(charges_in(text, references, index)) or any(term.subject for term in index.glossary.find(text))


def without_crimes(text: str, language: str, index: Index, stands_for: str, conduct: bool = False) -> str:
    """Return a text without the crimes that it names, and without what is sold or used.

    :param stands_for: What stands in a crime's place.
    :param conduct: Whether what is sold or used stays.
    """
    spans = [(m.start("number"), m.end(), stands_for) for m in bare_numbers(text, index)]
    for reference in find_references(text, index.registry):
        at = text.find(reference.text)
        if at >= 0 and charges_in("", [reference], index):
            word = _ARTICLE_WORD.search(text, 0, at)
            spans.append((word.start() if word else at, at + len(reference.text), stands_for))
    for name, term in index.glossary.places(text):
        if (term.subject and not conduct) or (term.article and is_special(term.article.get("article"))):
            spans.append((name.start, name.end, "" if term.subject else stands_for))
    pieces, at = [], 0
    for start, end, instead in sorted(spans):
        if start >= at:
            pieces += [text[at:start], instead]
            at = end
    return " ".join(_LAW_AROUND.sub(" " if language == "en" else "", "".join((*pieces, text[at:]))).split())


def _article(match: re.Match[str]) -> str:
    return format_article(int(match["number"]), read_number(match["inserted"]) or 0)


def _add(found: dict, article: str, paragraph: int | None, index: Index) -> None:
    unit = (CRIMINAL_LAW, article)
    if is_special(article) and unit in index.units:
        known = found.get(unit)
        found[unit] = Charge(unit, known.paragraph if known and known.paragraph else paragraph)


def charges_of_cases(index: Index) -> list[str]:
    """Return the articles under which several of the index's cases were decided, the most frequent first."""
    counts: Counter[str] = Counter()
    for authority in index.authorities.values():
        charge = (authority.case or {}).get("charge") or {}
        if authority.kind is Kind.CASE and (match := _ARTICLE.match(charge.get("article") or "")):
            counts[match[0]] += 1
    return [article for article, count in counts.most_common() if count >= _SEVERAL]


def charged_paragraph(article: str, index: Index) -> int | None:
    """Return the paragraph of an article under which most of the index's cases on it were decided; None if they name none."""
    charges = ((authority.case or {}).get("charge") or {} for authority in index.authorities.values())
    named = (str(charge.get("article") or "") for charge in charges)
    counts = Counter(
        match["paragraph"] for name in named if (match := PLACE.fullmatch(name)) and match["article"] == article
    )
    most = counts.most_common(1)
    return read_number(most[0][0]) if most else None


def name_of(charge: dict, language: str, index: Index) -> str:
    """Return what the glossary calls the crime of a case; else what the case does, an empty text without one.

    :param charge: As in the meta data of a case: its names, and the article with its paragraph.
    """
    place = str(charge.get("article") or "")
    for term in index.glossary.terms:
        if term.article and is_special(article := term.article.get("article")):
            paragraph = term.article.get("paragraph")
            if place in (article, format_place("zh", article, paragraph)):
                return term.zh if language == "zh" else term.en
    return str(charge.get(language) or "")
