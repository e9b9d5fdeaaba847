"""Learning the order: from questions that are held out in turn."""

import numpy as np
import pytest

from retrieval.adapters.adapter import unit
from retrieval.adapters.known import KnownAnswers
from retrieval.adapters.order import FEATURES
from retrieval.training.documents import Document
from retrieval.training.ordering import Labelled, fit, learn_order

KINDS = 12


def labelled(wanted: list[bool], *columns: list[float]) -> Labelled:
    values = np.zeros((len(wanted), len(FEATURES)), np.float32)
    for at, column in enumerate(columns):
        values[:, at] = column
    return Labelled(list(range(len(wanted))), values, np.array(wanted))


def test_the_weight_is_where_the_answers_stand_out() -> None:
    draw = np.random.default_rng(0)
    own = []
    for _ in range(60):
        wanted = [True] + [False] * 9
        own.append(
            labelled(
                wanted, (np.array(wanted) * 1.0 + draw.normal(size=10) * 0.5).tolist(), draw.normal(size=10).tolist()
            )
        )
    weights = fit(own)
    assert weights[0] > 1
    assert abs(weights[1]) < 0.3 * weights[0]
    assert np.array_equal(weights, fit(own))


def test_questions_without_an_answer_among_the_candidates_say_nothing() -> None:
    assert np.array_equal(fit([labelled([False, False], [1, 0])]), np.zeros(len(FEATURES)))


@pytest.fixture(scope="module")
def questions() -> np.ndarray:
    """Five questions of each of twelve kinds, near to one another."""
    draw = np.random.default_rng(3)
    kinds = np.repeat(np.eye(KINDS, dtype=np.float32), 5, axis=0)
    return unit(kinds + draw.normal(size=kinds.shape) * 0.05).astype(np.float32)


def test_what_answered_questions_of_a_kind_answers_the_next(questions: np.ndarray) -> None:
    """Vectors of documents say nothing; only the known questions tell which of them answers."""
    draw = np.random.default_rng(4)
    documents = [Document(f"某法第{at}条", f"第{at}篇的文字") for at in range(200)]
    vectors = unit(draw.normal(size=(200, KINDS))).astype(np.float32)
    gold = [(row // 5,) for row in range(len(questions))]
    folds = [[row for row in range(len(questions)) if row % 5 == fold] for fold in range(5)]
    learned = learn_order(questions, questions, ["？"] * len(questions), gold, folds, documents, vectors)
    assert learned.before.recall.mean() < 0.6
    assert learned.after.recall.mean() > 0.95
    assert learned.order.weights["votes"] > 0
    assert len(learned.order.known.vectors) == len(questions)


def test_a_question_is_not_told_its_own_answer(questions: np.ndarray) -> None:
    """Each kind is asked once: what is known of the others does not help, and is not said to."""
    once = questions[::5]
    draw = np.random.default_rng(5)
    documents = [Document(f"某法第{at}条", f"第{at}篇的文字") for at in range(300)]
    vectors = unit(draw.normal(size=(300, KINDS))).astype(np.float32)
    gold = [(row,) for row in range(KINDS)]
    folds = [[row for row in range(KINDS) if row % 4 == fold] for fold in range(4)]
    learned = learn_order(once, once, ["？"] * KINDS, gold, folds, documents, vectors)
    assert learned.after.recall.mean() < 0.5
    answers = KnownAnswers(learned.order.known, [(str(at), (d.mark,), d.law) for at, d in enumerate(documents)])
    assert set(answers.row) == {str(row) for row in range(KINDS)}
