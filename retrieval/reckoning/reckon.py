"""From a question to what its amounts reach."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.amounts.bases import (
    Base,
    asks_for_tier,
    concerns,
    names_unit,
    read_bases,
    share_last,
    stated_last,
    unnamed_bases,
)
from retrieval.amounts.placed import TIERS, Placed, thresholds_on
from retrieval.amounts.resumed import resumed
from retrieval.amounts.shares import read_share
from retrieval.amounts.stated import read_all
from retrieval.amounts.unread import unread_sums
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.ranking.priors import asks_for
from retrieval.reading.charges import charges_of_cases
from retrieval.reckoning.charged import crimes_of_its_own, named_crimes
from retrieval.reckoning.fines import asks_only_for_fine, fines_of
from retrieval.reckoning.tiers import Fine, Row, tier_rows
from retrieval.search import Search

_LICENCES = ("电信业务经营许可证", "无证经营")  # terms in both languages
_PARTS = ("net_of_costs", "share", "pay")

_ASKS = re.compile(
    r"档|严重|起点|标准|数额|金额|(?<![减轻退赔缴交判])多少|够|罚|"
    r"\b(?:tiers?|brackets?|bands?|serious|thresholds?|sums?|amounts?|fine[ds]?|(?<!by )how much|reach(?:es|ed)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reckoning:
    """What the amounts of a question reach.

    :param rows: By charge, in the order of the bases.
    :param fines: The fines that follow from the illegal gains.
    :param rates: Sums that are so much a month or a head, of which it is not told how many, in yuan.
    :param foreign: Whether a sum in foreign money was left out.
    :param unread: Words that name a sum of which no figure is read.
    :param unheld: The crimes named of which no threshold is held on the day.
    :param of_individuals: Whether a unit was asked about, and the thresholds of a charge are those for individuals.
    """

    rows: tuple[Row, ...] = ()
    fines: tuple[Fine, ...] = ()
    rates: tuple[int, ...] = ()
    foreign: bool = False
    unread: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    of_individuals: bool = False

    def __bool__(self) -> bool:
        return bool(self.rows or self.fines)

    @property
    def costs_decide(self) -> bool:
        """Whether the tier depends on whether costs are deducted."""
        return self._differ("net_of_costs")

    @property
    def share_decides(self) -> bool:
        """Whether the tier depends on whether the whole sum or somebody's share of it counts."""
        return self._differ("share") or self._differ("pay")

    def _differ(self, name: str) -> bool:
        """Whether a sum reaches another tier than the whole that it is a part of, by the same measure."""
        part = next((row.base for row in self.rows if row.base.name == name), None)
        if part is None:
            return False
        reached: dict[tuple[str, str], set[str]] = {}
        for row in self.rows:
            if row.base == part or (
                row.base.name not in _PARTS and (row.base.value, row.base.whose) == (part.whole, part.whose)
            ):
                measure = (row.steps[0].places[0].authority.id, row.measure.measure.zh)
                reached.setdefault(measure, set()).add(row.reached.tier if row.reached else "")
        return any(len(tiers) > 1 for tiers in reached.values())


