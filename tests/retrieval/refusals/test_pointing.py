"""What a judge will do in a case of which nothing is told cannot be said; odds are counted."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request


@pytest.mark.parametrize("question", ["Predict how many months he will get", "请预测一下法官会怎么判"])
def test_a_prediction_without_facts_is_declined(wide_index: Index, question: str) -> None:
    made = answer(wide_index, Request(question))
    assert (made.declined, made.reason) == (True, "underspecified")


@pytest.mark.parametrize(
    "question", ["预测一下这个案子会判几个月，概率多大", "How likely is it, and how many months will he get?"]
)
def test_with_odds_the_cases_are_counted(wide_index: Index, question: str) -> None:
    made = answer(wide_index, Request(question))
    assert "不是比率" in made.answer or "no rate" in made.answer


def test_with_facts_it_is_reckoned(wide_index: Index) -> None:
    made = answer(
        wide_index, Request("My client sold VPN accounts for 20,000 yuan. Predict how many months he will get")
    )
    assert not made.declined
