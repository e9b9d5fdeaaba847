from math import log2

import pytest
from ir_measures import R, nDCG

from eval.ranking import document_names, ir_scores, rank_measures
from retrieval.address import Address

LAW = [Address("law", "第三条", 1), Address("law", "第三条", 2), Address("case")]


def places(*pairs: tuple[str, str | None]) -> list[Address]:
    return [Address(*pair) for pair in pairs]


def test_a_law_counts_by_article_and_a_case_as_a_whole_each_once() -> None:
    ranking = places(("law", "第四条"), ("case", None), ("case", None), ("law", "第三条"), ("law", "第三条"))
    assert document_names(LAW, ranking) == ["1:law#第四条", "case#", "3:case#", "law#第三条", "5:law#第三条"]


def test_measures_of_a_ranking_computed_by_hand() -> None:
    ranking = places(("x", None), ("case", None), ("case", None), ("y", None), ("z", None), ("law", "第三条"))
    found = rank_measures(LAW, ranking)
    assert found["R@5"] == 0.5  # the case of two
    assert found["R@10"] == found["R@20"] == 1.0
    assert found["RR@10"] == 0.5
    ideal = 1 + 1 / log2(3)
    assert found["nDCG@10"] == pytest.approx((1 / log2(3) + 1 / log2(7)) / ideal)


def test_further_passages_of_an_authority_take_up_places() -> None:
    ranking = places(*[("case", None)] * 5, ("law", "第三条"))
    assert rank_measures(LAW, ranking)["R@5"] == 0.5


def test_a_question_without_results_is_worth_nothing() -> None:
    assert set(rank_measures(LAW, []).values()) == {0.0}


def test_ties_are_broken_by_rank_and_not_by_name() -> None:
    """trec_eval puts the higher name first where scores are equal."""
    names = [f"d{i:02}" for i in range(20)]
    scores = ir_scores((R @ 1, nDCG @ 10), {"q": {"d00": 1}, "none": {"d00": 1}}, {"q": names})
    assert scores["q"] == {"R@1": 1.0, "nDCG@10": 1.0}
    assert scores["none"] == {"R@1": 0.0, "nDCG@10": 0.0}
