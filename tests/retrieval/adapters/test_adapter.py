"""The map itself, and its files."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from retrieval.adapters.about import About, Gain
from retrieval.adapters.adapter import Adapter, QueryMap, merged, unit
from retrieval.adapters.files import read_about, read_adapter, read_questions, save_adapter
from retrieval.adapters.fingerprint import ALIKE, fingerprints, likeness
from retrieval.errors import FayanError

DIMENSION = 8


def a_map(seed: int, hidden: int = 3) -> QueryMap:
    draw = np.random.default_rng(seed)
    shapes = ((DIMENSION, DIMENSION), (DIMENSION, hidden), (hidden,), (hidden, DIMENSION))
    return QueryMap(*(draw.normal(size=shape).astype(np.float32) for shape in shapes))


def some_vectors(count: int = 5) -> np.ndarray:
    return unit(np.random.default_rng(0).normal(size=(count, DIMENSION))).astype(np.float32)


def an_about(**changes: object) -> About:
    values = {
        "question_language": "en", "passage_language": "zh", "model": "m", "weights_digest": "w", "dimension": DIMENSION,
        "pairs": 2, "pairs_digest": "p", "passages": 9, "sources": ("pairs.jsonl",), "recipe": {"seed": 1}, "epochs": 3,
        "gains": {"R@10": Gain(before=0.1, after=0.2, difference=0.1, low=0.05, high=0.15)},
    }  # fmt: skip
    return About(**{**values, **changes})


def test_no_maps_leave_the_vectors_as_they_are() -> None:
    assert np.array_equal(Adapter().apply(some_vectors()), some_vectors())


def test_a_map_gives_vectors_of_unit_length_one_by_one_as_together() -> None:
    adapter = Adapter((a_map(1), a_map(2)))
    together = adapter.apply(some_vectors())
    assert np.allclose(np.linalg.norm(together, axis=1), 1)
    alone = np.concatenate([adapter.apply(vector[None]) for vector in some_vectors()])
    assert np.allclose(together, alone, atol=1e-6)


def test_maps_follow_each_other() -> None:
    both = Adapter((a_map(1),)).followed_by(a_map(2))
    assert np.allclose(both.apply(some_vectors()), a_map(2).apply(a_map(1).apply(some_vectors())), atol=1e-6)


def test_a_merged_map_makes_the_mean_of_what_its_members_make() -> None:
    """Linear members alone, so that the mean can be reckoned by hand."""
    members = [
        QueryMap(np.eye(2, dtype=np.float32) * factor, np.zeros((2, 1)), np.zeros(1), np.zeros((1, 2)))
        for factor in (1.0, 3.0)
    ]
    assert np.allclose(merged(members).linear, np.eye(2) * 2)
    one = a_map(1)
    assert np.allclose(merged([one, one, one]).apply(some_vectors()), one.apply(some_vectors()), atol=1e-6)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    adapter, seen = Adapter((a_map(1), a_map(2, hidden=5))), fingerprints(["卖翻墙软件构成什么罪", "Is it a crime?"])
    path = save_adapter(tmp_path / "new", "mine", adapter, an_about(), seen).with_suffix(".json")
    assert read_about(path) == an_about()
    assert np.array_equal(read_questions(path), seen)
    # kept in half precision
    assert np.allclose(read_adapter(path).apply(some_vectors()), adapter.apply(some_vectors()), atol=5e-3)


@pytest.mark.parametrize(
    ("name", "read"),
    [("mine.json", read_about), ("mine.safetensors", read_adapter), ("mine.safetensors", read_questions)],
)
def test_a_spoilt_file_is_named(tmp_path: Path, name: str, read: Callable[[Path], object]) -> None:
    path = save_adapter(tmp_path, "mine", Adapter((a_map(1),)), an_about(), fingerprints(["x"])).with_suffix(".json")
    (tmp_path / name).write_bytes(b"{")
    with pytest.raises(FayanError, match=r"mine\.json"):
        read(path)


def test_a_fingerprint_knows_a_question_again_and_no_other() -> None:
    asked = ["卖翻墙软件会构成什么罪？", "卖翻墙软件会构成什么罪呢", "公司可以辞退怀孕的员工吗？", "出售VPN要判几年"]
    prints = fingerprints(asked)
    alike = likeness(prints[0], prints) >= ALIKE
    assert alike.tolist() == [True, True, False, False]
    assert np.array_equal(fingerprints(["Ｉｓ it  a CRIME?"]), fingerprints(["is it a crime"]))


@pytest.mark.parametrize("number", [np.uint8, np.uint16])
def test_fingerprints_of_an_earlier_file_are_those_of_now(tmp_path: Path, number: type[np.unsignedinteger]) -> None:
    """They had numbers of 8 and of 16 bits, of which the last 4 are kept."""
    prints = fingerprints(["Is it a crime?", "出售VPN要判几年"])
    numbers = np.stack([prints >> 4, prints & 15], axis=2).reshape(2, 32).astype(number) + number(0x70)
    path = save_adapter(tmp_path, "mine", Adapter(), an_about(), numbers).with_suffix(".json")
    assert np.array_equal(read_questions(path), prints)


def test_no_questions_have_no_fingerprints() -> None:
    assert fingerprints([]).shape == (0, 16)


def test_strangers_are_about_as_alike_as_nothing() -> None:
    prints = fingerprints(
        ["公司可以辞退怀孕的员工吗", "Is it a crime?", "怎样上诉", "how high may the fence be", "出售VPN要判几年"]
    )
    assert abs(likeness(prints[0], prints[1:]).mean()) < 0.1
    assert likeness(prints[0], prints[:1]).item() == 1
