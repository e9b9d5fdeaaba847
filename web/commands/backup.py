"""`python -m web backup FILE`: everything that cannot be made again, in one file, while the app runs."""

import os
import sqlite3
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from retrieval.errors import FayanError
from retrieval.settings import Settings
from retrieval.store.database import connect
from web.commands.command import Command

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
            copy_database(source, target)
    except OSError as error:
        raise FayanError(f"{target} cannot be written: {error.strerror or error}.") from error
    with closing(sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)) as written:
        return f"{target}: {counted(written)}."


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Write one state of a database into a file of its owner alone, which is whole or not there.

    :raises OSError: If the file cannot be written.
    """
    draft = target.with_name(f"{target.name}.part")
    os.close(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    try:
        with closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)


def counted(connection: sqlite3.Connection) -> str:
    """Return how much of each kind a database holds, in words."""
    counts = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _COUNTED)
    return ", ".join(f"{count} {name}" for name, count in zip(_COUNTED, counts, strict=True))


COMMAND = Command(
    "backup", "write documents, conversations, feedback and the index's texts into one file", _add_arguments, _run
)
