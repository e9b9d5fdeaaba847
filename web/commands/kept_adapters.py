"""The adapters that were trained here, as a table of a backup: they are the only files beside the database that cannot be made again."""

import re
import sqlite3
from pathlib import Path

from retrieval.private import write_whole

_NAME = re.compile(r"[\w-][\w.-]*\.(?:json|safetensors)")
_IS_THERE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'adapters'"


def put_adapters(connection: sqlite3.Connection, folder: Path) -> None:
    """Put the files of a folder, which may be missing, into a database.

    :raises OSError: If one cannot be read.
    """
    connection.execute("CREATE TABLE adapters (name TEXT PRIMARY KEY, content BLOB NOT NULL)")
    files = sorted(path for path in folder.glob("*") if _NAME.fullmatch(path.name) and path.is_file())
    connection.executemany("INSERT INTO adapters VALUES (?, ?)", ((path.name, path.read_bytes()) for path in files))
    connection.commit()


def count_adapters(connection: sqlite3.Connection) -> int:
    """Return how many adapters a database holds; none if it was written before they were kept."""
    if not connection.execute(_IS_THERE).fetchone():
        return 0
    return connection.execute("SELECT count(*) FROM adapters WHERE name LIKE '%.json'").fetchone()[0]


def take_adapters(connection: sqlite3.Connection, folder: Path) -> None:
    """Write the files that a database holds into a folder, each whole or not at all, and drop them from the database.

    :raises OSError: If one cannot be written.
    """
    if not connection.execute(_IS_THERE).fetchone():
        return
    for name, content in connection.execute("SELECT name, content FROM adapters").fetchall():
        if _NAME.fullmatch(name):  # a file from elsewhere must not name another folder
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(folder / name, content)
    connection.execute("DROP TABLE adapters")
    connection.commit()
