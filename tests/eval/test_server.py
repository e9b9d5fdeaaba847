"""Asking a server instead of the library."""

from collections.abc import Iterator

import pytest

from eval.pairs import Pair
from eval.responders import Library
from eval.server import Server
from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.settings import Settings
from tests.web.site import free_port, start_app


@pytest.fixture(scope="module")
def server(settings: Settings, index: Index) -> Iterator[Server]:
    """The whole app in a process of its own."""
    assert index.passages
    with start_app(settings.model_copy(update={"port": free_port()})) as site:
        yield Server(f"{site.url}/")


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
