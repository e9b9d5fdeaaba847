"""Going through a whole collection: the same order as the graph's search, and everything in it."""

import numpy as np
import pytest

from retrieval.index import Index


@pytest.mark.parametrize("name", ["zh-statute", "en-case", "zh-rule"])
def test_the_scan_agrees_with_the_search(index: Index, name: str) -> None:
    vector = index.model.encode_queries(["提供专门用于侵入计算机信息系统的工具"])[0]
    scanned = list(index.vectors.scan(name, vector))
    assert {key for key, _ in scanned} == index.vectors.ids(name)
    assert [score for _, score in scanned] == sorted((score for _, score in scanned), reverse=True)
    near = index.vectors.query(name, vector, 5)
    assert np.allclose([score for _, score in near], [score for _, score in scanned[: len(near)]], atol=1e-3)


def test_named_ids_are_compared_and_no_others(index: Index) -> None:
    vector = index.model.encode_queries(["tools for intrusion"])[0]
    scanned = dict(index.vectors.scan("en-case", vector))
    some = sorted(scanned)[:7]
    compared = index.vectors.compare("en-case", vector, some)
    assert {key for key, _ in compared} == set(some)
    assert all(abs(score - scanned[key]) < 1e-5 for key, score in compared)
    assert index.vectors.compare("en-case", vector, []) == []
    assert index.vectors.compare("no-such", vector, some) == []
    assert list(index.vectors.scan("no-such", vector)) == []


def test_the_vectors_of_named_ids_are_those_that_are_compared(index: Index) -> None:
    vector = index.model.encode_queries(["tools for intrusion"])[0]
    some = sorted(index.vectors.ids("en-case"))[5::-1]
    ids, vectors = index.vectors.vectors("en-case", [*some, "no-such"])
    assert ids == sorted(some)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    compared = dict(index.vectors.compare("en-case", vector, some))
    assert np.allclose(vectors @ vector, [compared[key] for key in ids], atol=1e-5)
    assert index.vectors.vectors("en-case", [])[0] == index.vectors.vectors("no-such", some)[0] == []
