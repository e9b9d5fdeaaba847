"""From a question to what its amounts reach."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.amounts.bases import (
    asks_for_tier,
    is_for,
    names_unit,
    read_bases,
    share_last,
    stated_last,
    unnamed_bases,
)
from retrieval.amounts.chosen import chosen
from retrieval.amounts.hours import hours_in
from retrieval.amounts.international import CALLS, tells_of_calls
from retrieval.amounts.placed import Placed, thresholds_on
from retrieval.amounts.portions import portion_last, read_portion
from retrieval.amounts.resumed import resumed
from retrieval.amounts.shares import read_share
from retrieval.amounts.stated import read_all
from retrieval.amounts.threshold import Crime
from retrieval.amounts.unread import unread_sums
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.question import Question
from retrieval.ranking.priors import asks_for
from retrieval.reckoning.at_stake import charges_at_stake
from retrieval.reckoning.charged import crimes_of_its_own, named_crimes
from retrieval.reckoning.compared import with_all_compared
from retrieval.reckoning.fines import asks_only_for_fine, fines_of
from retrieval.reckoning.tiers import Fine, Row, tier_rows
from retrieval.search import Search

_PARTS = ("net_of_costs", "share", "pay")

_ASKS = re.compile(
    # how long a crime may be prosecuted depends on its tier
    r"档|严重|起点|标准|数额|金额|(?<![减轻退赔缴交判])多少|够|罚|追诉(?:时效|期)|(?<!诉讼)时效(?!力)|\btime[- ]?barred\b|\blimitations?\b|"
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
    :param by_minutes: Whether thresholds are compared that count by the minute, and the question tells of no calls.
    :param is_choice: Whether the question does nothing but choose one of the sums reckoned before.
    """

    rows: tuple[Row, ...] = ()
    fines: tuple[Fine, ...] = ()
    rates: tuple[int, ...] = ()
    foreign: bool = False
    unread: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    of_individuals: bool = False
    by_minutes: bool = False
    is_choice: bool = False

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
    own_portion, own_text = read_portion(question.text)
    own = read_all(own_text)
    another = resumed(question.text, stated_last(question.earlier))
    before = question.earlier
    choice = chosen(question.text, read_bases(stated_last(before), share_last(before), portion_last(before)))
    states_own = bool(unnamed or read_share(question.text) or own.stated or another or own_portion or choice)
    # sums of its own are no longer those of the case that the question before named
    named = question.own_references if states_own else question.references
    if any(index.authorities[name].kind.is_decision for r in named for name in r.authorities):
        return Reckoning()  # what a decided case was about stands in its brief
    if _is_told_of_a_case(search) and not (unnamed or asks_for_tier(question.text)):
        return Reckoning()  # "the farmer in Henan who had 4,000 customers": so it is if the case is not named
    if not states_own and not _ASKS.search(question.text) and not _names_another_charge(search, index):
        return Reckoning()  # it points back to amounts, but asks for something else
    asked = (*question.earlier, question.text)
    bases = unnamed or choice or read_bases(stated_last(asked), share_last(asked), portion_last(asked))
    aside = Reckoning()
    if _ASKS.search(question.text):
        aside = Reckoning(rates=own.rates, foreign=own.foreign, unread=tuple(unread_sums(question.text)))
    if not bases:
        return aside
    crimes = named_crimes(search, index)
    placed = crimes.told(_spoken_of(question, index), question.understood, index)
    held = [*crimes.with_thresholds(placed, index)]
    held += [crime for crime in _named_by_their_standard(question, placed) if crime not in held]
    unheld = crimes.without_thresholds(placed, index, question.answer_language)
    if unheld and (states_own or _ASKS.search(question.text) or _names_another_charge(search, index)):
        aside = replace(aside, unheld=unheld)
    if unheld and not held:
        return aside  # on another day there may be some; those of another crime are not compared
    charges = [] if asks_only_for_fine(search, placed) else charges_at_stake(search, index, placed, bases, held)
    if charges and not held:
        charges = with_all_compared(charges, search, placed, bases, index)
    at_stake = [p for p in placed if p.threshold.crime in charges]
    hours = hours_in(question.understood)
    rows = [row for base in bases for row in tier_rows(base, at_stake, hours)]
    rows.sort(key=lambda row: charges.index(row.measure.crime))
    fines = tuple(fines_of(search, bases, placed, charges, rows))
    of_individuals = names_unit(question.understood) and _only_of_individuals(rows)
    by_minutes = any(CALLS.search(row.measure.measure.zh) for row in rows) and not tells_of_calls(question.understood)
    return replace(
        aside, rows=tuple(rows), fines=fines, of_individuals=of_individuals, by_minutes=by_minutes, is_choice=bool(choice)
    )  # fmt: skip


def _spoken_of(question: Question, index: Index) -> list[Placed]:
    """The thresholds on the question's day of what it speaks of, in the authorities that it is asked of."""
    admits = question.request.admits
    return [
        p
        for p in thresholds_on(index, question.as_of, question.today)
        if is_for(p.threshold, question.understood) and any(map(admits, index.by_authority.get(p.authority.id, ())))
    ]


def _named_by_their_standard(question: Question, placed: Sequence[Placed]) -> list[Crime]:
    """The crimes in whose standard the question names an article: who does so names the crime."""
    places = {(a, r.address(a).article) for r in question.references if r.article for a in r.authorities}
    named = (p.threshold.crime for p in placed if p.threshold.charge_article and p.article in places)
    return list(dict.fromkeys(named))


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
