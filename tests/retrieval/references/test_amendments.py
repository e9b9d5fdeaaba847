"""Numbered amendments to the Criminal Law: named in a text, their days told by the corpus, and what they left as it was."""

from datetime import date

import pytest

from ingest.corpus import Source
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.references.amendments import days_of_amendments, named_amendments
from retrieval.references.numbers import plain
from retrieval.request import Request


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Since Amendment XII of the Criminal Law changed article 285", [12]),
        ("Did the Ninth Amendment change art. 285(3)?", [9]),
        ("the 11th amendment and art. 225", [11]),
        ("Amendment No. 7 and Amendment (IX)", [7, 9]),
        ("Amendment eight changed it", [8]),
        ("修正案十二把285条改成什么样", [12]),
        ("刑法修正案（十一）修改了第二百二十五条吗", [11]),
        ("《刑法修正案(9)》修改了285条吗", [9]),
        ("第十一修正案提高了刑期吗", [11]),
        ("刑修八改了285条吗", [8]),
        ("刑法修正案九第二十九条增加了什么罪", []),  # an article of its own
        ("宪法修正案五", []),
        ("网络安全法修正案", []),
        ("the amendment of 2025", []),
        ("amendment 2025", []),
        ("2025年修正案", []),
        ("amendments to five laws", []),
        ("修正案2025年通过", []),
        ("the first amendment draft of Article 41", []),
    ],
)
def test_amendments_are_named(text: str, numbers: list[int]) -> None:
    assert named_amendments(plain(text)) == numbers


def test_their_days_are_those_that_the_corpus_tells(sources: dict[str, Source]) -> None:
    assert days_of_amendments(source.authority for source in sources.values()) == {
        6: date(2006, 6, 29), 7: date(2009, 2, 28), 8: date(2011, 5, 1), 9: date(2015, 11, 1), 11: date(2021, 3, 1), 12: date(2024, 3, 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Since Amendment XII of the Criminal Law changed article 285, what is the new penalty for VPN sellers?", "Amendment XII to the Criminal Law (in force since 2024-03-01) did not change Criminal Law art. 285: paragraph 1"),
        ("修正案十二把285条改成什么样", "没有修改《刑法》第二百八十五条：现行文字第一款自1997-10-01起施行，第二款、第三款自2009-02-28起施行"),
        ("刑法修正案（十一）对刑法第二百八十五条第三款有什么修改", "没有修改《刑法》第二百八十五条第三款：现行文字自2009-02-28起施行"),
        ("Did Amendment 9 to the Criminal Law change Article 285(3)?", "did not change Criminal Law art. 285(3)"),
        ("刑法修正案（八）改了刑法第225条吗", "没有修改《刑法》第二百二十五条"),
        ("Amendment XII changed article 87 of the Criminal Law?", "have been the law since 1997-10-01"),
    ],
)  # fmt: skip
def test_what_an_amendment_left_as_it_was_is_said(index: Index, question: str, said: str) -> None:
    made = answer(index, Request(question))
    assert said in made.answer.split("\n\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "刑法修正案九修改了刑法第285条吗", "修正案（七）增加了刑法285条第三款吗", "Amendment VII changed article 225 of the Criminal Law, right?",
        "Did the Ninth Amendment add art. 286-1 of the Criminal Law?", "刑法修正案（六）改了刑法第225条吗", "Amendment XII and article 165 of the Criminal Law",
        "修正案（五）改了刑法第285条吗", "刑法第285条怎么规定",
    ],
)  # fmt: skip
def test_of_what_it_changed_or_may_have_changed_nothing_is_said(index: Index, question: str) -> None:
    made = answer(index, Request(question))
    assert "没有修改" not in made.answer
    assert "did not change" not in made.answer


def test_the_paragraph_that_sellers_are_charged_with_is_quoted(wide_index: Index) -> None:
    question = "Since Amendment XII of the Criminal Law changed article 285, what is the new penalty for VPN sellers?"
    cited = {(c.article, c.paragraph) for c in answer(wide_index, Request(question)).citations}
    assert {("第二百八十五条", 2), ("第二百八十五条", 3)} <= cited
