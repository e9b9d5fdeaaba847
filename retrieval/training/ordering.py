"""Learn the order of what the legs found: weights of a few features, fitted to known questions held out in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.known import KnownAnswers, KnownQuestions
from retrieval.adapters.likelihood import Likelihood
from retrieval.adapters.order import FEATURES, Compare, LearnedOrder, Legs, candidates, features
from retrieval.fusion import ADAPTED, fuse
from retrieval.store.lexical import LexicalIndex
from retrieval.training.documents import Document
from retrieval.training.folds import Values
from retrieval.training.nearest import DEPTH, nearest, recalls, reciprocal_ranks
from retrieval.words.tokens import tokenize

LEGS_DEPTH = 100
RIDGE = 1e-3  # of the squared weights


@dataclass(frozen=True)
class Ordering:
    """What was learned.

    :param before: By rank fusion of the two legs.
    :param after: Each question by weights and known questions that it had no part in.
    """

    order: LearnedOrder
    before: Values
    after: Values


@dataclass(frozen=True)
class Labelled:
    """The candidates of a question.

    :param features: Shape (n, features).
    :param wanted: Shape (n,), whether each is an answer.
    """

    keys: list[int]
    features: np.ndarray
    wanted: np.ndarray


def learn_order(
    questions: np.ndarray,
    mapped: np.ndarray,
    texts: Sequence[str],
    gold: Sequence[Sequence[int]],
    folds: Sequence[Sequence[int]],
    documents: Sequence[Document],
    vectors: np.ndarray,
    earlier: AskedWords | None = None,
) -> Ordering:
    """Learn the weights and judge them.

    :param questions: Shape (n, dimension), as the model made them.
    :param mapped: The same, each by a map that never saw it.
    :param texts: The questions' texts.
    :param gold: For each question the rows of the documents that answer it.
    :param folds: Rows of questions; what is known of one are the questions of the other folds.
    :param vectors: The documents', shape (len(documents), dimension).
    :param earlier: The words of an earlier training's questions.
    """
    lexical = LexicalIndex.build(
        [str(row) for row in range(len(documents))], [document.laid_out for document in documents]
    )
    words = [tokenize(text) for text in texts]
    legs = _legs(mapped, words, lexical, vectors)
    marks = [(str(row), (document.mark,), document.law) for row, document in enumerate(documents)]
    told = [{documents[row].mark: documents[row].law for row in own} for own in gold]
    labelled: list[Labelled] = [Labelled([], np.zeros((0, len(FEATURES))), np.zeros(0))] * len(gold)
    for fold in folds:
        others = sorted(set(range(len(gold))) - set(fold))
        known = KnownQuestions.of(questions[others], [told[row] for row in others])
        answers = KnownAnswers(known, marks)
        asked = asked_words([words[row] for row in others], [gold[row] for row in others], vectors, earlier)
        likelihood = Likelihood(asked, lexical)
        for row in fold:
            evidence = known.evidence(questions[row])
            own_legs = replace(legs[row], likelihood=_compare(likelihood, words[row], vectors))
            keys = candidates(own_legs, answers, evidence)
            values = features(keys, own_legs, answers, evidence)
            numbers = [int(key) for key in keys]
            labelled[row] = Labelled(numbers, values, np.isin(numbers, gold[row]))
    after: list[list[int]] = [[]] * len(gold)
    for fold in folds:
        weights = fit([labelled[row] for row in sorted(set(range(len(gold))) - set(fold))])
        for row in fold:
            own = labelled[row]
            after[row] = [own.keys[at] for at in np.argsort(-(own.features @ weights), kind="stable")]
    weights = fit(labelled)
    order = LearnedOrder(
        KnownQuestions.of(questions, told),
        asked_words(words, gold, vectors, earlier),
        dict(zip(FEATURES, [round(float(w), 3) for w in weights], strict=True)),
    )
    fused = [
        [int(key) for key, _, _ in fuse({"dense": list(o.dense), "lexical": list(o.lexical)}, {"dense": ADAPTED})]
        for o in legs
    ]
    return Ordering(order, _values(fused, gold), _values(after, gold))


def asked_words(
    words: Sequence[Sequence[str]], gold: Sequence[Sequence[int]], vectors: np.ndarray, earlier: AskedWords | None
) -> AskedWords:
    """Return the words of questions, after those of an earlier training, as they are kept: so they are judged.

    :param words: Each question's.
    :param gold: For each question the rows, among the vectors, of the documents that answer it.
    """
    own = AskedWords.of(words, gold, vectors)
    return (earlier.followed_by(own) if earlier else own).as_kept()


def _legs(mapped: np.ndarray, words: Sequence[Sequence[str]], lexical: LexicalIndex, vectors: np.ndarray) -> list[Legs]:
    found = nearest(mapped, vectors, LEGS_DEPTH)
    return [
        _own_legs(vector, lexical.scores(list(own)), rows, vectors)
        for vector, own, rows in zip(mapped, words, found, strict=True)
    ]


def _own_legs(vector: np.ndarray, words: np.ndarray, rows: np.ndarray, vectors: np.ndarray) -> Legs:
    best = [int(row) for row in np.argsort(-words, kind="stable")[:LEGS_DEPTH] if words[row] > 0]

    def similarities(keys: Sequence[str]) -> Mapping[str, float]:
        return {key: float(vectors[int(key)] @ vector) for key in keys}

    return Legs(
        {str(row): float(vectors[row] @ vector) for row in rows},
        {str(row): float(words[row]) for row in best},
        similarities,
        lambda keys: {key: float(words[int(key)]) for key in keys},
        lambda keys: dict.fromkeys(keys, 0.0),
    )


def _compare(likelihood: Likelihood, words: Sequence[str], vectors: np.ndarray) -> Compare:
    return lambda keys: likelihood.scores(words, keys, vectors[[int(key) for key in keys]])


def _values(found: Sequence[Sequence[int]], gold: Sequence[Sequence[int]]) -> Values:
    # shorter lists are filled with what is no document
    rows = np.array([[*own[:DEPTH], *([-1] * (DEPTH - len(own)))] for own in found])
    return Values(recalls(rows, gold), reciprocal_ranks(rows, gold))


def fit(labelled: Sequence[Labelled]) -> np.ndarray:
    """Return the weights by which answers stand above the other candidates of their question, shape (features,).

    For each answer the cross entropy against all candidates that are none; a convex function, whose least value is
    the same from any start.
    """
    usable = [
        (own.features[own.wanted], own.features[~own.wanted])
        for own in labelled
        if own.wanted.any() and not own.wanted.all()
    ]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for wanted, others in usable:
            scores = others @ weights
            top = scores.max()
            shares = np.exp(scores - top)
            rest = top + np.log(shares.sum())
            middle = (shares / shares.sum()) @ others
            margin = rest - wanted @ weights
            total += float(np.logaddexp(0, margin).mean()) / len(usable)
            pull = 1 / (1 + np.exp(-margin)) / len(wanted) / len(usable)
            slope = slope + pull.sum() * middle - pull @ wanted
        return total, slope

    found = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B")
    return np.asarray(found.x)
