"""Vectors of passages' parts."""

import logging
from pathlib import Path

import numpy as np
import pytest

from retrieval.index import Index
from retrieval.store.part_vectors import PartVectors

PARTS = ("提供专门用于侵入、非法控制计算机信息系统的程序、工具", "情节特别严重的", "单位犯前三款罪的，对单位判处罚金")


def test_kept_vectors_are_those_made_anew(index: Index, tmp_path: Path) -> None:
    kept = PartVectors(index.model, tmp_path)
    first = kept.of(PARTS, document=False)
    assert kept.of(tuple(list(PARTS)), document=False) is first
    np.testing.assert_array_equal(PartVectors(index.model).of(PARTS, document=False), first)
    np.testing.assert_array_equal(PartVectors(index.model, tmp_path).of(PARTS, document=False), first)
    np.testing.assert_allclose(np.linalg.norm(first, axis=1), 1, atol=1e-5)


def test_the_next_start_reads_what_was_kept(index: Index, tmp_path: Path) -> None:
    PartVectors(index.model, tmp_path).of(PARTS, document=False)
    (file,) = tmp_path.rglob("*.npy")
    np.save(file, np.zeros((len(PARTS), index.model.dimension), np.float32))
    assert not PartVectors(index.model, tmp_path).of(PARTS, document=False).any()


def test_nothing_of_a_document_is_left_on_the_disk(index: Index, tmp_path: Path) -> None:
    PartVectors(index.model, tmp_path).of(PARTS, document=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY\x01\x00v", b"half of it"])
def test_a_damaged_file_is_made_anew(index: Index, tmp_path: Path, content: bytes) -> None:
    first = PartVectors(index.model, tmp_path).of(PARTS, document=False)
    (file,) = tmp_path.rglob("*.npy")
    whole = file.read_bytes()
    file.write_bytes(content)
    np.testing.assert_array_equal(PartVectors(index.model, tmp_path).of(PARTS, document=False), first)
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_they_are_made_all_the_same(
    index: Index, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "no-folder").touch()
    with caplog.at_level(logging.WARNING):
        made = PartVectors(index.model, tmp_path / "no-folder").of(PARTS, document=False)
    assert made.shape == (len(PARTS), index.model.dimension)
    assert "cannot be kept" in caplog.text


def test_what_is_kept_cannot_be_changed(index: Index, tmp_path: Path) -> None:
    for vectors in (PartVectors(index.model, tmp_path), PartVectors(index.model, tmp_path)):  # made; read
        with pytest.raises(ValueError, match="read-only"):
            vectors.of(PARTS, document=False)[0, 0] = 1