def reckon(search: Search, index: Index) -> Reckoning:
    """Compare the question's amounts with the thresholds of the charges at stake that govern what was done on its date."""
    question = search.question
    unnamed = unnamed_bases(question.text)
    own = read_all(question.text)
    another = resumed(question.text, stated_last(question.earlier))
    states_own = bool(unnamed or read_share(question.text) or own.stated or another)
    # sums of its own are no longer those of the case that the question before named
    named = question.own_references if states_own else question.references
    if any(index.authorities[name].kind.is_decision for r in named for name in r.authorities):
        return Reckoning()  # what a decided case was about stands in its brief
    if _is_told_of_a_case(search) and not (unnamed or asks_for_tier(question.text)):
        return Reckoning()  # "the farmer in Henan who had 4,000 customers": so it is if the case is not named
    if not states_own and not _ASKS.search(question.text) and not _names_another_charge(search, index):
        return Reckoning()  # it points back to amounts, but asks for something else
    asked = (*question.earlier, question.text)
    bases = unnamed or read_bases(stated_last(asked), share_last(asked))
    aside = Reckoning()
    if _ASKS.search(question.text):
        aside = Reckoning(rates=own.rates, foreign=own.foreign, unread=tuple(unread_sums(question.text)))
    if not bases:
        return aside
    allowed = question.request.admits
    placed = [
        p
        for p in thresholds_on(index, question.as_of, question.today)
        if concerns(p.threshold, question.understood) and any(map(allowed, index.by_authority.get(p.authority.id, ())))
    ]
    crimes = named_crimes(search, index)
    # who names the article in which a charge's thresholds stand names the charge
    places = {(a, r.address(a).article) for r in question.references if r.article for a in r.authorities}
    held = crimes.with_thresholds(placed, index)
    held += [a for p in placed if (a := p.threshold.charge_article) and p.article in places and a not in held]
    unheld = crimes.without_thresholds(placed, index, question.answer_language)
    if unheld and (states_own or _ASKS.search(question.text) or _names_another_charge(search, index)):
        aside = replace(aside, unheld=unheld)
    if unheld and not held:
        return aside  # on another day there may be some; those of another crime are not compared
    charges = [] if asks_only_for_fine(search, placed) else _charges(search, index, placed, bases, held)
    at_stake = [p for p in placed if p.threshold.charge_article in charges]
    rows = [row for base in bases for row in tier_rows(base, at_stake)]
    rows.sort(key=lambda row: charges.index(row.steps[0].places[0].threshold.charge_article or ""))
    fines = tuple(fines_of(search, bases, placed, charges, rows))
    of_individuals = names_unit(question.understood) and _only_of_individuals(rows)
    return replace(aside, rows=tuple(rows), fines=fines, of_individuals=of_individuals)


def _only_of_individuals(rows: Sequence[Row]) -> bool:
    """Whether a charge's thresholds are those for individuals, and none of it is for units or for all."""
    by_charge: dict[str | None, set[str]] = {}
    for row in rows:
        by_charge.setdefault(row.measure.charge_article, set()).add(row.measure.applies_to)
    return any(whom == {"person"} for whom in by_charge.values())


def _names_another_charge(search: Search, index: Index) -> bool:
    """Whether a follow-up puts another charge in the place of the one before: 那按非法经营呢."""
    question = search.question
    return bool(question.context) and bool(crimes_of_its_own(question, index))


def _is_told_of_a_case(search: Search) -> bool:
    """Whether a question asks for a decided case, and one was found before all else."""
    kinds = [kind for kind in Kind if kind.is_decision and asks_for(search.question, kind)]
    return bool(kinds) and bool(search.found) and search.found[0].passage.kind.is_decision


def _charges(
    search: Search, index: Index, placed: Sequence[Placed], bases: Sequence[Base], held: list[str]
) -> list[str]:
    """The charges that are named and have thresholds; else those whose thresholds were found; else all that could be meant.

    Of a question about the corpus's subject that names none: those too that its cases were decided under, the one of most
    cases first, if it is not asked of a licence. That what was found is below one charge's threshold says nothing, where
    another's is reached.
    """
    if held:
        return held
    measured = [
        p.threshold.charge_article
        for p in placed
        if p.threshold.charge_article
        and p.threshold.tier in TIERS
        and any(b.counts_towards(p.threshold) for b in bases)
    ]
    known = list(dict.fromkeys(measured))
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
        of_licence = any(term.zh in _LICENCES for term in search.question.terms)
        first = [charge for charge in nearest[:1] if charge not in usual or of_licence]
        nearest = list(dict.fromkeys([*first, *usual]))
    if unnamed_bases(search.question.text) or asks_for_tier(
        search.question.text
    ):  # of no charge in particular: those that have tiers to tell apart
        tiered = {str(p.threshold.charge_article) for p in placed if p.threshold.tier == TIERS[-1]}
        nearest = list(dict.fromkeys([*(charge for charge in [*nearest, *known] if charge in tiered), *nearest]))
    return nearest or known
