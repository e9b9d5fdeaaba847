"""Check a corpus: `python -m ingest.check [CORPUS_DIR] [--write-table]`.

Every fault is a line, `file:line: what is wrong`; exit status 0 without faults, 1 with some, 2 for wrong usage.
"""

import argparse
import sys
from pathlib import Path

from ingest.check.entry import read_entries
from ingest.check.findings import Findings
from ingest.check.run import check_corpus
from ingest.check.table import BEGIN, END, write_table
from retrieval.errors import FayanError
from retrieval.settings import settings


def main(arguments: list[str]) -> int:
    """Run the command and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m ingest.check", description="Find what is wrong with a corpus.")
    parser.add_argument("corpus", nargs="?", type=Path, help="the corpus folder; else the one that ingest reads")
    parser.add_argument("--write-table", action="store_true", help="renew the table in the corpus's README.md")
    given = parser.parse_args(arguments)
    try:
        corpus = (given.corpus or settings().corpus_dir).resolve()
        if not corpus.is_dir():
            parser.error(f"{corpus} is not a folder")
        return _write(corpus) if given.write_table else _check(corpus)
    except FayanError as error:
        print(error, file=sys.stderr)
        return 1


def _check(corpus: Path) -> int:
    findings, entries = check_corpus(corpus)
    for finding in findings.faults:
        print(finding.shown(Path.cwd()))
    for finding in findings.remarks:
        print(f"{finding.shown(Path.cwd())} (information)")
    print(f"{len(entries)} authorities, {len(findings.faults)} faults")
    return 1 if findings.faults else 0


def _write(corpus: Path) -> int:
    if write_table(corpus, read_entries(corpus, Findings())):
        return 0
    print(f"{corpus / 'README.md'} needs the lines {BEGIN} and {END}, between which the table goes.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
