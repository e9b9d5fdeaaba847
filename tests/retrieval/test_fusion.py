"""Fusion by rank."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from retrieval.fusion import fuse, strictly_decreasing


def test_what_several_legs_find_comes_first() -> None:
    fused = fuse({"one": ["a", "b", "c"], "two": ["b", "d"]}, {})
    assert [item for item, _, _ in fused][:2] == ["b", "a"]
    assert fused[0][2] == {"one": 2, "two": 1}


def test_a_weight_counts_and_an_item_counts_once_a_leg() -> None:
    assert fuse({"one": ["a"], "two": ["b"]}, {"two": 2.0})[0][0] == "b"
    assert fuse({"one": ["a", "a", "b"]}, {}) == fuse({"one": ["a", "b"]}, {})


def test_ties_do_not_depend_on_the_order_of_the_legs() -> None:
    one = fuse({"x": ["b", "c"], "y": ["a", "c"]}, {})
    other = fuse({"y": ["a", "c"], "x": ["b", "c"]}, {})
    assert [item for item, _, _ in one] == [item for item, _, _ in other]


@given(st.lists(st.floats(0, 1), max_size=100))
def test_scores_become_strictly_decreasing(scores: list[float]) -> None:
    lowered = strictly_decreasing(sorted(scores, reverse=True))
    assert all(one > other for one, other in pairwise(lowered))
    assert len(lowered) == len(scores)
