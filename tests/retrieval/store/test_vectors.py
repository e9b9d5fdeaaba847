"""The dense index in Chroma."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import retrieval.store.vectors
from retrieval.authority import Kind
from retrieval.store.vectors import GROUP_OF, HNSW, VectorIndex, collection_name, collection_names, open_client


@pytest.fixture
def vectors(tmp_path: Path) -> Iterator[VectorIndex]:
    """An index with three unit vectors."""
    index = VectorIndex(open_client(tmp_path / "chroma", None))
    index.upsert("zh-statute", ["x", "y", "z"], np.eye(3, dtype=np.float32))
    yield index
    index.close()


def test_similarities_are_cosines_best_first(vectors: VectorIndex) -> None:
    found = vectors.query("zh-statute", np.array([0.8, 0.6, 0.0], np.float32), 3)
    assert [key for key, _ in found] == ["x", "y", "z"]
    assert [score for _, score in found] == pytest.approx([0.8, 0.6, 0.0], abs=1e-5)


def test_k_may_exceed_what_is_there(vectors: VectorIndex) -> None:
    assert len(vectors.query("zh-statute", np.array([1, 0, 0], np.float32), 100)) == 3
    assert vectors.query("en-statute", np.array([1, 0, 0], np.float32), 5) == []


def test_vectors_are_replaced_and_deleted(vectors: VectorIndex) -> None:
    vectors.upsert("zh-statute", ["x"], np.array([[0, 0, 1]], np.float32))
    vectors.delete("zh-statute", ["y"])
    vectors.delete("en-case", ["nothing"])
    assert vectors.ids("zh-statute") == {"x", "z"}
    assert vectors.count("zh-statute") == 2
    assert {key for key, score in vectors.query("zh-statute", np.array([0, 0, 1], np.float32), 2) if score > 0.99} == {
        "x",
        "z",
    }


def test_a_reopened_index_has_what_was_written(tmp_path: Path) -> None:
    index = VectorIndex(open_client(tmp_path / "chroma", None))
    index.upsert("en-case", ["a"], np.ones((1, 4), np.float32) / 2)
    index.close()
    again = VectorIndex(open_client(tmp_path / "chroma", None))
    assert (again.names, again.count("en-case"), again.count("zh-case")) == (["en-case"], 1, 0)
    assert again.query("en-case", np.ones(4, np.float32) / 2, 1) == [("a", pytest.approx(1.0, abs=1e-5))]
    again.close()


def test_what_grows_too_large_to_be_compared_whole_gets_a_graph_to_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrieval.store.vectors, "HELD", 300)
    some = np.random.default_rng(1).normal(size=(400, 16)).astype(np.float32)
    ids = [f"{number:03d}" for number in range(len(some))]
    index = VectorIndex(open_client(tmp_path / "chroma", None))
    index.upsert("zh-document", ids[:200], some[:200])
    index.upsert("zh-document", ids[200:], some[200:])
    assert index.count("zh-document") == 400
    assert index.client.get_collection("zh-document").configuration["hnsw"]["ef_search"] == HNSW["ef_search"]
    assert all(index.query("zh-document", some[at], 1)[0][0] == ids[at] for at in range(0, 400, 7))
    index.close()


def test_the_collections_of_another_prefix_are_not_seen(tmp_path: Path) -> None:
    client = open_client(tmp_path / "chroma", None)
    VectorIndex(client, "one-").upsert("zh-case", ["a"], np.ones((1, 4), np.float32))
    assert VectorIndex(client, "two-").names == []
    assert VectorIndex(client, "one-").count("zh-case") == 1
    client.close()


def test_every_kind_has_a_collection_for_each_language() -> None:
    assert set(GROUP_OF) == set(Kind)
    names = collection_names(["zh", "en"], None)
    assert {collection_name(language, kind) for language in ("zh", "en") for kind in Kind} == set(names)
    assert collection_names(["zh"], [Kind.CASE, Kind.PENALTY]) == ["zh-case"]
