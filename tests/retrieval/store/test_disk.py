"""A full disk is one sentence, other faults stay what they are."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from retrieval.errors import StoreError
from retrieval.store.disk import writing_to


def test_no_space_left_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is full: free some space"), writing_to(tmp_path):
        Path("/dev/full").write_bytes(b"x" * 2**20)


def test_a_database_that_cannot_grow_does_too(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        connection.executescript("CREATE TABLE t (x); PRAGMA max_page_count = 3")
        with pytest.raises(StoreError, match="is full"), writing_to(tmp_path):
            connection.execute("INSERT INTO t VALUES (?)", ("x" * 2**20,))


def test_another_fault_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), writing_to(tmp_path):
        (tmp_path / "missing").read_bytes()
