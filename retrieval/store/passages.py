"""Passages and authorities in and out of SQLite."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from retrieval.authority import Authority, Kind, Status
from retrieval.passage import Passage

_COLUMNS = [field.name for field in fields(Passage)]


def _row(passage: Passage) -> list[object]:
    values = []
    for name in _COLUMNS:
        value = getattr(passage, name)
        if isinstance(value, tuple):
            value = json.dumps(value, ensure_ascii=False, default=date.isoformat)
        elif isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, (Kind, Status)):
            value = str(value)
        values.append(value)
    return values


def _passage(row: sqlite3.Row) -> Passage:
    values = dict(row)
    values["kind"] = Kind(values["kind"])
    values["status"] = Status(values["status"])
    values["path"] = tuple(json.loads(values["path"]))
    values["numbering"] = tuple(
        (number, paragraph, item) for number, paragraph, item in json.loads(values["numbering"])
    )
    values["official"], values["reworded"] = bool(values["official"]), bool(values["reworded"])
    values["paragraph_dates"] = read_paragraph_dates(values["paragraph_dates"])
    for name in ("effective_from", "effective_to", "revised"):
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return Passage(**values)


def read_paragraph_dates(text: str) -> tuple[tuple[int, date], ...]:
    """Return the dates of single paragraphs as the table has them."""
    return tuple((paragraph, date.fromisoformat(day)) for paragraph, day in json.loads(text))


def write_passages(connection: sqlite3.Connection, passages: Iterable[Passage]) -> None:
    """Insert or replace passages."""
    marks = ", ".join("?" * len(_COLUMNS))
    connection.executemany(
        f"INSERT OR REPLACE INTO passages ({', '.join(_COLUMNS)}) VALUES ({marks})", map(_row, passages)
    )


def delete_passages(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Delete passages by id."""
    connection.executemany("DELETE FROM passages WHERE id = ?", ((name,) for name in ids))


def read_passages(connection: sqlite3.Connection) -> list[Passage]:
    """Return all passages, authority by authority, in the order of their texts."""
    return [
        _passage(row) for row in connection.execute("SELECT * FROM passages ORDER BY authority, language, position")
    ]


def write_authorities(connection: sqlite3.Connection, authorities: Iterable[Authority]) -> None:
    """Make the table hold just these authorities."""
    connection.execute("DELETE FROM authorities")
    connection.executemany(
        "INSERT INTO authorities VALUES (?, ?)", ((a.id, a.model_dump_json(exclude_defaults=True)) for a in authorities)
    )


def read_authorities(connection: sqlite3.Connection) -> list[Authority]:
    """Return all authorities by id."""
    return [
        Authority.model_validate_json(row["meta"])
        for row in connection.execute("SELECT meta FROM authorities ORDER BY id")
    ]
