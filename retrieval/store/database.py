"""The SQLite file that holds the truth: authorities, passages, documents, vectors, conversations, feedback."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from retrieval.private import private_file, private_folder
from retrieval.store.disk import writing_to

BUSY_TIMEOUT_S = 30.0
_RETRY_S = 0.01
_IN_USE, _PRIMARY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED), 0xFF  # the further bits of a code say why
INSTALLATION = "installation"  # key of the state table
APPLICATION_ID = 0x4641594E  # "FAYN": by this a backup is known as one of ours


def _execute(connection: sqlite3.Connection, script: str) -> None:
    """Execute the statements of a script within the transaction that is open; `executescript` would end it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _m001_initial(connection: sqlite3.Connection) -> None:
    _execute(
        connection,
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
        """,
    )


def _m002_conversations(connection: sqlite3.Connection) -> None:
    """Conversations and feedback.

    `user` is empty where there is no login. `answer` is the Answer as JSON, `shown` what the page shows of its sources
    besides; once written they stay as they are. `searchable` is the question and the answer in the form that a search
    compares. `replaced` is 1 for a judged answer whose question was asked again: it is kept for its judgement alone.
    """
    _execute(
        connection,
        f"""
        PRAGMA application_id = {APPLICATION_ID};
        CREATE TABLE IF NOT EXISTS conversations (
            id TEXT PRIMARY KEY, user TEXT NOT NULL, title TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS conversations_of ON conversations (user, updated);
        CREATE TABLE IF NOT EXISTS messages (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
            conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
            question TEXT NOT NULL, asked TEXT NOT NULL, draft TEXT NOT NULL DEFAULT '',
            answer TEXT, shown TEXT, searchable TEXT NOT NULL, replaced INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX IF NOT EXISTS messages_of ON messages (conversation, seq);
        CREATE TRIGGER IF NOT EXISTS answers_stay BEFORE UPDATE OF answer, shown, question ON messages
            WHEN OLD.answer IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'a stored answer is never altered'); END;
        CREATE TABLE IF NOT EXISTS feedback (
            id TEXT PRIMARY KEY, message TEXT NOT NULL UNIQUE REFERENCES messages (id) ON DELETE CASCADE,
            created TEXT NOT NULL, changed TEXT NOT NULL, thumb TEXT NOT NULL, reasons TEXT NOT NULL, comment TEXT NOT NULL
        );
        """,
    )


def _m003_paragraph_dates(connection: sqlite3.Connection) -> None:
    """Since when single paragraphs have been the law; whether an earlier wording was before; the last revision."""
    _execute(
        connection,
        """
        ALTER TABLE passages ADD COLUMN paragraph_dates TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE passages ADD COLUMN reworded INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE passages ADD COLUMN revised TEXT;
        """,
    )


def _m004_installation(connection: sqlite3.Connection) -> None:
    """What tells this installation's collections on a Chroma server from those of others."""
    connection.execute("INSERT OR IGNORE INTO state VALUES (?, ?)", (INSTALLATION, secrets.token_hex(6)))


def _m005_numbering(connection: sqlite3.Connection) -> None:
    """Which paragraph and item each line of a part is: the number of its first paragraph alone does not tell."""
    _execute(
        connection,
        """
        ALTER TABLE passages ADD COLUMN numbering TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE passages DROP COLUMN first_paragraph;
        """,
    )


def _m006_legal_basis(connection: sqlite3.Connection) -> None:
    """It stands among the facts of a case; an authority has none of its own any more, which nothing ever filled."""
    connection.execute("UPDATE authorities SET meta = json_remove(meta, '$.legal_basis')")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _m001_initial,
    _m002_conversations,
    _m003_paragraph_dates,
    _m004_installation,
    _m005_numbering,
    _m006_legal_basis,
)


def connect(path: Path) -> sqlite3.Connection:
    """Open the database, made and brought up to date if need be; it and its folder are for their owner alone.

    :raises StoreError: If its disk is full: even to read, it writes a file beside itself.
    """
    private_folder(path.parent)
    with writing_to(path.parent):
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    private_file(path)  # its journals take over its mode
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    if _version(connection) < len(MIGRATIONS):
        with transaction(connection):  # another process or thread may be at it
            done = _version(connection)
            for number, migrate in enumerate(MIGRATIONS[done:], done + 1):
                migrate(connection)
                connection.execute(f"PRAGMA user_version = {number}")
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have readers not wait for a writer; another connection that is changing to it locks it, whatever the timeout."""
    end = monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY not in _IN_USE or monotonic() > end:
                raise
            sleep(_RETRY_S)


def _version(connection: sqlite3.Connection) -> int:
    """How many of the migrations the database has been through."""
    return connection.execute("PRAGMA user_version").fetchone()[0]


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
