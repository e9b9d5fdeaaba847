"""Deleted rows leave the file: neither its free pages nor its log keep a word of them."""

import logging
import secrets
import sqlite3

from retrieval.store.database import read_state, write_state

_PENDING = "erase"
_log = logging.getLogger(__name__)


def must_erase(connection: sqlite3.Connection) -> None:
    """Note, within the transaction that deletes, that the file is to be cleaned: a kill must not keep it from that.

    Each deletion has a mark of its own: who cleans takes back no mark but the one found before.
    """
    write_state(connection, _PENDING, secrets.token_hex(8))


def erase(connection: sqlite3.Connection) -> None:
    """Write the file anew if something was deleted, and empty its log.

    `PRAGMA secure_delete` alone leaves copies of rows behind where SQLite moved them between pages.
    """
    mark = read_state(connection, _PENDING)
    if mark is None:
        return
    try:
        # what others wrote does not go to a folder for temporary files
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:  # another process writes for longer than we wait
        _log.warning("What was deleted is still in the free pages of the database, until the next deletion: %s", error)
        return
    if not busy:
        connection.execute("DELETE FROM state WHERE key = ? AND value = ?", (_PENDING, mark))
