"""The library's table before it is drawn: what the filters let through, in order."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from retrieval.authority import Authority, Kind, Status
from web.library.find import Match, find
from web.library.shelf import Entry, Shelf

KINDS = tuple(Kind)
COLUMNS = ("kind", "title", "number", "issuer", "status", "adopted", "effective", "ended", "coverage")
_SHOWN_STATUS = tuple(Status)


@dataclass(frozen=True)
class Filters:
    """What the reader chose.

    :param query: Empty for no search.
    :param kinds: Empty for all.
    :param day: Only what was in force then.
    :param sort: A column, or `best`: the search's own order.
    """

    query: str = ""
    kinds: frozenset[Kind] = frozenset()
    status: Status | None = None
    day: date | None = None
    sort: str = "best"
    descending: bool = False


@dataclass(frozen=True)
class Row:
    """An authority in the table.

    :param standing: On the filter's date: pass or unknown; None without one.
    """

    entry: Entry
    match: Match | None = None
    standing: str | None = None


@dataclass(frozen=True)
class Found:
    """The table.

    :param total: How many authorities the reader may see.
    :param by_kind: How many of each kind are left by the other filters.
    """

    rows: Sequence[Row]
    total: int
    by_kind: Counter[Kind]


def select(shelf: Shelf, filters: Filters, user: str | None, language: str) -> Found:
    """Return the rows that the filters let through, in the order asked for."""
    visible = shelf.entries(user)
    rows: list[Row] = [Row(entry) for entry in visible]
    if filters.query:
        matches = find(shelf.index, filters.query, visible)
        rows = [Row(row.entry, match) for row in rows if (match := matches.get(row.entry.authority.id))]
    if filters.status:
        rows = [row for row in rows if row.entry.authority.kind.is_law and row.entry.status is filters.status]
    if filters.day:
        standing = ((row, row.entry.in_force_on(filters.day, shelf.today)) for row in rows)
        rows = [Row(row.entry, row.match, outcome) for row, outcome in standing if outcome != "fail"]
    by_kind = Counter(row.entry.authority.kind for row in rows)
    if filters.kinds:
        rows = [row for row in rows if row.entry.authority.kind in filters.kinds]
    return Found(_ordered(rows, filters, language), len(visible), by_kind)


def _ordered(rows: Iterable[Row], filters: Filters, language: str) -> list[Row]:
    ordered = sorted(rows, key=lambda row: _usual(row.entry.authority, language))
    if filters.sort == "best":
        if filters.query:
            ordered.sort(key=lambda row: row.match.rank if row.match else (9, 0.0))
        return ordered
    value = _VALUES[filters.sort]
    known = [row for row in ordered if value(row.entry, language) is not None]
    unknown = [row for row in ordered if value(row.entry, language) is None]
    known.sort(key=lambda row: value(row.entry, language), reverse=filters.descending)
    return known + unknown  # what is not known is last either way


def _usual(authority: Authority, language: str) -> tuple[int, str]:
    return KINDS.index(authority.kind), authority.titles.in_language(language).casefold()


_VALUES: dict[str, Callable[[Entry, str], Any]] = {
    "kind": lambda entry, _: KINDS.index(entry.authority.kind),
    "title": lambda entry, language: entry.authority.titles.in_language(language).casefold(),
    "number": lambda entry, _: entry.authority.number,
    "issuer": lambda entry, language: entry.authority.issuer.in_language(language) if entry.authority.issuer else None,
    "status": lambda entry, _: _SHOWN_STATUS.index(entry.status) if entry.authority.kind.is_law else None,
    "adopted": lambda entry, _: entry.authority.adopted,
    "effective": lambda entry, _: entry.authority.effective,
    "ended": lambda entry, _: entry.authority.ended,
    "coverage": lambda entry, _: None if entry.authority.kind is Kind.DOCUMENT else entry.authority.coverage,
}
