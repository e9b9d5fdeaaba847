"""Why? after an answer: of a case its reasons, of a rule its words once more."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.reading.bare_why import is_bare_why
from retrieval.request import Request, Turn


@pytest.mark.parametrize("text", ["Why?", "and why is that?", "为什么？", "为啥呢", "那为什么", "How come?"])
def test_it_says_of_what_with_no_word(text: str) -> None:
    assert is_bare_why(text)


@pytest.mark.parametrize("text", ["why was he fined", "为什么判缓刑", "What?", "", "why not 225", "凭什么罚我"])
def test_what_says_of_what_is_a_question_of_its_own(text: str) -> None:
    assert not is_bare_why(text)


@pytest.mark.parametrize(
    ("before", "why", "heading"),
    [("闽清刘某案判了几年", "为啥？", "裁判理由"), ("How was Liu of Minqing sentenced?", "Why?", "Reasoning")],
)
def test_of_a_case_the_reasons_are_quoted_first(wide_index: Index, before: str, why: str, heading: str) -> None:
    history = (Turn("user", before), Turn("assistant", answer(wide_index, Request(before)).answer))
    made = answer(wide_index, Request(why, history))
    first = wide_index.passages[made.citations[0].passage_id or ""]
    assert (made.declined, first.section) == (False, heading)


@pytest.mark.parametrize(("before", "why"), [("What is the fine for using a VPN?", "Why?"), ("卖VPN判几年", "为啥")])
def test_of_a_rule_its_words_are_quoted_once_more(wide_index: Index, before: str, why: str) -> None:
    first = answer(wide_index, Request(before))
    again = answer(wide_index, Request(why, (Turn("user", before), Turn("assistant", first.answer))))
    assert [c.label for c in again.citations] == [c.label for c in first.citations]


@pytest.mark.parametrize("why", ["Why?", "为什么"])
def test_without_a_question_before_it_asks_nothing(wide_index: Index, why: str) -> None:
    assert answer(wide_index, Request(why)).declined
