"""`python -m ingest`: bring the index in line with the corpus; add, remove and list documents."""

import argparse
import logging
import os
import sys
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from ingest.report import Report
from ingest.up_to_date import in_line
from retrieval.command import run
from retrieval.private import make_private
from retrieval.settings import Settings, settings
from retrieval.store.database import connect, read_state
from retrieval.store.manifest import Manifest


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status: 0 done, 1 some failed, 2 wrong usage; what stops it is a `FayanError`."""
    make_private()
    parser = argparse.ArgumentParser(prog="python -m ingest", description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="add|remove|status|rebuild")
    add = commands.add_parser("add", help="add files (PDF, DOCX, TXT, MD, HTML) for all users; prints their ids")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    remove = commands.add_parser("remove", help="remove a document by id")
    remove.add_argument("id")
    commands.add_parser("status", help="say what the index holds")
    commands.add_parser("rebuild", help="make the index anew; documents are kept")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    own = settings()
    if options.command == "add":
        return _add(own, options.files)
    if options.command == "remove":
        return _remove(own, options.id)
    if options.command == "status":
        return _status(own)
    return _tell(own, rebuild=options.command == "rebuild")


def _tell(own: Settings, rebuild: bool = False) -> int:
    start = time.perf_counter()
    report = (None if rebuild else _standing(own)) or _sync(own, rebuild)
    for line in report.unread:
        print(line, file=sys.stderr)
    print(_sentence(report, time.perf_counter() - start), file=sys.stderr)
    return 1 if report.unread else 0


def _standing(own: Settings) -> Report | None:
    if not own.database.is_file():
        return None
    with closing(connect(own.database)) as connection:
        return in_line(connection, own)


def _sync(own: Settings, rebuild: bool) -> Report:
    # imported here: it loads Chroma and the readers, and most starts of the app find nothing to do
    from ingest.sync import sync

    return sync(own, rebuild=rebuild)


def _sentence(report: Report, seconds: float) -> str:
    what = "up to date" if report.unchanged and not report.embedded else (
        f"{report.added} added, {report.changed} changed, {report.removed} removed, {report.embedded} embedded"
    )  # fmt: skip
    return f"Index {report.index_id}: {report.passages} passages, {what}, {seconds:.1f} s"


def _add(own: Settings, files: list[Path]) -> int:
    from ingest.documents import add_document
    from ingest.readers import MAX_BYTES, MAX_MB, UnreadableFileError

    failed = False
    with closing(connect(own.database)) as connection:
        for path in files:
            try:
                if path.stat().st_size > MAX_BYTES:
                    raise UnreadableFileError("too_large", limit=MAX_MB)
                document, _ = add_document(connection, path.name, path.read_bytes())
                print(document.id)
                if reason := document.reason("en"):
                    print(f"{path}: {reason}", file=sys.stderr)
            except (UnreadableFileError, OSError) as error:
                reason = error.strerror if isinstance(error, OSError) and error.strerror else error
                print(f"{path}: {reason}", file=sys.stderr)
                failed = True
    return max(_tell(own), int(failed))


def _remove(own: Settings, key: str) -> int:
    from ingest.documents import remove_document

    with closing(connect(own.database)) as connection:
        found = remove_document(connection, key)
    if not found:
        print(f"There is no document {key!r}: `python -m ingest status` lists them.", file=sys.stderr)
        return 1
    return _tell(own)


def _status(own: Settings) -> int:
    from ingest.documents import list_documents

    with closing(connect(own.database)) as connection:
        text = read_state(connection, "manifest")
        if not text:
            print(f"There is no index in {own.data_dir}: run `python -m ingest`.")
            return 1
        manifest = Manifest.from_json(text)
        print(
            f"index {read_state(connection, 'index_id')}: {manifest.passages} passages, model {manifest.model} ({manifest.model_digest})"
        )
        for row in connection.execute(
            "SELECT kind, language, count(*) AS n, count(DISTINCT authority) AS a FROM passages GROUP BY kind, language ORDER BY kind"
        ):
            print(f"  {row['kind']} {row['language']}: {row['n']} passages of {row['a']}")
        for document in list_documents(connection):
            reason = document.reason("en")
            missing = f"  {reason}" if reason else ""
            print(f"{document.id}  {document.title}  ({document.name}, {document.added}){missing}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
