"""From a question to what its amounts reach."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.amounts.bases import Base, asks_for_tier, concerns, read_bases, stated_last
from retrieval.amounts.placed import Placed, thresholds_on
from retrieval.amounts.stated import read_amounts
from retrieval.amounts.tiers import TIERS, Fine, Row, fine_range, tier_rows
from retrieval.authority import CRIMINAL_LAW, Kind
from retrieval.charges import charges_in, charges_of_cases
from retrieval.priors import asks_for
from retrieval.search import Search, allowed_passages
from retrieval.store.index import Index

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


_ASKS = re.compile(
    r"档|严重|起点|标准|数额|金额|多少|够|罚|\b(?:tiers?|brackets?|bands?|serious|thresholds?|sums?|amounts?|fine[ds]?|how much|reach(?:es|ed)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reckoning:
    """What the amounts of a question reach.

    :param rows: By charge, in the order of the bases.
    :param fines: The fines that follow from the illegal gains.
    """

    rows: tuple[Row, ...] = ()
    fines: tuple[Fine, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.fines)

    @property
    def costs_decide(self) -> bool:
        """Whether the tier depends on whether costs are deducted."""
        reached: dict[tuple[str, str], set[str]] = {}
        for row in self.rows:
            if row.base.name in ("gross", "net_of_costs"):
                measure = (row.steps[0].places[0].authority.id, row.measure.measure.zh)
                reached.setdefault(measure, set()).add(row.reached.tier if row.reached else "")
        return any(len(tiers) > 1 for tiers in reached.values())


def reckon(search: Search, index: Index) -> Reckoning:
    """Compare the question's amounts with the thresholds of the charges at stake that govern what was done on its date."""
    question = search.question
    states_own = bool(read_amounts(question.text))
    # sums of its own are no longer those of the case that the question before named
    named = question.own_references if states_own else question.references
    if any(index.authorities[name].kind in (Kind.CASE, Kind.PENALTY) for r in named for name in r.authorities):
        return Reckoning()  # what a decided case was about stands in its brief
    if _is_told_of_a_case(search) and not asks_for_tier(question.text):
        return Reckoning()  # "the farmer in Henan who had 4,000 customers": so it is if the case is not named
    if not states_own and not _ASKS.search(question.text) and not _names_another_charge(search, index):
        return Reckoning()  # it points back to amounts, but asks for something else
    bases = read_bases(stated_last((*question.earlier, question.text)))
    if not bases:
        return Reckoning()
    allowed = allowed_passages(question.request)
    placed = [
        p
        for p in thresholds_on(index, question.as_of)
        if concerns(p.threshold, question.understood) and any(map(allowed, index.by_authority.get(p.authority.id, ())))
    ]
    charges = [] if _asks_only_for_fine(search, placed) else _charges(search, index, placed, bases)
    at_stake = [p for p in placed if p.threshold.charge_article in charges]
    rows = [row for base in bases for row in tier_rows(base, at_stake)]
    rows.sort(key=lambda row: charges.index(row.steps[0].places[0].threshold.charge_article or ""))
    return Reckoning(tuple(rows), tuple(_fines(search, bases, placed, charges, rows)))


def _names_another_charge(search: Search, index: Index) -> bool:
    """Whether a follow-up puts another charge in the place of the one before: 那按非法经营呢."""
    question = search.question
    return bool(question.context) and bool(charges_in(question.text, question.own_references, index))


def _is_told_of_a_case(search: Search) -> bool:
    """Whether a question asks for a decided case, and one was found before all else."""
    kinds = [kind for kind in (Kind.CASE, Kind.PENALTY) if asks_for(search.question, kind)]
    return bool(kinds) and bool(search.found) and search.found[0].passage.kind in (Kind.CASE, Kind.PENALTY)


def _asks_only_for_fine(search: Search, placed: Sequence[Placed]) -> bool:
    """Whether a question is about administrative fines alone: it names an article on them, or says so, and no charge."""
    references, text = search.question.references, search.question.text
    if any(CRIMINAL_LAW in r.authorities for r in references):
        return False
    fines = {p.article for p in placed if p.threshold.charge_article is None}
    if any(r.article and (a, r.address(a).article) in fines for r in references for a in r.authorities):
        return True
    found = any((f.passage.authority, f.passage.article) in fines for f in search.found)
    return found and bool(_ADMINISTRATIVE.search(text)) and not _CRIMINAL.search(text)


def _charges(search: Search, index: Index, placed: Sequence[Placed], bases: Sequence[Base]) -> list[str]:
    """The charges that the question names; else those whose thresholds were found; else all that could be meant.

    Of a question about the corpus's subject that names none: those too that its cases were decided under. That what was
    found is below one charge's threshold says nothing, where another's is reached.
    """
    measured = [
        p.threshold.charge_article
        for p in placed
        if p.threshold.charge_article
        and p.threshold.tier in TIERS
        and any(b.counts_towards(p.threshold) for b in bases)
    ]
    known = list(dict.fromkeys(measured))
    named = [
        article
        for r in search.question.references
        if r.article and CRIMINAL_LAW in r.authorities and (article := r.address("").article)
    ]
    named += [str(term.article["article"]) for term in search.question.terms if term.article]
    with_figures = {p.threshold.charge_article for p in placed}  # of a charge without tiers the fine can be reckoned
    if chosen := [article for article in dict.fromkeys(named) if article in with_figures]:
        return chosen
    order = {
        (f.passage.authority, f.passage.article or f.passage.section): at for at, f in enumerate(reversed(search.found))
    }
    found = {}
    for p in placed:
        if p.threshold.charge_article in known and p.article in order:
            charge = str(p.threshold.charge_article)
            found[charge] = max(found.get(charge, 0), order[p.article])
    nearest = sorted(found, key=lambda charge: -found[charge])
    if search.question.names_subject:
        usual = [charge for charge in charges_of_cases(index) if charge in known]
        nearest = list(dict.fromkeys([*nearest[:1], *usual]))
    if asks_for_tier(search.question.text):  # of no charge in particular: those that have tiers to tell apart
        tiered = {str(p.threshold.charge_article) for p in placed if p.threshold.tier == TIERS[-1]}
        nearest = list(dict.fromkeys([*(charge for charge in [*nearest, *known] if charge in tiered), *nearest]))
    return nearest or known


def _fines(
    search: Search, bases: Sequence[Base], placed: Sequence[Placed], charges: Sequence[str], rows: Sequence[Row]
) -> list[Fine]:
    """The fines of the charges whose thresholds are reached; where a fine is asked for, that of the article found first."""
    asked = not charges or bool(_FINE.search(search.question.understood))
    articles: dict[tuple[str, str | None], list[Placed]] = {}
    for p in placed:
        if p.threshold.tier not in TIERS:
            articles.setdefault(p.article, []).append(p)
    fined = _found_first(search, set(articles), everywhere=not charges) if asked else None
    measured = {row.measure.charge_article for row in rows}
    reached = {row.measure.charge_article for row in rows if row.reached}
    punished = {charge for charge in charges if charge in reached or charge not in measured}
    return [
        fine
        for key, own in articles.items()
        if key == fined or any(p.threshold.charge_article in punished for p in own)
        for base in bases
        if (fine := fine_range(base, own))
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
