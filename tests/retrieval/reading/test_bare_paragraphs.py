"""A paragraph without its article is of the one spoken of: of the statute where that was asked for."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 24)
CITED = "《信息网络犯罪刑案解释》第二条……《刑法》第二百八十六条之一……"


def named(
    index: Index, before: str, cited: str, text: str
) -> list[tuple[tuple[str, ...], tuple[int, int] | None, int | None]]:
    question = read_question(Request(text, (Turn("user", before), Turn("assistant", cited))), index, TODAY)
    return [(r.authorities, r.article, r.paragraph) for r in question.own_references]


def test_of_the_statute_where_that_was_asked_for(wide_index: Index) -> None:
    read = named(wide_index, "责令改正不改的罪，法条怎么说", CITED, "第二款呢？")
    assert read == [(("criminal-law",), (286, 1), 2)]


def test_else_of_what_the_answer_names_first(wide_index: Index) -> None:
    read = named(wide_index, "什么是责令改正", CITED, "第二款呢？")
    assert [(article, paragraph) for _, article, paragraph in read] == [((2, 0), 2)]


@pytest.mark.parametrize("text", ["second paragraph of that article", "and the 2nd paragraph?"])
def test_an_english_ordinal_is_a_paragraph_and_one_that_there_is_not_is_said_so(wide_index: Index, text: str) -> None:
    before = "What does article 10 of the 2011 Computer Crime Interpretation say?"
    history = (Turn("user", before), Turn("assistant", answer(wide_index, Request(before)).answer))
    assert "the article has 1 paragraph" in answer(wide_index, Request(text, history)).answer.split("\n\n")[0]
