"""The leg of the learned order."""

import copy
from datetime import date

import pytest

from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.known import KnownQuestions, law_mark, text_mark
from retrieval.adapters.order import FEATURES, LearnedOrder
from retrieval.adapters.shelf import Shelf
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.ranking.legs import LEARNED, LEGS
from retrieval.ranking.tuning import learned_weight
from retrieval.request import Request
from retrieval.search import Search, search

QUESTION = "宠物猫咬伤了人，主人要赔医药费吗？"
PLACE = ("criminal-law", "第二百八十六条之一")


@pytest.fixture
def taught(index: Index) -> Index:
    """The index with an order that knows one question, and only goes by what is known."""
    text = "".join(passage.text for passage in index.units[PLACE]["zh"])
    known = KnownQuestions.of(index.model.encode_queries([QUESTION]), [{text_mark(text): law_mark("刑法")}])
    order = LearnedOrder(
        known, AskedWords.none(index.model.dimension), {name: float(name == "known") for name in FEATURES}
    )
    own = copy.copy(index)
    own.shelf = Shelf(index.shelf.adapters, index.shelf.files, {("zh", "zh"): order})
    return own


def ask(index: Index, question: str = QUESTION, **request: object) -> Search:
    return search(index, Request(question, **request), today=date(2026, 11, 24))  # type: ignore[arg-type]


def ranked_by(found: Search) -> list[bool]:
    """Whether the learned leg found each passage; there are some."""
    assert found.found
    return [LEARNED in one.ranks for one in found.found]


def test_what_answered_the_question_before_is_found_again(taught: Index, index: Index) -> None:
    found = next(one for one in ask(taught).found if one.passage.unit == PLACE)
    assert found.ranks[LEARNED] == 1
    before = ask(index).found
    assert before
    assert all(one.ranks.get(LEARNED) != 1 or one.passage.unit != PLACE for one in before)


def test_what_may_not_be_shown_is_not_found(taught: Index) -> None:
    found = ask(taught, kinds=frozenset({Kind.CASE})).found
    assert found
    assert all(one.passage.unit != PLACE for one in found)


def test_without_the_leg_or_the_adapters_it_is_not_there(taught: Index) -> None:
    request = Request(QUESTION)
    assert LEARNED in LEGS
    rest = tuple(leg for leg in LEGS if leg != LEARNED)
    assert not any(ranked_by(search(taught, request, legs=rest)))
    taught.shelf = Shelf()
    assert not any(ranked_by(search(taught, request)))


def test_an_english_question_has_no_order_of_its_own(taught: Index) -> None:
    assert not any(ranked_by(ask(taught, "Who pays if a pet cat bites somebody?")))


def test_near_to_the_topics_it_is_not_asked(taught: Index) -> None:
    """Questions about all kinds of law say nothing of this corpus's subject; it would weigh nothing there."""
    near = ask(taught, "卖翻墙软件要坐牢吗？")
    assert learned_weight(near.question, near.topic_similarity) == 0
    assert not any(ranked_by(near))
    far = ask(taught)
    assert learned_weight(far.question, far.topic_similarity) > 0
