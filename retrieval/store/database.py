"""The SQLite file that holds the truth: authorities, passages, documents, vectors, the state of the index."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.private import private_file, private_folder

BUSY_TIMEOUT_S = 30.0


def _m001_initial(connection: sqlite3.Connection) -> None:
    connection.executescript(
        """
        CREATE TABLE authorities (id TEXT PRIMARY KEY, meta TEXT NOT NULL);
        CREATE TABLE passages (
            id TEXT PRIMARY KEY, authority TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
            text TEXT NOT NULL, article TEXT, section TEXT, section_key TEXT, part INTEGER NOT NULL,
            first_paragraph INTEGER NOT NULL, path TEXT NOT NULL, start INTEGER NOT NULL, position INTEGER NOT NULL,
            official INTEGER NOT NULL, status TEXT NOT NULL, effective_from TEXT, effective_to TEXT, owner TEXT,
            digest TEXT NOT NULL
        );
        CREATE TABLE documents (
            id TEXT PRIMARY KEY, owner TEXT, name TEXT NOT NULL, title TEXT NOT NULL, digest TEXT NOT NULL,
            blocks TEXT NOT NULL, added TEXT NOT NULL
        );
        CREATE TABLE vectors (
            digest TEXT NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (digest, model)
        ) WITHOUT ROWID;
        CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """
    )


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_m001_initial,)


def connect(path: Path) -> sqlite3.Connection:
    """Open the database, made and brought up to date if need be; it and its folder are for their owner alone."""
    private_folder(path.parent)
    private_file(path)  # its journals take over its mode
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, migrate in enumerate(MIGRATIONS[done:], done + 1):
        migrate(connection)
        connection.execute(f"PRAGMA user_version = {number}")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Everything inside happens, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def read_state(connection: sqlite3.Connection, key: str) -> str | None:
    """Return a value of the state table."""
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return row["value"] if row else None


def write_state(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Set a value of the state table."""
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))
