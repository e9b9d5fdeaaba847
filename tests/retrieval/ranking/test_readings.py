"""A follow-up is read in several ways, and what they find comes in one order."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import Question, read_question
from retrieval.ranking.found import Found
from retrieval.ranking.readings import found_by_all, readings
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 24)
BEFORE = (
    Turn("user", "My client rents out servers. Can he stay out of prison?"),
    Turn("assistant", "Criminal Law Article 72 lets the court suspend a sentence."),
)


def read(index: Index, question: str, history: tuple[Turn, ...] = BEFORE) -> Question:
    return read_question(Request(question, history), index, TODAY)


def found(index: Index, *scores: tuple[str, float]) -> list[Found]:
    """Articles of the Criminal Law in English, with scores."""
    return [Found(index.units["criminal-law", article]["en"][0], score, {"topic": 1}) for article, score in scores]


def test_a_question_by_itself_is_read_in_one_way(index: Index) -> None:
    alone = read(index, "What does Article 285(3) of the Criminal Law punish?")
    assert readings(alone, index) == [alone]
    assert len(readings(read(index, "And for how long?", ()), index)) == 1


def test_one_that_points_back_is_read_beside_question_and_answer_and_by_itself(index: Index) -> None:
    beside, alone, answered = readings(read(index, "And for how long would that be?"), index)
    assert (beside.context, alone.context, answered.context) == (BEFORE[0].content, "", BEFORE[1].content)
    assert {one.text for one in (beside, alone, answered)} == {"And for how long would that be?"}
    assert "prison" in beside.in_one_language
    assert "suspend" in answered.in_one_language
    assert alone.in_one_language == alone.text


def test_a_date_alone_asks_the_question_before_again(index: Index) -> None:
    (again,) = readings(read(index, "and in 2015?"), index)
    assert (again.as_of.year, again.text) == (2015, "and in 2015?")
    assert again.in_one_language == BEFORE[0].content


@pytest.mark.parametrize(
    "question",
    ["and if it was in 2018?", "what about 2018年?", "如果是2018年呢", "it was 2018 actually", "sorry, I meant 2018"],
)
def test_one_that_gives_only_a_date_asks_the_question_before(index: Index, question: str) -> None:
    (one,) = readings(read(index, question), index)
    assert one.context == BEFORE[0].content
    assert one.as_of.year == 2018


def test_an_answer_without_a_word_is_no_reading(index: Index) -> None:
    assert (
        len(readings(read(index, "And for how long would that be?", (BEFORE[0], Turn("assistant", "…"))), index)) == 2
    )


def test_scores_are_shares_of_each_reading_s_best(index: Index) -> None:
    nothing_cited = (BEFORE[0], Turn("assistant", "A court can suspend a sentence."))
    asked = read(index, "And for how long would that be?", nothing_cited)
    both = found_by_all(
        [
            (asked, found(index, ("第七十二条", 0.8), ("第七十三条", 0.4))),
            (asked, found(index, ("第七十三条", 20.0), ("第六十七条", 5.0))),
        ],
        index,
    )
    assert [(one.passage.article, round(one.score, 6)) for one in both] == [
        ("第七十三条", 1.5),
        ("第七十二条", 1.0),
        ("第六十七条", 0.25),
    ]


def test_what_the_question_before_named_stays_first(index: Index) -> None:
    named = (Turn("user", "What does Article 67 of the Criminal Law say?"), BEFORE[1])
    asked = read(index, "And for how long would that be?", named)
    assert asked.references
    assert not asked.own_references
    by_itself = readings(asked, index)[1]
    both = found_by_all(
        [
            (asked, found(index, ("第六十七条", 1.0))),
            (by_itself, found(index, ("第七十三条", 1.0))),
            (by_itself, found(index, ("第七十三条", 1.0))),
        ],
        index,
    )
    assert both[0].passage.article == "第六十七条"


def test_nothing_found_is_nothing(index: Index) -> None:
    asked = read(index, "And for how long would that be?")
    assert found_by_all([(asked, []), (asked, [])], index) == []
