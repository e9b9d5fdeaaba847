"""Numbers of ten thousands that say only between which two they lie."""

import pytest

from retrieval.cases.asked_of_all import asked_of_cases
from retrieval.cases.vague_sums import vague_sums


@pytest.mark.parametrize(
    ("text", "least", "below"),
    [
        ("获利几万", 1e4, 1e5), ("赚了几十万", 1e5, 1e6), ("流水几百万", 1e6, 1e7), ("十几万", 1e5, 2e5), ("二十几万", 2e5, 3e5),
        ("一百几十万", 1.1e6, 2e6), ("二十多万", 2e5, 3e5), ("100多万", 1e6, 2e6), ("一百二十多万", 1.2e6, 1.3e6), ("tens of thousands", 1e4, 1e5),
    ],
)  # fmt: skip
def test_between_which_two_it_lies(text: str, least: float, below: float) -> None:
    assert [found.bounds for found in vague_sums(text)] == [(least, below)]


@pytest.mark.parametrize(
    "text", ["十万", "三万五", "几个人", "十几个用户", "第几条", "100万", "十" * 4000, "一" * 4000 + "几"]
)
def test_what_is_no_such_number(text: str) -> None:
    assert not list(vague_sums(text))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("获利十几万还判缓刑的有吗", (1e5, 2e5)), ("有没有赚了十五万还判缓刑的案子", (1.5e5, float("inf"))), ("获利3万判缓刑的", (3e4, float("inf"))),
        ("有没有获利10万到20万判缓刑的案例", (1e5, 2e5 + 0.5)), ("有没有判缓刑的案子", None),
    ],
)  # fmt: skip
def test_the_sum_that_cases_with_a_suspended_sentence_are_to_have(
    text: str, bounds: tuple[float, float] | None
) -> None:
    asked = asked_of_cases(text, language="zh")
    assert asked is not None
    assert [end.name for end in asked.ends] == ["suspended"]
    assert asked.bounds == bounds
