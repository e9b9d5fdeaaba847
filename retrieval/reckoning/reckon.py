"""From a question to what its amounts reach."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.amounts.bases import (
    Base,
    asks_for_tier,
    is_for,
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
from retrieval.amounts.stated import Amounts, read_all
from retrieval.amounts.threshold import Crime, Threshold
from retrieval.amounts.units import is_of_unit
from retrieval.amounts.unread import unread_sums
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.question import Question
from retrieval.ranking.priors import asks_for
from retrieval.reading.charges import Charge
from retrieval.reckoning.at_stake import charges_at_stake
from retrieval.reckoning.charged import Named, crimes_of_its_own, named_crimes
from retrieval.reckoning.compared import with_all_compared
from retrieval.reckoning.fines import asks_only_for_fine, fines_of
from retrieval.reckoning.said_besides import RANGE
from retrieval.reckoning.sold_besides import SoldBesides, tell_apart
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
    :param besides: The crimes that figures of the question are of which no threshold is held, as it was not the tool that was sold.
    :param by_minutes: Whether thresholds are compared that count by the minute, and the question tells of no calls.
    :param is_choice: Whether the question does nothing but choose one of the sums reckoned before.
    :param with_ranges: Whether the ranges of punishment are asked for.
    """

    rows: tuple[Row, ...] = ()
    fines: tuple[Fine, ...] = ()
    rates: tuple[int, ...] = ()
    foreign: bool = False
    unread: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    besides: tuple[Charge, ...] = ()
    by_minutes: bool = False
    is_choice: bool = False
    with_ranges: bool = False

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
                row.base.name not in _PARTS
                and row.base.value == part.whole
                and (name == "pay" or row.base.whose == part.whose)
            ):
                measure = (row.steps[0].places[0].authority.id, row.measure.measure.zh)
                reached.setdefault(measure, set()).add(row.reached.tier if row.reached else "")
        return any(len(tiers) > 1 for tiers in reached.values())


@dataclass(frozen=True)
class _Told:
    """What a question, and those before it, tell of sums and of charges.

    :param besides: The questions without the sums of what was sold besides the tool.
    :param bases: What is compared.
    :param is_choice: Whether the question does nothing but choose one of the sums before.
    :param states_own: Whether the last question states sums itself.
    """

    crimes: Named
    besides: SoldBesides
    own: Amounts
    bases: list[Base]
    unnamed: bool
    is_choice: bool
    states_own: bool


def reckon(search: Search, index: Index) -> Reckoning:
    """Compare the question's amounts with the thresholds of the charges at stake that govern what was done on its date."""
    question, told = search.question, _read(search, index)
    besides = told.besides.charges if told.besides.in_last else ()
    # sums of its own are no longer those of the case that the question before named
    named = question.own_references if told.states_own else question.references
    if any(index.authorities[name].kind.is_decision for r in named for name in r.authorities):
        return Reckoning()  # what a decided case was about stands in its brief
    if _is_told_of_a_case(search) and not (told.unnamed or asks_for_tier(question.text)):
        return Reckoning(besides=besides)  # "the farmer in Henan who had 4,000 customers": as if the case were named
    if not told.states_own and not _ASKS.search(question.text) and not _names_another_charge(search, index):
        return Reckoning()  # it points back to amounts, but asks for something else
    aside = Reckoning(besides=besides if told.bases else told.besides.charges)
    if _ASKS.search(question.text):
        unread = tuple(unread_sums(told.besides.texts[-1]))
        aside = replace(aside, rates=told.own.rates, foreign=told.own.foreign, unread=unread)
    return _compared(search, index, told, aside) if told.bases else aside


def _read(search: Search, index: Index) -> _Told:
    question, crimes = search.question, named_crimes(search, index)
    texts = (*question.earlier, question.text)
    besides = tell_apart(texts, index)
    if crimes and not set(crimes.charges) <= set(besides.charges):
        besides = SoldBesides(texts)  # who names a charge asks of that one
    *earlier, said = besides.texts
    unnamed = unnamed_bases(said)
    portion, text = read_portion(said)
    own = read_all(text)
    choice = chosen(said, _bases(earlier))
    another = resumed(said, stated_last(earlier))
    states_own = unnamed or read_share(said) or own.stated or another or portion or choice or besides.in_last
    bases = unnamed or choice or _bases(besides.texts)
    return _Told(crimes, besides, own, bases, bool(unnamed), bool(choice), bool(states_own))


