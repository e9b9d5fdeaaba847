"""`python -m web restore FILE`: bring back what `backup` wrote; what was there before is kept aside."""

import sqlite3
from argparse import ArgumentParser, Namespace
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from retrieval.adapters.shelf import own_folder
from retrieval.errors import FayanError
from retrieval.settings import Settings
from retrieval.store.database import APPLICATION_ID, INSTALLATION, MIGRATIONS, connect, read_state, write_state
from retrieval.store.manifest import generation_folder
from web.commands.backup import copy_database, counted
from web.commands.command import Command
from web.commands.kept_adapters import take_adapters


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="what `python -m web backup` wrote")


def _run(options: Namespace, settings: Settings) -> str:
    check_backup(options.file)
    try:
        return _restore(options.file, settings)
    except (OSError, sqlite3.Error) as error:  # so a full disk is told
        raise FayanError(f"{options.file} cannot be brought back into {settings.data_dir}: {error}.") from error


def _restore(file: Path, settings: Settings) -> str:
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    # an ingest at work would write over what is brought back
    with FileLock(settings.data_dir / "ingest.lock"):
        aside = _keep_aside(settings)
        # written into the database, not put in its place: an app that has it open sees all of the old or all of the new
        with closing(_open(file)) as source, closing(connect(settings.database)) as target:
            installation = read_state(target, INSTALLATION)
            source.backup(target)
        with closing(connect(settings.database)) as restored:  # brings an older file up to date
            # what is brought back may come from another installation, which goes on with its own index on a server
            write_state(restored, INSTALLATION, str(installation))
            words = counted(restored)
            take_adapters(restored, own_folder(settings))
            index_id = read_state(restored, "index_id")
    kept = f" What was there before is kept in {aside}." if aside else ""
    there = index_id is not None and generation_folder(settings.data_dir, index_id).is_dir()
    return f"Restored: {words}.{kept}" + ("" if there else " Run `python -m ingest` now: it makes the index for it.")


def check_backup(path: Path) -> None:
    """Refuse a file that is not a whole backup of this program, or of a later version of it.

    :raises FayanError: With the reason.
    """
    if not path.is_file():
        raise FayanError(f"There is no file {path}.")
    try:
        with closing(_open(path)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if mark != APPLICATION_ID:
                raise FayanError(f"{path} is not a backup of Fayan: `python -m web backup` writes one.")
            if version > len(MIGRATIONS):
                raise FayanError(
                    f"{path} was written by a later version of Fayan (its tables are version {version}, this one knows "
                    f"{len(MIGRATIONS)}): restore it with that version or a newer one."
                )
            fault = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise FayanError(f"{path} is not a backup of Fayan, or is damaged ({error}).") from error
    if fault != "ok":
        raise FayanError(f"{path} is damaged ({fault.splitlines()[0]}): nothing was changed.")


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _keep_aside(settings: Settings) -> Path | None:
    if not settings.database.is_file():
        return None
    at = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = settings.database.with_name(f"{settings.database.stem}-before-{at}.sqlite")
    with closing(connect(settings.database)) as old:
        copy_database(old, aside, own_folder(settings))
    return aside


COMMAND = Command("restore", "bring back what backup wrote; the data of now is kept aside", _add_arguments, _run)
