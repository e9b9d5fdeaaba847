"""The cases that answer a question over all of them, reckoned from the fields of their meta files."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.cases.asked import Asked
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
    """

    records: tuple[Record, ...]
    fitting: int
    compared: int
    total: int


def select(asked: Asked, records: Sequence[Record]) -> Selected:
    """Return the cases that are asked for, the highest first where an order is asked for."""
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
        known = [record for record in records if value_of(record, asked.measure) is not None]
        ordered = sorted(known, key=lambda record: -(value_of(record, asked.measure or "") or 0))
        last = value_of(ordered[min(FIRST, len(ordered)) - 1], asked.measure) if ordered else None
        first = [record for record in ordered if (value_of(record, asked.measure) or 0) >= (last or 0)]
        return Selected(tuple(first[:MOST]), len(first), len(known), len(records))
    known = [record for record in records if _has(record, asked)]
    kept = [record for record in known if _fits(record, asked)]
    return Selected(tuple(kept[:MOST]), len(kept), len(known), len(records))


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
