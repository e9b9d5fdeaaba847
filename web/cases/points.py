"""The numbers behind the plots: what is drawn, what is left out, and why."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.cases.records import AMOUNT_KINDS, Amount, Record


@dataclass(frozen=True)
class Point:
    """A term and one amount of a case."""

    record: Record
    amount: Amount
    term: int


@dataclass(frozen=True)
class Scatter:
    """Term against amount.

    :param cases: The criminal cases among what is shown.
    :param both: Those of them that have an amount and a term.
    :param no_amount: Those without an amount, whether they have a term or not.
    :param no_term: Those with an amount and without a term.
    """

    points: list[Point]
    cases: int
    both: int
    no_amount: int
    no_term: int


def scatter(records: Sequence[Record]) -> Scatter:
    """Return the points of the cases that have both figures; a fine before the case is no amount of it."""
    cases = [record for record in records if not record.is_penalty]
    turned = {id(record): [amount for amount in record.amounts if amount.kind != "fine"] for record in cases}
    both = [record for record in cases if turned[id(record)] and record.term]
    points = [Point(record, amount, record.term or 0) for record in both for amount in turned[id(record)]]
    no_amount = sum(1 for record in cases if not turned[id(record)])
    return Scatter(points, len(cases), len(both), no_amount, len(cases) - len(both) - no_amount)


@dataclass(frozen=True)
class Years:
    """Cases by year.

    :param columns: Every year from the first to the last, with its cases.
    :param decided: How many years are those of the decision; the others stand in the case number.
    """

    columns: list[tuple[int, list[Record]]]
    decided: int
    number: int
    unknown: int


def years(records: Sequence[Record]) -> Years:
    """Return the cases by year, years without any included."""
    found: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        if record.year is not None:
            found[record.year].append(record)
    span = range(min(found), max(found) + 1) if found else range(0)
    decided = sum(1 for record in records if record.year_from == "decision")
    number = sum(1 for record in records if record.year_from == "number")
    return Years([(year, found.get(year, [])) for year in span], decided, number, len(records) - decided - number)


@dataclass(frozen=True)
class Label:
    """A kind of amount.

    :param names: The names that the cases give it, with how often, in both languages.
    """

    kind: str
    records: list[Record]
    names: list[tuple[Amount, int]]


def labels(records: Sequence[Record]) -> list[Label]:
    """Return what amounts are called, with the cases that have one so called."""
    found = []
    for kind in AMOUNT_KINDS:
        own = [(record, amount) for record in records for amount in record.amounts if amount.kind == kind]
        if not own:
            continue
        names: dict[str, tuple[Amount, int]] = {}
        for _, amount in own:
            names[amount.what.zh] = (amount, names.get(amount.what.zh, (amount, 0))[1] + 1)
        holders = list({record.authority.id: record for record, _ in own}.values())
        found.append(Label(kind, holders, sorted(names.values(), key=lambda pair: -pair[1])))
    return found
