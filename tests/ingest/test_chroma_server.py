"""The vectors on a Chroma server instead of in the data folder."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import numpy as np
import pytest

from ingest.generation import KEPT_GENERATIONS
from ingest.sync import sync
from retrieval.errors import FayanError, IndexUnusableError, StoreError
from retrieval.index import open_index
from retrieval.live_index import LiveIndex
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.vectors import open_client
from tests.support import TIMEOUT_S, write_law
from tests.web.site import free_port

START = "from chromadb.cli.cli import app; app()"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a Chroma server."""
    port = free_port()
    with serving(tmp_path / "server", port) as url:
        yield url


@contextmanager
def serving(folder: Path, port: int) -> Iterator[str]:
    """Run a Chroma server; its address."""
    command = [sys.executable, "-c", START, "run", "--path", str(folder), "--host", "127.0.0.1"]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url, end = f"http://127.0.0.1:{port}", time.monotonic() + TIMEOUT_S
    try:
        while True:
            assert process.poll() is None
            assert time.monotonic() < end
            try:
                httpx.get(f"{url}/api/v2/heartbeat", timeout=5).raise_for_status()
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(TIMEOUT_S)


def counts(settings: Settings) -> dict[str, int]:
    """Ingest, and return how many vectors the newest generation has in each collection."""
    sync(settings, progress=False)
    vectors = open_index(settings).vectors
    return {name: vectors.count(name) for name in vectors.names}


def test_what_was_there_is_still_there_after_a_change(workspace: Callable[..., Settings], server: str) -> None:
    """The collections of a generation are filled anew on a server: they cannot be copied there."""
    own = workspace().model_copy(update={"chroma_url": server})
    folder = own.corpus_dir / "regulations" / "own-law"
    articles = ["网站应当备案。", "用户应当实名。"]
    write_law(folder, articles)
    (own.corpus_dir / "outside.yaml").write_text(
        "- {id: ferry, laws: [渡轮条例], zh: [渡轮何时离港？], en: [When does the ferry leave?]}\n", encoding="utf-8"
    )
    assert counts(own) == {"zh-rule": 2, "zh-outside": 1, "en-outside": 1}
    write_law(folder, [*articles, "渡轮应当在正午离港。"])
    assert counts(own) == {"zh-rule": 3, "zh-outside": 1, "en-outside": 1}
    write_law(folder, articles)
    assert counts(own) == {"zh-rule": 2, "zh-outside": 1, "en-outside": 1}


def test_only_the_own_collections_of_old_generations_are_removed(
    workspace: Callable[..., Settings], server: str
) -> None:
    """Others keep theirs on the same server: other programs, and other installations with the very same corpus."""
    client = open_client(Path(os.devnull), server)
    foreign = {"customerprofiles-2024", "0123456789abcdef-zh-rule", "plain"}
    for name in foreign:
        client.create_collection(name)
    own, other = (workspace(name=name).model_copy(update={"chroma_url": server}) for name in ("own", "other"))
    for articles in (["网站应当备案。"], ["网站应当备案。", "用户应当实名。"], ["渡轮应当在正午离港。"]):
        for settings in (own, other):
            write_law(settings.corpus_dir / "regulations" / "own-law", articles)
            sync(settings, progress=False)
    assert foreign <= {collection.name for collection in client.list_collections()}
    assert len(client.list_collections()) == len(foreign) + 2 * KEPT_GENERATIONS
    for settings in (own, other):
        opened = open_index(settings)
        assert opened.vectors.count("zh-rule") == 1
        opened.vectors.close()
    client.close()


def test_an_index_moves_to_the_server_and_back(workspace: Callable[..., Settings], server: str) -> None:
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "own-law", ["网站应当备案。", "用户应当实名。"])
    there = own.model_copy(update={"chroma_url": server})
    assert counts(own) == {"zh-rule": 2}
    with pytest.raises(
        IndexUnusableError, match=r"no vectors of the index .* on FAYAN_CHROMA_URL='http.*python -m ingest"
    ):
        open_index(there)
    assert counts(there) == {"zh-rule": 2}
    report = sync(there, progress=False)
    assert report.index_id == sync(there, progress=False).index_id  # nothing to do
    assert counts(own) == {"zh-rule": 2}


def test_a_server_that_is_not_there_is_named(workspace: Callable[..., Settings]) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    own = workspace().model_copy(update={"chroma_url": url})
    write_law(own.corpus_dir / "regulations" / "own-law", ["网站应当备案。"])
    with pytest.raises(FayanError, match=f"FAYAN_CHROMA_URL='{url}'"):
        sync(own, progress=False)


def test_a_running_app_outlives_a_restart_of_the_server(
    workspace: Callable[..., Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread that follows the index looks at a server that is gone, and takes up what is there when it is back."""
    monkeypatch.setattr("retrieval.live_index.POLL_S", 0.1)
    port = free_port()
    own = workspace().model_copy(update={"chroma_url": f"http://127.0.0.1:{port}"})
    folder = own.corpus_dir / "regulations" / "own-law"
    write_law(folder, ["网站应当备案。"])
    with serving(tmp_path / "server", port):
        sync(own, progress=False)
        live = LiveIndex(own)
    first = live.current()
    with pytest.raises(StoreError):
        first.vectors.query("zh-rule", np.ones(first.model.dimension, np.float32), 1)
    generation = own.data_dir / "index" / first.index_id
    shutil.copytree(generation, generation.with_name("newer"))
    with closing(connect(own.database)) as connection:
        connection.execute("UPDATE state SET value = 'newer' WHERE key = 'index_id'")
    time.sleep(1)  # it has looked
    with serving(tmp_path / "server", port):
        write_law(folder, ["网站应当备案。", "渡轮应当在正午离港。"])
        report = sync(own, progress=False)
        end = time.monotonic() + 10
        while live.current().index_id != report.index_id and time.monotonic() < end:
            time.sleep(0.05)
        assert live.current().index_id == report.index_id
        live.close()
