"""Which cases are shown, and in what order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from retrieval.cases.records import Record

NONE = "none"  # the choice of what has no value
COLUMNS = (
    "title", "court", "number", "date", "charge", "amount", "users", "term", "suspended", "fine", "confidence",
)  # fmt: skip


@dataclass(frozen=True)
class Filters:
    """What the reader chose; empty for all, `NONE` for what is not known."""

    kind: str = ""
    conduct: str = ""
    charge: str = ""
    year: str = ""
    region: str = ""
    suspended: str = ""
    confidence: str = ""
    amount: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Filters":
        """Return the filters of an address."""
        return cls(**{field.name: asked.get(field.name, "") for field in fields(cls)})

    def lets_through(self, record: Record) -> bool:
        """Return whether a case has all that was chosen."""
        return all(not getattr(self, name) or getattr(self, name) == value(record) for name, value in CHOICES.items())


def _or_none(value: object) -> str:
    return str(value) if value is not None else NONE


CHOICES: dict[str, Callable[[Record], str]] = {
    "kind": lambda record: str(record.authority.kind),
    "conduct": lambda record: _or_none(record.conduct),
    "charge": lambda record: _or_none(record.charge_article),
    "year": lambda record: _or_none(record.year),
    "region": lambda record: _or_none(record.region),
    "suspended": lambda record: record.suspended or "",
    "confidence": lambda record: _or_none(record.facts.get("confidence")),
    "amount": lambda record: "known" if record.amounts else "unknown",
}


def values(records: Iterable[Record], name: str) -> list[str]:
    """Return the values that a filter can choose from, in order; what is not known last."""
    found = {CHOICES[name](record) for record in records} - {""}
    return sorted(found, key=lambda value: (value == NONE, value))


def ordered(records: Sequence[Record], sort: str, descending: bool, language: str) -> list[Record]:
    """Return cases by a column; what is not known is last either way."""
    if sort not in COLUMNS:
        return list(records)
    value = _VALUES[sort]
    known = [record for record in records if value(record, language) is not None]
    unknown = [record for record in records if value(record, language) is None]
    return sorted(known, key=lambda record: value(record, language), reverse=descending) + unknown


_VALUES: dict[str, Callable[[Record, str], Any]] = {
    "title": lambda record, language: record.authority.short_title(language).casefold(),
    "court": lambda record, language: record.court.in_language(language) if record.court else None,
    "number": lambda record, _: record.authority.number,
    "date": lambda record, _: record.decided or (str(record.year) if record.year else None),
    "charge": lambda record, _: record.charge_article,
    "amount": lambda record, _: record.amounts[0].value if record.amounts else None,
    "users": lambda record, _: record.users,
    "term": lambda record, _: record.term,
    "suspended": lambda record, _: record.facts.get("suspended_months"),
    "fine": lambda record, _: record.facts.get("fine"),
    "confidence": lambda record, _: record.facts.get("confidence"),
}
