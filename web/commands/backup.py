"""`python -m web backup FILE`: everything in the data folder that cannot be made again, in one file, while the app runs."""

import os
import sqlite3
import tempfile
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from retrieval.adapters.shelf import own_folder
from retrieval.errors import FayanError
from retrieval.settings import Settings
from retrieval.store.database import connect
from web.commands.command import Command
from web.commands.kept_adapters import count_adapters, put_adapters

_COUNTED = ("documents", "conversations", "messages", "feedback")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write it; it must not be there yet")


def _run(options: Namespace, settings: Settings) -> str:
    target: Path = options.file
    if not settings.database.is_file():
        raise FayanError(f"There is nothing to back up: {settings.database} is missing.")
    if target.exists():
        raise FayanError(f"{target} is there already: name another file, or remove it first.")
    try:
        with closing(connect(settings.database)) as source:
            copy_database(source, target, own_folder(settings))
        with closing(sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)) as written:
            words = counted(written)
    except OSError as error:
        raise FayanError(f"{target} cannot be written: {error.strerror or error}.") from error
    except sqlite3.Error as error:  # so a full disk is told too
        raise FayanError(f"{target} cannot be written: {error}.") from error
    apart = f" The users file {settings.users_file} is not in it: keep a copy of it too." if settings.users_file else ""
    return f"{target}: {words}.{apart}"


def copy_database(source: sqlite3.Connection, target: Path, adapters: Path) -> None:
    """Write one state of a database, and a folder of adapters, into a file of its owner alone, which is whole or not there.

    :raises OSError: If the file cannot be written.
    :raises sqlite3.Error: If its disk is full, say.
    """
    handle, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")  # its mode is 0600
    os.close(handle)
    try:
        with closing(sqlite3.connect(made)) as copy:
            source.backup(copy)
            put_adapters(copy, adapters)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        os.rename(made, target)
    finally:
        for left in (made, f"{made}-journal", f"{made}-wal", f"{made}-shm"):
            Path(left).unlink(missing_ok=True)


def counted(connection: sqlite3.Connection) -> str:
    """Return how much of each kind a database holds, in words."""
    counts = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _COUNTED]
    words = [f"{count} {name}" for name, count in zip(_COUNTED, counts, strict=True)]
    return ", ".join([*words, f"{count_adapters(connection)} adapters"])


COMMAND = Command(
    "backup",
    "write documents, conversations, feedback, own adapters and the index's texts into one file; not the users file",
    _add_arguments,
    _run,
)
