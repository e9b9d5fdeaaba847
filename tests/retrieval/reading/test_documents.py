"""Added documents are known by their titles and by the numbers of their cases, to those who may see them."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request
from retrieval.result import Answer

Added = tuple[Index, dict[str, str]]


def ask(added: Added, question: str, user: str = "li", only: str = "") -> Answer:
    """Answer a question of a user, of one file alone if it is named."""
    index, keys = added
    return answer(index, Request(question, user=user, documents=frozenset([keys[only]]) if only else None))


@pytest.mark.parametrize(
    ("question", "article", "paragraph"),
    [
        ("青龙市网络接入管理办法第三条第二款", "第三条", 2),
        ("《青龙市网络接入管理办法》第二条怎么规定", "第二条", 1),
        ("青龍市網絡接入管理辦法第一條", "第一条", 1),
    ],
)
def test_an_article_of_a_document_is_held(added: Added, question: str, article: str, paragraph: int) -> None:
    first = ask(added, question).citations[0]
    assert (first.article, first.paragraph, first.checks.exists) == (article, paragraph, "pass")
    assert first.title.zh == "青龙市网络接入管理办法"


def test_an_article_without_a_name_is_that_of_the_document_which_is_asked(added: Added) -> None:
    citations = ask(added, "第三条怎么规定", only="statute.md").citations
    assert {c.title.zh for c in citations} == {"青龙市网络接入管理办法"}
    assert citations[0].article == "第三条"


def test_an_article_that_a_document_lacks_is_said_to_be_missing(added: Added) -> None:
    given = ask(added, "青龙市网络接入管理办法第九条")
    assert given.reason == "missing_fact"
    assert "没有第九条" in given.answer


def test_a_judgment_is_known_by_its_own_number_and_not_by_those_in_its_text(added: Added) -> None:
    citations = ask(added, "（2021）沪0115刑初1234号判决的罚金是多少").citations
    assert {c.kind for c in citations} == {"document"}
    assert any("罚金二万元" in c.quote for c in citations)
    assert ask(added, "(2020)沪0115刑初77号判了什么").reason == "missing_fact"


def test_another_users_document_is_nothing_that_is_held(added: Added) -> None:
    assert ask(added, "白鹭市网络接入管理办法第三条").reason == "missing_fact"
    assert not ask(added, "白鹭市网络接入管理办法第三条", user="wang").declined
    assert ask(added, "(2021)沪0115刑初1234号判了什么", user="wang").reason == "missing_fact"
