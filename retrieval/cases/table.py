"""The cases that answer a question over all of them, reckoned from the fields of their meta files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median

from retrieval.address import PLACE
from retrieval.cases.asked_of_all import Asked, Charged
from retrieval.cases.conditions import SUBJECT
from retrieval.cases.ended import ended
from retrieval.cases.endings import Ending
from retrieval.cases.records import Record
from retrieval.numerals import parse_numeral

FIRST = 3  # of an order; as many more as equal the last of them
MOST = 8  # of a selection
_PUNISHED = {"warned", "jailed", "convicted", "detained", "fined"}


@dataclass(frozen=True)
class Selected:
    """The cases that were found.

    :param records: The first of them.
    :param fitting: How many there are of which it is true.
    :param compared: How many of the cases have the fields asked for; those without them are left out.
    :param total: How many there are of the kind, the charge, the conduct and the place asked for.
    :param penalties: How many of those that fit are administrative penalties.
    :param undated: How many were left out because the year is not known.
    :param unplaced: How many were left out because the province is not known.
    :param mean: The average, and the one in the middle, of the measure; None where none is asked for.
    """

    records: tuple[Record, ...]
    fitting: int
    compared: int
    total: int
    penalties: int = 0
    undated: int = 0
    unplaced: int = 0
    mean: tuple[float, float] | None = None


def select(asked: Asked, records: Sequence[Record], most: int = MOST) -> Selected:
    """Return the cases that are asked for, in the order that is asked for.

    :param most: How many of a selection.
    """
    records = [record for record in records if _is_of(record, asked)]
    placed = [record for record in records if not asked.regions.names or record.region]
    # a case of an unknown place is none of a province; whether it is of another is not known
    unplaced = len(records) - len(placed) if asked.regions.others else 0
    placed = [record for record in placed if not asked.regions.names or _is_there(record, asked)]
    dated = [record for record in placed if not asked.years or record.year]
    undated = len(placed) - len(dated)
    records = [record for record in dated if not asked.years or (record.year and asked.years.holds(record.year))]
    if asked.measure:
        chosen = _in_order(asked, records)
    else:
        told = [
            (record, fits)
            for record in sorted(records, key=_surest_and_latest)
            if (fits := _fits(record, asked)) is not None
        ]
        kept = [record for record, fits in told if fits]
        penalties = sum(record.is_penalty for record in kept)
        chosen = Selected(tuple(kept[:most]), len(kept), len(told), len(records), penalties)
    return replace(chosen, undated=undated, unplaced=unplaced)


def nearest(asked: Asked) -> list[Asked]:
    """Return what may be asked of all cases instead, where none is as asked, the nearest first.

    No acquittal, but a decision not to prosecute; nobody jailed, but punished; none within the bounds: the nearest to
    them that ended as asked, else the nearest that ended in any way.
    """
    if asked.bounds and not asked.measure:
        near = replace(asked, measure=asked.of, order="nearest")
        return [near, replace(near, ends=())] if asked.ends else [near]
    only = asked.ends[0].name if len(asked.ends) == 1 and not asked.ends[0].denied else None
    wider = "cleared" if only == "acquitted" else "punished" if only in _PUNISHED else None
    if wider:
        return [replace(asked, ends=(Ending(wider),))]
    narrow = asked.ends or asked.charges or asked.regions.names or asked.conduct
    return [replace(asked, years=None)] if asked.years and narrow else []


def _is_of(record: Record, asked: Asked) -> bool:
    """Whether a case is of the conduct, the kind and the charge asked for."""
    return (
        (
            not asked.conduct
            or record.conduct == asked.conduct
            or (asked.conduct == SUBJECT and record.conduct is not None)
        )
        and (not asked.kind or record.is_penalty == (asked.kind == "penalty"))
        and (not asked.charges or any(_is_charged(record, place) for place in asked.charges))
    )


def _is_there(record: Record, asked: Asked) -> bool:
    return (record.region in asked.regions.names) != asked.regions.others


def _in_order(asked: Asked, records: Sequence[Record]) -> Selected:
    """The cases by a measure, from the end that is asked for: three, and as many more as equal the last of them."""
    measure, sign = asked.measure or "", 1 if asked.order in ("least", "nearest") else -1
    within = asked if asked.order != "nearest" else replace(asked, bounds=None)
    fitting = [record for record in records if _fits(record, within)]
    valued = [(value, record) for record in fitting if (value := value_of(record, measure)) is not None]
    if asked.order == "nearest" and asked.bounds:
        low, high = asked.bounds
        valued = [(max(low - value, value - high, 0.0), record) for value, record in valued]
    valued.sort(key=lambda pair: sign * pair[0])
    last = sign * valued[min(FIRST, len(valued)) - 1][0] if valued else 0.0
    first = tuple(record for value, record in valued if sign * value <= last)
    values = [value for value, _ in valued]
    mean = (fmean(values), median(values)) if values and asked.order == "average" else None
    return Selected(first[:MOST], len(first), len(valued), len(fitting), mean=mean)


def value_of(record: Record, measure: str) -> float | None:
    """Return a case's users, term in months, fine in yuan, or gains in yuan; None if that is not known."""
    if measure == "gains":
        return max((amount.value for amount in record.amounts if amount.kind in ("gains", "turnover")), default=None)
    return {"users": record.users, "term": record.term, "fine": record.facts.get("fine")}[measure]


def _is_charged(record: Record, place: Charged) -> bool:
    """Whether a case was charged under a place: 286 is not 286-1, and 285(2) not 285(3)."""
    return any(
        match["article"] == place.article
        and (not match["paragraph"] or not place.paragraph or parse_numeral(match["paragraph"]) == place.paragraph)
        for match in PLACE.finditer(record.charge_article or "")
    )


def _fits(record: Record, asked: Asked) -> bool | None:
    """Whether a case keeps the bounds and ended as is asked; None if its fields do not tell."""
    value = value_of(record, asked.of) if asked.bounds else None
    if asked.bounds and value is None:
        return None
    low, high = asked.bounds or (0.0, float("inf"))
    within = value is None or low <= value < high
    so = ended(record, asked.ends, asked.either) if asked.ends else True
    return so if within else False


def _surest_and_latest(record: Record) -> tuple[str, int]:
    return record.confidence or "?", -(record.year or 0)
