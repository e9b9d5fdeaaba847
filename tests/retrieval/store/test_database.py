"""The SQLite file: made on demand, changed whole or not at all, passages and authorities in and out unchanged."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from retrieval.authority import Authority, Bilingual, BilingualNames, Kind, Note, NoteAuthority, Status
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.store import database
from retrieval.store.database import MIGRATIONS, connect, read_state, transaction, write_state
from retrieval.store.passages import (
    delete_passages,
    read_authorities,
    read_passages,
    write_authorities,
    write_passages,
)

PASSAGE = Passage(
    "own:3:zh", "own", Kind.RULE, "zh", "甲。\n（一）乙“丙”。", "第三条", None, None, 1, ((2, 2, None), (3, None, "（一）")), ("第一章", "第一节"), 17, 4, True,
    Status.SUPERSEDED, date(2011, 9, 1), date(2020, 1, 31), "li", "abc",
    ((1, date(2009, 2, 28)),), True, date(2016, 2, 6),
)  # fmt: skip


def test_the_file_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "data" / "fayan.sqlite"
    with closing(connect(path)) as connection:
        write_state(connection, "key", "value")
    with closing(connect(path)) as connection:  # nothing is migrated twice
        assert read_state(connection, "key") == "value"
        assert read_state(connection, "other") is None
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("earlier", range(len(MIGRATIONS)))
def test_many_who_open_it_at_once_bring_it_up_to_date_once(tmp_path: Path, earlier: int) -> None:
    """The app opens it from many threads, the first time after an update too."""
    for attempt in range(5):
        path = tmp_path / str(attempt) / "fayan.sqlite"
        path.parent.mkdir()
        with closing(sqlite3.connect(path, isolation_level=None)) as old:
            for migrate in MIGRATIONS[:earlier]:
                migrate(old)
            old.execute(f"PRAGMA user_version = {earlier}")
        with ThreadPoolExecutor(6) as pool:
            opened = list(pool.map(connect, [path] * 6))
        assert {one.execute("PRAGMA user_version").fetchone()[0] for one in opened} == {len(MIGRATIONS)}
        for one in opened:
            one.close()


def test_a_migration_that_is_interrupted_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE passages ADD COLUMN half TEXT")
        raise KeyboardInterrupt

    path = tmp_path / "fayan.sqlite"
    connect(path).close()
    with monkeypatch.context() as patched:
        patched.setattr(database, "MIGRATIONS", (*MIGRATIONS, interrupted))
        with pytest.raises(KeyboardInterrupt):
            connect(path)
    with closing(connect(path)) as connection:
        assert "half" not in {row["name"] for row in connection.execute("PRAGMA table_info(passages)")}


def test_a_transaction_that_fails_changes_nothing(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "fayan.sqlite")) as connection:
        with pytest.raises(sqlite3.IntegrityError):
            _write_twice(connection)
        assert read_state(connection, "key") is None


def _write_twice(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        write_state(connection, "key", "value")
        connection.execute("INSERT INTO state VALUES ('key', 'again')")


def test_passages_come_back_unchanged(tmp_path: Path, index: Index) -> None:
    several = [PASSAGE, Passage("own:s1:en", "own", Kind.CASE, "en", "x", section="Facts", section_key="s1")]
    some = [*several, *list(index.passages.values())[:50]]
    with closing(connect(tmp_path / "fayan.sqlite")) as connection:
        write_passages(connection, some)
        write_passages(connection, some)
        assert {p.id: p for p in read_passages(connection)} == {p.id: p for p in some}
        delete_passages(connection, ["own:3:zh", "not there"])
        assert "own:3:zh" not in {p.id for p in read_passages(connection)}


def test_authorities_come_back_unchanged(tmp_path: Path, index: Index) -> None:
    own = Authority(
        id="own", kind=Kind.RULE, titles=Bilingual(zh="办法", en="Measures"), short=BilingualNames(zh=["法"]),
        number="令第1号", effective=date(2020, 1, 1), status=Status.IN_FORCE,
        notes=[Note(section="第三条", zh="注", en="note", authority=NoteAuthority(id="x", article="第一条"))],
        thresholds=[{"value": 5000, "nested": {"a": [1, 2]}}],
    )  # fmt: skip
    every = [own, *index.authorities.values()]
    with closing(connect(tmp_path / "fayan.sqlite")) as connection:
        write_authorities(connection, every)
        assert {a.id: a for a in read_authorities(connection)} == {a.id: a for a in every}
        write_authorities(connection, [own])
        assert read_authorities(connection) == [own]


def test_authorities_of_an_earlier_index_are_read(tmp_path: Path, index: Index) -> None:
    path = tmp_path / "fayan.sqlite"
    with closing(connect(path)) as connection:
        write_authorities(connection, index.authorities.values())
        connection.execute("UPDATE authorities SET meta = json_insert(meta, '$.legal_basis', NULL)")
        connection.execute("PRAGMA user_version = 5")
    with closing(connect(path)) as connection:
        assert {a.id: a for a in read_authorities(connection)} == index.authorities


def test_a_further_connection_leaves_the_locks_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "fayan.sqlite"
    with closing(connect(path)) as first:
        write_state(first, "key", "value")
        connect(path).close()
        # the last connection that closes removes the journal: another process must not take itself for the last
        command = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('SELECT * FROM state').fetchall(); c.close()"
        subprocess.run([sys.executable, "-c", command], check=True)
        assert path.with_name("fayan.sqlite-wal").exists()
        write_state(first, "other", "value")
        assert read_state(first, "other") == "value"
