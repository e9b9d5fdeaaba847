"""The learned order of what both legs found."""

from collections.abc import Sequence

import numpy as np
import pytest

from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.known import KnownAnswers, KnownQuestions
from retrieval.adapters.order import FEATURES, LearnedOrder, Legs, candidates, features

QUESTION = np.array([1.0, 0.0], np.float32)
SIMILARITY = {"near": 0.9, "worded": 0.8, "answered": 0.7, "far": 0.6}
WORDS = {"worded": 4.0, "near": 1.0, "answered": 0.5}
LIKELIHOOD = {"worded": 3.0, "near": 6.0, "far": 4.5}


def looked_up(values: dict[str, float], asked: list[str]) -> dict[str, float]:
    return {key: values.get(key, 0.0) for key in asked}


@pytest.fixture
def known() -> KnownQuestions:
    """One question, very like the one asked, that the text with the mark 1 answered."""
    return KnownQuestions.of(np.array([[0.96, 0.28]], np.float32), [{1: 9}])


@pytest.fixture
def answers(known: KnownQuestions) -> KnownAnswers:
    return KnownAnswers(known, [("answered", (1,), 9), ("far", (2,), 9), ("near", (3,), 8)])


@pytest.fixture
def legs() -> Legs:
    def compare(values: dict[str, float]):  # noqa: ANN202
        return lambda keys: looked_up(values, list(keys))

    dense = {key: SIMILARITY[key] for key in ("near", "worded")}
    return Legs(dense, {"worded": 4.0, "near": 1.0}, compare(SIMILARITY), compare(WORDS), compare(LIKELIHOOD))


def weights(**own: float) -> dict[str, float]:
    return {name: own.get(name, 0.0) for name in FEATURES}


def test_a_known_answer_is_a_candidate_though_no_leg_found_it(
    legs: Legs, answers: KnownAnswers, known: KnownQuestions
) -> None:
    assert candidates(legs, answers, known.evidence(QUESTION)) == ["near", "worded", "answered"]


def test_the_features_say_what_they_are_called(legs: Legs, answers: KnownAnswers, known: KnownQuestions) -> None:
    keys = ["worded", "answered", "far"]
    rows = features(keys, legs, answers, known.evidence(QUESTION))
    told = [dict(zip(FEATURES, row.tolist(), strict=True)) for row in rows]
    assert told[0]["similarity"] == pytest.approx(8.0)
    assert (told[0]["words"], told[0]["lexical_place"]) == pytest.approx((1.0, 10 / 11))
    assert told[0]["dense_place"] == pytest.approx(10 / 12)
    assert told[1]["words"] == pytest.approx(0.125)
    assert (told[1]["known"], told[1]["alike"], told[1]["votes"]) == pytest.approx((1.0, 1.2, 1.0))
    assert told[1]["times"] == pytest.approx(np.log(2))
    assert [one["law"] for one in told] == pytest.approx([0, np.log(2) / 5, np.log(2) / 5])
    assert [one["known"] for one in told] == [0, 1, 0]
    assert [one["likelihood"] for one in told] == pytest.approx([3 / 4.5, 0, 1])  # beside the best of these
    assert [one["likelihood_place"] for one in told] == pytest.approx([10 / 12, 10 / 13, 10 / 11])


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"similarity": 1.0}, ["near", "worded", "answered"]),
        ({"words": 1.0}, ["worded", "near", "answered"]),
        ({"similarity": 1.0, "known": 3.0}, ["answered", "near", "worded"]),
        ({"likelihood": 1.0}, ["near", "worded", "answered"]),
    ],
)
def test_the_weights_decide(
    legs: Legs, answers: KnownAnswers, known: KnownQuestions, own: dict[str, float], expected: Sequence[str]
) -> None:
    assert LearnedOrder(known, AskedWords.none(2), weights(**own)).arrange(QUESTION, legs, answers) == expected
