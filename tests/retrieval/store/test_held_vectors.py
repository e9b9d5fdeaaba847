"""Vectors compared one with all: exact, and of equally near ones the first by id."""

from pathlib import Path

import numpy as np
import pytest

import retrieval.store.vectors
from retrieval.index import Index
from retrieval.store.held_vectors import HeldVectors
from retrieval.store.vectors import VectorIndex, open_client

NAMES = ("zh-statute", "en-case", "zh-rule")


def test_equally_near_ones_come_by_id_and_the_cut_keeps_the_first() -> None:
    held = HeldVectors.of(["d", "b", "a", "c"], np.array([[2, 0], [0, 1], [5, 0], [1, 0]], np.float32))
    assert [key for key, _ in held.nearest(np.array([3, 0], np.float32), 2)] == ["a", "c"]
    assert [key for key, _ in held.nearest(np.array([3, 0], np.float32), 4)] == ["a", "c", "d", "b"]
    assert dict(held.scan(np.array([0, 7], np.float32))) == {"b": 1, "a": 0, "c": 0, "d": 0}


def test_the_caller_s_vectors_stay_as_they_are() -> None:
    given = np.array([[2, 0], [0, 4]], np.float32)
    HeldVectors.of(["a", "b"], given)
    assert given.tolist() == [[2, 0], [0, 4]]


def test_some_are_compared_by_id_and_unknown_ids_are_left_out() -> None:
    held = HeldVectors.of(["b", "a", "c"], np.array([[0, 1], [5, 0], [1, 1]], np.float32))
    assert held.compare(np.array([2, 0], np.float32), ["c", "zz", "b", "aa"]) == [
        ("c", pytest.approx(0.5**0.5)),
        ("b", 0.0),
    ]
    assert held.compare(np.array([2, 0], np.float32), []) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_graph_finds_what_the_comparison_with_all_finds(
    index: Index, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vector = index.model.encode_queries(["提供专门用于侵入计算机信息系统的工具"])[0]
    exact = index.vectors.query(name, vector, 20)
    monkeypatch.setattr(retrieval.store.vectors, "HELD", 0)
    graph = VectorIndex(open_client(tmp_path / "chroma", None))
    graph.upsert(name, *index.vectors.vectors(name, sorted(index.vectors.ids(name))))
    found = graph.query(name, vector, 20)
    graph.close()
    assert [key for key, _ in found] == [key for key, _ in exact]
    assert [score for _, score in found] == pytest.approx([score for _, score in exact], abs=1e-3)
