"""How near a place is beside the other places found."""

import pytest

from retrieval.ranking.closeness import LAST, NEAREST, of_leading_topic, of_questions, of_texts, of_topics

A, B, C, UNSEEN = ("law", "第一条"), ("law", "第二条"), ("law", "第三条"), ("law", "第九条")


def test_what_is_nearer_than_the_mean_of_the_nearest_is_above_zero() -> None:
    near = of_texts([[(A, 0.9), (B, 0.8), (C, 0.7)]])
    assert [near(unit) for unit in (A, B, C)] == pytest.approx([0.1, 0.0, -0.1])


def test_what_was_not_found_is_as_far_as_the_last() -> None:
    near = of_texts([[(A, 0.9), (B, 0.8), (C, 0.7)]])
    assert near(UNSEEN) == near(C)


def test_the_nearest_part_and_the_nearer_language_count() -> None:
    near = of_texts([[(A, 0.9), (B, 0.8), (A, 0.1)], [(B, 0.95), (C, 0.75)]])
    assert near(A) == pytest.approx(0.05)
    assert near(B) == pytest.approx(0.1)


def test_only_so_many_are_compared() -> None:
    units = [("law", str(number)) for number in range(2 * LAST)]
    near = of_texts([[(unit, 1 - number / 100) for number, unit in enumerate(units)]])
    assert near(units[LAST]) == near(units[-1]) == near(units[LAST - 1]) < near(units[LAST - 2])
    assert sum(near(unit) for unit in units[:NEAREST]) == pytest.approx(0)


def test_a_place_without_written_questions_is_neither_near_nor_far() -> None:
    near = of_questions([(A, 0.9), (B, 0.8)], lambda unit: unit != C)
    assert near(C) == 0.0
    assert near(A) > 0 > near(UNSEEN) == near(B)


def test_nothing_found_says_nothing() -> None:
    assert of_texts([])(A) == of_texts([[]])(A) == of_questions([], lambda _: True)(A) == 0.0


def test_the_places_of_the_nearest_topics_are_raised_the_most_direct_most() -> None:
    near = of_topics([((A, B), 0.9), ((C,), 0.8)])
    assert near(A) > near(B) > 0


def test_a_place_of_no_near_topic_is_not_lowered() -> None:
    near = of_topics([((A,), 0.9), ((C,), 0.8)])
    assert near(C) == near(UNSEEN) == 0.0
    assert of_topics([])(A) == 0.0


def test_a_topic_leads_before_those_that_are_answered_elsewhere() -> None:
    lead = of_leading_topic([((A, B), 0.92), ((A, C), 0.91), ((C,), 0.88)])
    assert lead(A) == lead(B) == pytest.approx(0.04)
    assert lead(C) == lead(UNSEEN) == 0.0


def test_topics_as_near_as_each_other_do_not_lead() -> None:
    assert of_leading_topic([((A,), 0.9), ((B,), 0.9)])(A) == of_leading_topic([])(A) == 0.0