def _bases(questions: Sequence[str]) -> list[Base]:
    return read_bases(stated_last(questions), share_last(questions), portion_last(questions))


def _compared(search: Search, index: Index, told: _Told, aside: Reckoning) -> Reckoning:
    question, bases = search.question, told.bases
    placed = told.crimes.told(_spoken_of(question, index), question.understood, index)
    held = [*told.crimes.with_thresholds(placed, index)]
    held += [crime for crime in _named_by_their_standard(question, placed) if crime not in held]
    crimes = told.crimes.without(told.besides.charges)
    unheld = crimes.without_thresholds(placed, index, question.answer_language)
    if unheld and (told.states_own or _ASKS.search(question.text) or _names_another_charge(search, index)):
        aside = replace(aside, unheld=unheld)
    if unheld and not held:
        return aside  # on another day there may be some; those of another crime are not compared
    charges = [] if asks_only_for_fine(search, placed) else charges_at_stake(search, index, placed, bases, held)
    if charges and not held:
        charges = with_all_compared(charges, search, placed, bases, index)
    rows = _rows(question, bases, [p for p in placed if p.threshold.crime in charges])
    rows.sort(key=lambda row: charges.index(row.measure.crime))
    by_minutes = any(CALLS.search(row.measure.measure.zh) for row in rows) and not tells_of_calls(question.understood)
    return replace(
        aside, rows=tuple(rows), fines=tuple(fines_of(search, bases, placed, charges, rows)), by_minutes=by_minutes,
        is_choice=told.is_choice, with_ranges=bool(RANGE.search(question.text)),
    )  # fmt: skip


def _rows(question: Question, bases: Sequence[Base], at_stake: Sequence[Placed]) -> list[Row]:
    hours = hours_in(question.understood)
    rows = [row for base in bases for row in tier_rows(base, at_stake, hours)]
    if any(base.name == "net" for base in bases):  # of a company whose profit is told the turnover is not its gains
        rows = [row for row in rows if not (row.base.name == "gross" and _is_gains_of_unit(row.measure))]
    return rows


def _spoken_of(question: Question, index: Index) -> list[Placed]:
    """The thresholds on the question's day of what it speaks of, in the authorities that it is asked of."""
    admits = question.request.admits
    placed = [
        p
        for p in thresholds_on(index, question.as_of, question.today)
        if is_for(p.threshold, question.understood) and any(map(admits, index.by_authority.get(p.authority.id, ())))
    ]
    if not is_of_unit(question.understood):
        return placed
    for_units = {(*p.article, p.threshold.charge_article) for p in placed if p.threshold.applies_to == "unit"}
    return [
        p
        for p in placed
        if p.threshold.applies_to != "person" or (*p.article, p.threshold.charge_article) not in for_units
    ]


def _named_by_their_standard(question: Question, placed: Sequence[Placed]) -> list[Crime]:
    """The crimes in whose standard the question names an article: who does so names the crime."""
    places = {(a, r.address(a).article) for r in question.references if r.article for a in r.authorities}
    named = (p.threshold.crime for p in placed if p.threshold.charge_article and p.article in places)
    return list(dict.fromkeys(named))


def _is_gains_of_unit(threshold: Threshold) -> bool:
    return threshold.applies_to == "unit" and "违法所得" in threshold.measure.zh


def _names_another_charge(search: Search, index: Index) -> bool:
    """Whether a follow-up puts another charge in the place of the one before: 那按非法经营呢."""
    question = search.question
    return bool(question.context) and bool(crimes_of_its_own(question, index))


def _is_told_of_a_case(search: Search) -> bool:
    """Whether a question asks for a decided case, and one was found before all else."""
    kinds = [kind for kind in Kind if kind.is_decision and asks_for(search.question, kind)]
    return bool(kinds) and bool(search.found) and search.found[0].passage.kind.is_decision
