"""Cases like what was spoken of are those under the charge that was named."""

import pytest

from retrieval.asked_over_cases import asks_over_cases
from retrieval.cases.asked_of_all import Charged
from retrieval.cases.further import asks_for_like
from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request, Turn
from tests.retrieval.reading.test_told_client import TODAY

CHARGE = "第二百八十六条之一"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("适用286条之一会怎么判", "有没有这样判的案子？"), ("286之一怎么判", "有没有这样判的案子？"), ("Can a VPN seller be convicted under article 286-1?", "any cases like that?"),
        ("Can a VPN seller be convicted under article 286-1?", "Any cases under it?"), ("拒不履行信息网络安全管理义务罪怎么判", "类似的案例有吗"),
    ],
)  # fmt: skip
def test_they_are_listed_by_the_charge(wide_index: Index, before: str, text: str) -> None:
    history = (Turn("user", before), Turn("assistant", "…"))
    asked = asks_over_cases(read_question(Request(text, history), wide_index, TODAY), wide_index)
    assert asked is not None
    assert asked.charges == (Charged(CHARGE),)


def test_another_condition_of_them_is_read(wide_index: Index) -> None:
    history = (Turn("user", "What is the sentence under article 286-1?"), Turn("assistant", "…"))
    text = "Any other cases where they got less than a year?"
    asked = asks_over_cases(read_question(Request(text, history), wide_index, TODAY), wide_index)
    assert asked is not None
    assert (asked.charges, asked.of, asked.bounds) == ((Charged(CHARGE),), "term", (0, 12))


@pytest.mark.parametrize("text", ["any cases like that?", "有没有这样判的案子？"])
def test_without_a_charge_before_no_list_is_made(wide_index: Index, text: str) -> None:
    assert asks_over_cases(read_question(Request(text), wide_index, TODAY), wide_index) is None


@pytest.mark.parametrize(
    "text", ["案子要多久", "Is this case like ours?", "哪些案子判了缓刑", "how do such cases end?", "案吗能" * 1300]
)
def test_what_asks_for_something_else_is_not_that(text: str) -> None:
    assert not asks_for_like(text)
