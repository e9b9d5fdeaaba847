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


@pytest.mark.parametrize(
    ("question", "article"),
    [
        (
            "Fine for a company under the Cybersecurity Law for providing intrusion tools, today and before 2026",
            "第六十六条",
        ),
        ("网络安全法对提供侵入工具的罚款，现在和2026年以前一样吗", "第六十六条"),
        ("2026年1月1日前后网络安全法罚则有什么变化，旧第六十三条现在是第几条", "第六十三条"),
    ],
)
def test_of_now_and_before_both_versions_are_quoted(procedure_index: Index, question: str, article: str) -> None:
    made = answer(procedure_index, Request(question), today=TODAY)
    assert made.as_of == TODAY
    places = [(c.title.zh, c.article) for c in made.citations]
    assert places[0][1] == article
    assert ("中华人民共和国网络安全法", "第六十六条") in places
    assert ("中华人民共和国网络安全法（2016年文本）", "第六十三条") in places
    assert ("中华人民共和国网络安全法", "第六十三条") not in places  # on another matter


def test_an_article_of_the_old_law_is_it_whatever_day_is_told(procedure_index: Index) -> None:
    made = answer(procedure_index, Request("2026年3月还按网络安全法旧第六十三条处罚提供工具的人吗"), today=TODAY)
    assert (made.citations[0].title.zh, made.citations[0].article) == (
        "中华人民共和国网络安全法（2016年文本）",
        "第六十三条",
    )
