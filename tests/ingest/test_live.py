"""A running app takes up what another process ingests, and answers from the old index until then."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest

from ingest.documents import add_document, remove_document
from ingest.sync import sync
from retrieval.errors import CorpusUnreadableError, IndexUnusableError
from retrieval.index import Index, open_index
from retrieval.live_index import LiveIndex
from retrieval.request import Request
from retrieval.search import search
from retrieval.settings import Settings
from retrieval.store.database import connect
from tests.processes import Running
from tests.support import environment, run_module, write_law

WAIT_S = 10
OFTEN_S = 0.1


@pytest.fixture
def own(workspace: Callable[..., Settings]) -> Settings:
    """A workspace with a law of three articles, ingested."""
    made = workspace()
    write_law(made.corpus_dir / "regulations" / "own-law", ["经营者应当登记。", "用户应当实名。", "网站应当备案。"])
    sync(made, progress=False)
    return made


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The index is looked at more often than every two seconds; to be there before `live`."""
    monkeypatch.setattr("retrieval.live_index.POLL_S", OFTEN_S)


@pytest.fixture
def live(own: Settings) -> Iterator[LiveIndex]:
    """The live index of that workspace."""
    running = LiveIndex(own)
    yield running
    running.close()


def texts(index: Index, question: str, k: int = 3) -> list[str]:
    return [found.passage.text for found in search(index, Request(question), k).found]


def test_what_a_second_process_ingests_is_taken_up_within_ten_seconds(own: Settings, live: LiveIndex) -> None:
    before = live.current()
    write_law(own.corpus_dir / "regulations" / "other-law", ["渡轮应当在正午离港。"], "渡轮条例")
    process = Running(["-m", "ingest"], environment(own), Path(os.devnull))
    while process.poll() is None:
        assert texts(live.current(), "网站备案")[0] == "网站应当备案。"
        time.sleep(0.05)
    assert process.poll() == 0
    end = time.monotonic() + WAIT_S
    while live.current().index_id == before.index_id and time.monotonic() < end:
        assert texts(live.current(), "网站备案")[0] == "网站应当备案。"
        time.sleep(0.05)
    assert texts(live.current(), "渡轮何时离港")[0] == "渡轮应当在正午离港。"
    # a question that began with the old one ends with it
    assert texts(before, "网站备案")[0] == "网站应当备案。"


def test_documents_come_and_go_while_the_app_runs(own: Settings, live: LiveIndex) -> None:
    """Also back to a state that was there before: its folder may have been removed in the meantime."""

    def add(text: str) -> str:
        with closing(connect(own.database)) as connection:
            document, _ = add_document(connection, "memo.txt", text.encode())
        return document.id

    def remove(key: str) -> None:
        with closing(connect(own.database)) as connection:
            assert remove_document(connection, key)

    def ingested() -> list[str]:
        sync(own, progress=False)
        live.refresh()
        return texts(live.current(), "缆车何时停运", 5)

    first = add("缆车在大风时停运。")
    assert ingested()[0] == "缆车在大风时停运。"
    second = add("缆车在检修日停运。")
    assert {"缆车在大风时停运。", "缆车在检修日停运。"} <= set(ingested())
    remove(second)
    assert "缆车在检修日停运。" not in ingested()
    remove(first)
    assert len(ingested()) == 3
    assert add("缆车在大风时停运。") == first
    assert ingested()[0] == "缆车在大风时停运。"


def test_a_rebuild_beside_a_running_app(own: Settings, live: LiveIndex) -> None:
    before = live.current()
    assert run_module("ingest", "rebuild", settings=own).returncode == 0
    assert texts(before, "网站备案")[0] == "网站应当备案。"
    live.refresh()
    assert live.current().index_id != before.index_id
    assert texts(live.current(), "网站备案")[0] == "网站应当备案。"


@pytest.mark.usefixtures("often")
def test_a_database_that_cannot_be_read_for_a_while_does_not_end_the_following(
    own: Settings, live: LiveIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_law(own.corpus_dir / "regulations" / "other-law", ["渡轮应当在正午离港。"], "渡轮条例")
    faults = (
        ("connect", sqlite3.OperationalError("disk I/O error")),
        ("connect", OSError("gone")),
        ("open_index", CorpusUnreadableError("a fault in the corpus")),
    )
    for name, fault in faults:
        with monkeypatch.context() as patched:
            patched.setattr(f"retrieval.live_index.{name}", Mock(side_effect=fault))
            report = sync(own, progress=False)
            time.sleep(5 * OFTEN_S)
            assert live.current().index_id != report.index_id
    end = time.monotonic() + WAIT_S
    while live.current().index_id != report.index_id and time.monotonic() < end:
        time.sleep(0.05)
    assert live.current().index_id == report.index_id


def test_what_another_version_wrote_is_refused_in_one_sentence_and_made_anew(own: Settings) -> None:
    with closing(connect(own.database)) as connection:
        connection.execute("""UPDATE state SET value = '{"model": "x", "new": 1}' WHERE key = 'manifest'""")
    with pytest.raises(IndexUnusableError, match="another version"):
        open_index(own)
    sync(own, progress=False, rebuild=True)
    open_index(own).vectors.close()


@pytest.mark.usefixtures("often")
def test_an_index_that_cannot_be_read_leaves_the_old_one_answering(own: Settings, live: LiveIndex) -> None:
    before = live.current().index_id
    with closing(connect(own.database)) as connection:
        connection.execute("UPDATE state SET value = 'nowhere' WHERE key = 'index_id'")
        time.sleep(5 * OFTEN_S)
        assert live.current().index_id == before
        assert texts(live.current(), "网站备案")[0] == "网站应当备案。"
        connection.execute("UPDATE state SET value = ? WHERE key = 'index_id'", (before,))
    write_law(own.corpus_dir / "regulations" / "other-law", ["渡轮应当在正午离港。"], "渡轮条例")
    sync(own, progress=False)
    end = time.monotonic() + WAIT_S
    while live.current().index_id == before and time.monotonic() < end:
        time.sleep(0.05)
    assert texts(live.current(), "渡轮何时离港")[0] == "渡轮应当在正午离港。"
