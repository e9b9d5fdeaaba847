"""`python -m web backup` and `restore`, as commands."""

import sqlite3
import stat
from argparse import Namespace
from contextlib import closing
from pathlib import Path

import pytest

from ingest.documents import add_document, list_documents
from retrieval.adapters.shelf import own_folder
from retrieval.errors import FayanError
from retrieval.settings import Settings
from retrieval.store.database import INSTALLATION, MIGRATIONS, connect, read_state
from retrieval.store.feedback import read_feedback
from tests.support import run_module
from tests.web.transcripts.stored import say
from web.commands import backup, restore
from web.commands.kept_adapters import count_adapters
from web.feedback.store import keep_judgement
from web.transcripts.conversation import Judgement
from web.transcripts.store import Conversations


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """Settings of a database with a conversation, a judgement and a document."""
    settings = Settings(data_dir=tmp_path / "data", corpus_dir=tmp_path / "corpus")
    message = say(Conversations(settings), "", "eins")
    keep_judgement(settings, "", message.id, Judgement("up"))
    with closing(connect(settings.database)) as connection:
        add_document(connection, "note.txt", b"Plover\n\nThe Plover clause.")
    return settings


def titles(settings: Settings) -> list[str]:
    """Return the titles of the conversations."""
    return [talk.title for talk in Conversations(settings).list("")]


def test_what_was_backed_up_comes_back_while_the_database_is_open(own: Settings, tmp_path: Path) -> None:
    store, file = Conversations(own), tmp_path / "own.backup"
    with closing(connect(own.database)) as app:  # as a running app holds it
        assert app.execute("SELECT count(*) FROM conversations").fetchone()[0] == 1
        written = run_module("web", "backup", file, settings=own)
        assert (written.returncode, written.stdout) == (
            0,
            f"{file}: 1 documents, 1 conversations, 1 messages, 1 feedback, 0 adapters.\n",
        )
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert [path.name for path in tmp_path.glob("own.backup*")] == ["own.backup"]
        store.delete("", store.list("")[0].id)
        say(store, "", "zwei")
        restored = run_module("web", "restore", file, settings=own)
        assert restored.returncode == 0, restored.stderr
        assert "python -m ingest" in restored.stdout  # there is no index for it here
        assert app.execute("SELECT title FROM conversations").fetchone()[0] == "eins"
        assert app.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert titles(own) == ["eins"]
    assert [row.question for row in read_feedback(own)] == ["eins"]
    with closing(connect(own.database)) as connection:
        assert [document.title for document in list_documents(connection)] == ["Plover"]
    (aside,) = own.data_dir.glob("fayan-before-*.sqlite")
    assert str(aside) in restored.stdout
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("SELECT title FROM conversations").fetchall() == [("zwei",)]


def test_it_comes_back_into_an_empty_folder(own: Settings, tmp_path: Path) -> None:
    file = tmp_path / "own.backup"
    run_module("web", "backup", file, settings=own)
    other = Settings(data_dir=tmp_path / "other", corpus_dir=own.corpus_dir)
    assert run_module("web", "restore", file, settings=other).returncode == 0
    assert titles(other) == ["eins"]
    with closing(connect(own.database)) as first, closing(connect(other.database)) as second:
        # both may keep their vectors on one server
        assert read_state(first, INSTALLATION) != read_state(second, INSTALLATION)
    assert stat.S_IMODE(other.data_dir.stat().st_mode) == 0o700
    assert not list(other.data_dir.glob("fayan-before-*"))


def test_a_file_that_is_there_is_not_overwritten(own: Settings, tmp_path: Path) -> None:
    file = tmp_path / "precious"
    file.write_text("kept")
    refused = run_module("web", "backup", file, settings=own)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "is there already" in refused.stderr
    assert file.read_text() == "kept"


