import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from eval.gold import Pair
from eval.responders import Library
from eval.server import Server
from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.settings import ROOT, Settings
from tests.support import TIMEOUT_S, environment


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


@pytest.fixture(scope="module")
def server(settings: Settings, index: Index) -> Iterator[Server]:
    """The whole app in a process of its own."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environment(settings, FAYAN_PORT=str(port)), stdout=subprocess.DEVNULL
    )
    asked, end = Server(f"http://127.0.0.1:{port}/"), time.monotonic() + TIMEOUT_S
    try:
        while True:
            try:
                asked.health()
                break
            except FayanError:
                assert process.poll() is None
                assert time.monotonic() < end
                time.sleep(0.2)
        yield asked
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_a_server_gives_the_library_s_answers(server: Server, small_pairs: list[Pair], index: Index) -> None:
    library = Library(index)
    for pair in small_pairs[:2] + small_pairs[-2:]:
        ours, theirs = library.respond(pair), server.respond(pair)
        assert theirs.answer.answer == ours.answer.answer
        assert theirs.ranking == ours.ranking
        assert theirs.total_ms > 0
        assert theirs.first_ms > 0
    assert server.health()["index_id"] == index.index_id


def test_a_refusal_is_told_in_the_server_s_words(server: Server) -> None:
    with pytest.raises(FayanError, match=r"/api/chat answered 4\d\d"):
        server.call("/api/chat", {"query": "wrong field"})


def test_a_server_that_is_not_there_is_named_with_the_way_out() -> None:
    with pytest.raises(FayanError, match="make run"):
        Server(f"http://127.0.0.1:{free_port()}").health()
