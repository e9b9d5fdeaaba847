"""Where it is asked what a revision made different, the provision is quoted in both versions, side by side."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request

TODAY = date(2026, 11, 24)
LAW = "中华人民共和国治安管理处罚法"


@pytest.mark.parametrize(
    "question",
    [
        "How did the 2025 revision of the Public Security Administration Punishments Law change the rule on intrusion tools?",
        "治安管理处罚法修订前后对提供黑客工具的处罚有什么变化",
    ],
)
def test_both_versions_are_quoted_first(procedure_index: Index, question: str) -> None:
    quoted = answer(procedure_index, Request(question), today=TODAY).citations
    places = list(dict.fromkeys((c.title.zh, c.article) for c in quoted))
    assert [article for _, article in places[:2]] == ["第三十三条", "第二十九条"]
    assert all(title.startswith(LAW) for title, _ in places[:2])


def test_who_asks_for_no_change_is_given_the_law_in_force(procedure_index: Index) -> None:
    quoted = answer(procedure_index, Request("Which detention does an intruder into a computer face?"), today=TODAY)
    places = [c.article for c in quoted.citations if c.title.zh.startswith(LAW)]
    assert "第三十三条" in places
    assert "第二十九条" not in places
