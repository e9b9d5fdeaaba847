"""Vectors of passages' parts."""

import numpy as np
import pytest

from retrieval.index import Index
from retrieval.store.part_vectors import PartVectors

PARTS = ("提供专门用于侵入、非法控制计算机信息系统的程序、工具", "情节特别严重的", "单位犯前三款罪的，对单位判处罚金")


def test_kept_vectors_are_those_made_anew(index: Index) -> None:
    kept = PartVectors(index.model)
    first = kept.of(PARTS)
    assert kept.of(tuple(list(PARTS))) is first
    np.testing.assert_array_equal(PartVectors(index.model).of(PARTS), first)
    np.testing.assert_allclose(np.linalg.norm(first, axis=1), 1, atol=1e-5)


def test_what_is_kept_cannot_be_changed(index: Index) -> None:
    with pytest.raises(ValueError, match="read-only"):
        index.parts.of(PARTS)[0, 0] = 1
