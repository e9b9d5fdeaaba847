"""Which fines follow from the illegal gains of a question."""

import re
from collections.abc import Sequence

from retrieval.amounts.bases import Base
from retrieval.amounts.placed import TIERS, Placed
from retrieval.amounts.threshold import Crime
from retrieval.amounts.whose import is_employer
from retrieval.authority import CRIMINAL_LAW
from retrieval.reckoning.tiers import Fine, Row, fine_range
from retrieval.search import Search

_NEAR = 4  # places in the search's result in which an article on fines must stand to be reckoned with
# a fine of the administration is asked for, and no punishment
_ADMINISTRATIVE = re.compile(
    r"通信管理局|电信管理机构|电信主管|通管局|行政处罚|行政罚款|罚款|\badministrative (?:fines?|penalt(?:y|ies))\b|\bregulator\b",
    re.IGNORECASE,
)
_CRIMINAL = re.compile(
    r"罪|刑|判|坐牢|罚金|立案|\b(?:crim\w+|offen[cs]e|prison|jail|sentenc\w+|charge[ds]?)\b", re.IGNORECASE
)
_FINE = re.compile(r"罚款|罚金|行政处罚|\bfines?\b|\bfined\b|\bpenalt(?:y|ies)\b", re.IGNORECASE)


def asks_for_fine(text: str) -> bool:
    """Return whether a text speaks of a fine or a penalty."""
    return bool(_FINE.search(text))


def asks_only_for_fine(search: Search, placed: Sequence[Placed]) -> bool:
    """Whether a question is about administrative fines alone: it names an article on them, or says so, and no charge."""
    references, text = search.question.references, search.question.text
    if any(CRIMINAL_LAW in r.authorities for r in references):
        return False
    fines = {p.article for p in placed if p.threshold.charge_article is None}
    if any(r.article and (a, r.address(a).article) in fines for r in references for a in r.authorities):
        return True
    found = any((f.passage.authority, f.passage.article) in fines for f in search.found)
    return found and bool(_ADMINISTRATIVE.search(text)) and not _CRIMINAL.search(text)


def fines_of(
    search: Search, bases: Sequence[Base], placed: Sequence[Placed], charges: Sequence[Crime], rows: Sequence[Row]
) -> list[Fine]:
    """The fines of the charges whose thresholds are reached; where a fine is asked for, that of the article found first."""
    asked = not charges or asks_for_fine(search.question.understood)
    articles: dict[tuple[str, str | None], list[Placed]] = {}
    for p in placed:
        if p.threshold.tier not in TIERS:
            articles.setdefault(p.article, []).append(p)
    fined = _found_first(search, set(articles), everywhere=not charges) if asked else None
    measured = {row.measure.crime for row in rows}
    reached = {row.measure.crime for row in rows if row.reached}
    punished = {charge for charge in charges if charge in reached or charge not in measured}
    return [
        fine
        for key, own in articles.items()
        if key == fined or any(p.threshold.crime in punished for p in own)
        for base in bases
        if not is_employer(base.whose) and (fine := fine_range(base, own))  # nobody is fined by another's receipts
    ]


def _found_first(
    search: Search, articles: set[tuple[str, str | None]], everywhere: bool
) -> tuple[str, str | None] | None:
    """The article on administrative fines that was found first, of the law that the question names if it names one.

    :param everywhere: Whether it may stand anywhere in the result.
    """
    found = [
        unit
        for f in (search.found if everywhere else search.found[:_NEAR])
        if (unit := (f.passage.authority, f.passage.article)) in articles and unit[0] != CRIMINAL_LAW
    ]
    named = {name for reference in search.question.references for name in reference.authorities}
    return next(iter([unit for unit in found if unit[0] in named] or found), None)
