"""A learned order of what the dense and the lexical leg found: eleven features, a weight each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.known import Evidence, KnownAnswers, KnownQuestions
from retrieval.fusion import K

# each is about 0 to 10 for a likely answer, so that the weights can be read beside each other
FEATURES = (
    "similarity",  # ten times the cosine similarity of the mapped question
    "words",  # BM25, as a share of the best document's
    "dense_place",  # K / (K + rank)
    "lexical_place",
    "known",  # 1 if it answered a known question
    "alike",  # how far above ALIKE the most like of these is, in twentieths
    "times",  # the logarithm of 1 + how many it answered
    "votes",  # of the known questions, each weighed by its likeness
    "law",  # a fifth of the logarithm of 1 + how often its law answered
    "likelihood",  # of the question's words, as a share of the best candidate's
    "likelihood_place",
)
ALIKE = 0.9
ANSWERS = 30  # known answers that become candidates though no leg found them
NOT_FOUND = 300  # rank, for a leg that did not find it

Compare = Callable[[Sequence[str]], Mapping[str, float]]


@dataclass(frozen=True)
class Legs:
    """What the two legs found for a question.

    :param dense: Id to cosine similarity, best first.
    :param lexical: Id to BM25 score, best first.
    :param similarities: Returns the cosine similarities of documents.
    :param words: Returns the BM25 scores of documents.
    :param likelihood: Returns how likely the question is asked of documents (retrieval/adapters/likelihood.py).
    """

    dense: Mapping[str, float]
    lexical: Mapping[str, float]
    similarities: Compare
    words: Compare
    likelihood: Compare


def candidates(legs: Legs, answers: KnownAnswers, evidence: Evidence) -> list[str]:
    """Return the documents to be put in order: what the legs found, and the likeliest known answers."""
    return list(dict.fromkeys([*legs.dense, *legs.lexical, *answers.nearest(evidence, ANSWERS)]))


def features(keys: Sequence[str], legs: Legs, answers: KnownAnswers, evidence: Evidence) -> np.ndarray:
    """Return the features of documents, shape (len(keys), len(FEATURES)), float32."""
    values = np.zeros((len(keys), len(FEATURES)), np.float32)
    similarity = {**legs.similarities([key for key in keys if key not in legs.dense]), **legs.dense}
    words = {**legs.words([key for key in keys if key not in legs.lexical]), **legs.lexical}
    best = max(legs.lexical.values(), default=0.0) or 1.0
    dense_rank = {key: rank for rank, key in enumerate(legs.dense, 1)}
    lexical_rank = {key: rank for rank, key in enumerate(legs.lexical, 1)}
    for at, key in enumerate(keys):
        values[at, :4] = (
            10 * similarity.get(key, 0.0), words.get(key, 0.0) / best,
            K / (K + dense_rank.get(key, NOT_FOUND)), K / (K + lexical_rank.get(key, NOT_FOUND)),
        )  # fmt: skip
        row = answers.row.get(key)
        if row is not None:
            alike = 20 * max(0.0, float(evidence.nearest[row]) - ALIKE)
            values[at, 4:8] = (1.0, alike, np.log1p(answers.times[row]), evidence.votes[row])
        values[at, 8] = np.log1p(answers.of_law.get(key, 0)) / 5
    found = legs.likelihood(keys)
    likelihood = np.array([found[key] for key in keys], np.float32)
    values[:, 9] = likelihood / max(float(likelihood.max(initial=0.0)), 1e-6)
    places = np.empty(len(keys), np.int64)
    places[np.argsort(-likelihood, kind="stable")] = np.arange(1, len(keys) + 1)
    values[:, 10] = K / (K + places)
    return values


@dataclass(frozen=True)
class LearnedOrder:
    """Weights of the features, and what some of them need of questions whose answers are known.

    :param weights: Feature to weight, in the order of FEATURES.
    """

    known: KnownQuestions
    asked: AskedWords
    weights: Mapping[str, float]

    def arrange(self, question: np.ndarray, legs: Legs, answers: KnownAnswers) -> list[str]:
        """Return the candidates, the likeliest answer first.

        :param question: Its vector as the model made it.
        """
        evidence = self.known.evidence(question)
        keys = candidates(legs, answers, evidence)
        scores = features(keys, legs, answers, evidence) @ np.array(list(self.weights.values()), np.float32)
        return [keys[at] for at in np.argsort(-scores, kind="stable")]