def test_a_place_that_cannot_be_written_is_said(own: Settings, tmp_path: Path) -> None:
    refused = run_module("web", "backup", tmp_path / "nowhere" / "file", settings=own)
    assert refused.returncode == 1
    assert "cannot be written" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_adapters_that_were_trained_here_come_along(own: Settings, tmp_path: Path) -> None:
    folder, file = own_folder(own), tmp_path / "own.backup"
    folder.mkdir()
    for name, content in (("mine.json", b"{}"), ("mine.safetensors", bytes(range(256)) * 999)):
        (folder / name).write_bytes(content)
    assert run_module("web", "backup", file, settings=own).stdout.endswith("1 adapters.\n")
    with closing(sqlite3.connect(file)) as connection:  # as nobody's backup is
        connection.execute("INSERT INTO adapters VALUES ('../escaped.json', x'00')")
        connection.commit()
    other = Settings(data_dir=tmp_path / "other", corpus_dir=own.corpus_dir)
    (folder / "mine.json").write_bytes(b"changed")
    for settings in (own, other):
        assert run_module("web", "restore", file, settings=settings).returncode == 0
        assert {path.name: path.read_bytes() for path in own_folder(settings).iterdir()} == {
            "mine.json": b"{}",
            "mine.safetensors": bytes(range(256)) * 999,
        }
        assert not (settings.data_dir / "escaped.json").exists()
        with closing(connect(settings.database)) as connection:
            assert count_adapters(connection) == 0
    (aside,) = own.data_dir.glob("fayan-before-*.sqlite")
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT content FROM adapters WHERE name = 'mine.json'").fetchone()[0] == b"changed"


def test_a_file_of_ones_own_beside_it_is_not_touched(own: Settings, tmp_path: Path) -> None:
    beside = tmp_path / "own.backup.part"
    beside.write_text("kept")
    assert run_module("web", "backup", tmp_path / "own.backup", settings=own).returncode == 0
    assert beside.read_text() == "kept"


def test_the_users_file_is_said_to_be_left_out(own: Settings, tmp_path: Path) -> None:
    said = backup.COMMAND.run(
        Namespace(file=tmp_path / "own.backup"), own.model_copy(update={"users_file": tmp_path / "users.yaml"})
    )
    assert f"{tmp_path / 'users.yaml'} is not in it" in said


def test_a_full_disk_is_said_in_one_sentence(own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(backup, "put_adapters", full)
    with pytest.raises(FayanError, match="cannot be written: database or disk is full"):
        backup.COMMAND.run(Namespace(file=tmp_path / "own.backup"), own)
    assert not list(tmp_path.glob("*own.backup*"))


def test_a_full_disk_is_said_when_it_is_brought_back_too(
    own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    backup.COMMAND.run(Namespace(file=tmp_path / "own.backup"), own)
    monkeypatch.setattr(restore, "copy_database", full)
    with pytest.raises(FayanError, match=r"cannot be brought back .* disk is full"):
        restore.COMMAND.run(Namespace(file=tmp_path / "own.backup"), own)
    assert titles(own) == ["eins"]


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE conversations (id TEXT)")


def _newer(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


def _damaged(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.executemany("INSERT INTO state VALUES (?, ?)", [(str(n), "x" * 900) for n in range(99)])
        connection.execute("PRAGMA journal_mode = DELETE")
    content = bytearray(path.read_bytes())
    for page in range(12, len(content) // 4096 - 1):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("no database, but a text that is long enough to be read as one " * 9), "not a backup of Fayan"),
        (_foreign, "not a backup of Fayan"), (_newer, "a later version of Fayan"), (_damaged, "damaged"), (lambda path: None, "There is no file"),
    ],
    ids=["text", "foreign", "newer", "damaged", "missing"],
)  # fmt: skip
def test_what_is_no_backup_is_refused_in_one_sentence(own: Settings, tmp_path: Path, make: object, words: str) -> None:
    file = tmp_path / "file"
    make(file)
    refused = run_module("web", "restore", file, settings=own)
    assert refused.returncode == 1
    assert words in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert titles(own) == ["eins"]
    assert not list(own.data_dir.glob("fayan-before-*"))
