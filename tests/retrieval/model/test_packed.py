"""The packed file of the wheel: its blocks, and what is no such file."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import FayanError
from retrieval.model.packed import packed_file, read_packed, unpack_q4

BLOCK = np.dtype([("scale", "<f2"), ("codes", "u1", 16)])


def test_a_block_is_a_scale_and_32_codes_minus_eight() -> None:
    """Weight j is in the low half of byte j, weight j + 16 in its high half."""
    block = np.zeros(1, BLOCK)
    block["scale"] = 0.5
    block["codes"][0] = [(15 - j) << 4 | j for j in range(16)]
    expected = [0.5 * (j - 8) for j in range(16)] + [0.5 * (7 - j) for j in range(16)]
    assert unpack_q4(block).tolist() == expected


def test_each_block_has_its_own_scale() -> None:
    blocks = np.zeros(2, BLOCK)
    blocks["scale"] = [1.0, -2.0]
    blocks["codes"] = 0x99
    assert unpack_q4(blocks).tolist() == [1.0] * 32 + [-2.0] * 32
    assert unpack_q4(blocks).dtype == np.float32


def test_blocks_read_from_bytes() -> None:
    raw = np.float16(0.25).tobytes() + bytes([0x10] * 16)
    assert unpack_q4(np.frombuffer(raw, BLOCK)).tolist() == [-2.0] * 16 + [-1.75] * 16


@pytest.mark.parametrize("content", [b"", b"GGUF" + bytes(100), b"%PDF-1.7\n", "条".encode()])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(content)
    with pytest.raises(FayanError, match=r"other\.bin is not a packed E5 model"):
        read_packed(path)


def test_the_wheel_holds_the_model() -> None:
    packed = read_packed(packed_file())
    assert (packed.hidden, packed.layers, packed.positions) == (384, 12, 512)
    assert packed.tensors["emb.word"].size == packed.vocabulary * packed.hidden
    assert [packed.pieces[i][0] for i in (packed.bos, packed.pad, packed.eos, packed.unk)] == [
        "<s>", "<pad>", "</s>", "<unk>",
    ]  # fmt: skip
