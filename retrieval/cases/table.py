"""The cases that answer a question over all of them, reckoned from the fields of their meta files."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median

from retrieval.cases.asked import Asked
from retrieval.cases.extremes import Order
from retrieval.cases.records import Record

FIRST = 3  # of an order; as many more as equal the last of them
MOST = 8  # of a selection


@dataclass(frozen=True)
class Selected:
    """The cases that were found.

    :param records: The first of them.
    :param fitting: How many there are of which it is true.
    :param compared: How many of the cases have the field; those without it are left out.
    :param total: How many there are.
    :param penalties: How many of those that fit are administrative penalties.
    :param mean: The average, and the one in the middle, of the measure; None where none is asked for.
    """

    records: tuple[Record, ...]
    fitting: int
    compared: int
    total: int
    penalties: int = 0
    mean: tuple[float, float] | None = None


def select(asked: Asked, records: Sequence[Record], most: int = MOST) -> Selected:
    """Return the cases that are asked for, in the order that is asked for.

    :param most: How many of a selection.
    """
    if not asked.measure:
        records = sorted(records, key=_surest_and_latest)
    if asked.conduct:
        records = [record for record in records if record.conduct == asked.conduct]
    if asked.charges:
        records = [record for record in records if any(_is_charged(record, article) for article in asked.charges)]
    if asked.region:
        records = [record for record in records if record.region == asked.region]
    if asked.year:
        records = [record for record in records if record.year == asked.year]
    if asked.measure:
        return _in_order(asked, records)
    known = [record for record in records if _has(record, asked)]
    kept = [record for record in known if _fits(record, asked)]
    penalties = sum(record.is_penalty for record in kept)
    return Selected(tuple(kept[:most]), len(kept), len(known), len(records), penalties)


def nearest(asked: Asked) -> Asked | None:
    """Return what is asked of all cases instead, where none is as asked; None where nothing is near to it.

    No acquittal, but a decision not to prosecute; nobody jailed, but punished; none above the bound: the highest.
    """
    if asked.bounds:
        end: Order = "most" if asked.bounds[1] == float("inf") else "least"
        return replace(asked, measure=asked.of, only=None, bounds=None, order=end)
    wider = "cleared" if asked.only == "acquitted" else "punished" if asked.only in _PUNISHED else None
    if wider:
        return replace(asked, only=wider)
    narrow = asked.only != "cases" or asked.charges or asked.region or asked.conduct
    return replace(asked, year=None) if asked.year and narrow else None


def _in_order(asked: Asked, records: Sequence[Record]) -> Selected:
    """The cases by a measure, from the end that is asked for: three, and as many more as equal the last of them."""
    measure, sign = asked.measure or "", 1 if asked.order == "least" else -1
    valued = [(value, record) for record in records if (value := value_of(record, measure)) is not None]
    valued.sort(key=lambda pair: sign * pair[0])
    last = sign * valued[min(FIRST, len(valued)) - 1][0] if valued else 0.0
    first = tuple(record for value, record in valued if sign * value <= last)
    values = [value for value, _ in valued]
    mean = (fmean(values), median(values)) if values and asked.order == "average" else None
    return Selected(first[:MOST], len(first), len(valued), len(records), mean=mean)


def value_of(record: Record, measure: str) -> float | None:
    """Return a case's users, term in months, fine in yuan, or gains in yuan; None if that is not known."""
    if measure == "gains":
        return max((amount.value for amount in record.amounts if amount.kind in ("gains", "turnover")), default=None)
    return {"users": record.users, "term": record.term, "fine": record.facts.get("fine")}[measure]


def _is_charged(record: Record, article: str) -> bool:
    """Whether a case was charged under an article: 286 is not 286-1."""
    named = record.charge_article or ""
    return any(named[m.end() : m.end() + 1] != "之" for m in re.finditer(re.escape(article), named))


def _surest_and_latest(record: Record) -> tuple[str, int]:
    return record.confidence or "?", -(record.year or 0)


def _has(record: Record, asked: Asked) -> bool:
    if asked.bounds and value_of(record, asked.of) is None:
        return False
    if asked.only in _BEFELL:
        return _BEFELL[asked.only](record) or not _NOT_KNOWN.search(_outcome(record))
    if asked.only == "suspended":
        return record.suspended in ("yes", "no")
    if asked.only == "changed":
        return len(record.facts.get("charge_path") or ()) > 1
    return record.is_penalty if asked.only == "company" else not record.is_penalty and bool(record.facts.get("outcome"))


def _fits(record: Record, asked: Asked) -> bool:
    low, high = asked.bounds or (0.0, float("inf"))
    if asked.bounds and not low <= (value_of(record, asked.of) or 0) < high:
        return False
    if asked.only in _BEFELL:
        return _BEFELL[asked.only](record)
    if asked.only == "suspended":
        return record.suspended == "yes"
    if asked.only == "changed":
        return len({stage.get("zh") for stage in record.facts["charge_path"]}) > 1
    if asked.only == "company":
        return record.names_company
    return "不起诉" in _outcome(record)


def _outcome(record: Record) -> str:
    return (record.facts.get("outcome") or {}).get("zh") or ""


_PUNISHED = ("warned", "jailed", "convicted", "detained", "fined")
_NOT_KNOWN = re.compile("不详|未核实|未见")
_CLEARED = re.compile("无罪|不起诉")
_TAKEN = re.compile("罚款|没收")
_HELD = re.compile("拘留|抓获|逮捕|取保候审")
_BEFELL: dict[str | None, Callable[[Record], bool]] = {
    # a suspended sentence is not served; whether an unknown one was is not known
    "cases": lambda record: True,
    "acquitted": lambda record: "无罪" in _outcome(record),
    "cleared": lambda record: bool(_CLEARED.search(_outcome(record))),
    "warned": lambda record: "警告" in _outcome(record) and not _TAKEN.search(_outcome(record)),
    "jailed": lambda record: record.term is not None and record.suspended != "yes",
    "convicted": lambda record: record.term is not None or "定罪；" in _outcome(record),
    "detained": lambda record: record.term is not None or bool(_HELD.search(_outcome(record))),
    "fined": lambda record: record.facts.get("fine") is not None or "罚款" in _outcome(record),
    "punished": lambda record: record.is_penalty or record.term is not None or record.facts.get("fine") is not None,
}
