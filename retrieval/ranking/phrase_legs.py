"""The legs of the phrases in which people ask: topics, and the questions written for places, by model, metric and words."""

from dataclasses import dataclass

import numpy as np

from retrieval.adapters.metric import Metric
from retrieval.fusion import fuse
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.legs import ASKED, TOPIC, Allowed
from retrieval.store.phrases import Phrase, PhraseIndex

WORDED_PHRASES, TOPICS = 5, 4
WORDED_GAP = 0.05  # topics found by their words that are so much further than the nearest phrase are left out
# of the questions written for places: how many are looked at, how many places are found, and how much further than the
# nearest they may be
ASKED_PHRASES, ASKED_DEPTH, ASKED_GAP = 120, 20, 0.05
# a difference in similarity by a learned metric is so much of one by the model: it spreads what the model holds together
METRIC_SCALE = 0.15
METRIC_SHARE = 0.7  # of the similarity of a question written for a place: the metric's, beside the model's


@dataclass(frozen=True)
class _Spread:
    """How far the phrases lie apart that are near to a question, in cosine similarity.

    :param phrases: How many are looked at.
    :param gap: Topics so much further than the nearest phrase are left out.
    :param scale: So much below the nearest phrase, a phrase counts a third of it.
    """

    phrases: int
    gap: float
    scale: float


_BY_MODEL, _BY_METRIC = _Spread(20, 0.03, 0.02), _Spread(40, 0.1, 0.05)


def find_topics(question: Question, vector: np.ndarray, index: Index) -> list[Phrase]:
    """Return a phrase of each of the topics nearest to the question, by meaning and by words."""
    if same := index.topics.same_words(question.understood, question.language):
        return [same]
    near = index.topics.nearest(vector, question.language, _BY_MODEL.phrases)
    if not near:
        return []
    metric = index.shelf.metrics.get(TOPIC)
    akin = index.topics.akin(vector, question.language, _BY_METRIC.phrases, metric) if metric else []
    best = near[0][1]
    similarities: dict[str, float] = {}
    for phrase, similarity in near:
        similarities.setdefault(phrase.subject, similarity)
    worded = index.topics.by_words(question.in_one_language, question.language, WORDED_PHRASES)
    # one that is not among the near phrases is no nearer than the last of them
    worded = [own for own in worded if similarities.get(own.subject, near[-1][1]) > best - WORDED_GAP]
    near, akin = _within(near, _BY_MODEL.gap), _within(akin, _BY_METRIC.gap)
    phrases: dict[str, Phrase] = {}
    for phrase in (*(own for own, _ in (*near, *akin)), *worded):
        phrases.setdefault(phrase.subject, phrase)
    order = fuse(
        {
            "near": _densest(near, _BY_MODEL.scale)[:WORDED_PHRASES],
            "akin": _densest(akin, _BY_METRIC.scale)[:WORDED_PHRASES],
            "worded": list(dict.fromkeys(own.subject for own in worded)),
        },
        dict.fromkeys(("near", "akin"), 0.75) if metric else {"near": 1.5},
    )
    return [phrases[topic] for topic, _, _ in order[:TOPICS]]


def find_asked(question: Question, vector: np.ndarray, index: Index, allowed: Allowed) -> list[tuple[Unit, float]]:
    """Return the places whose written questions are nearest to the question, with the nearest one's cosine similarity."""
    found: dict[Unit, float] = {}
    for phrase, similarity in _asked_nearest(question, vector, index):
        for unit in phrase.units:
            if any(allowed(p) for own in index.units[unit].values() for p in own):
                found.setdefault(unit, similarity)
    return list(found.items())


def _asked_nearest(question: Question, vector: np.ndarray, index: Index) -> list[tuple[Phrase, float]]:
    """The written questions nearest by the model and, if there is one, by the metric, on the model's scale."""
    return _nearest(index.asked, index.shelf.metrics.get(ASKED), vector, question.language)


def near_topics(question: Question, vector: np.ndarray, index: Index) -> list[tuple[Phrase, float]]:
    """Return the phrases of topics nearest to the question by model and metric, on the model's scale."""
    return _nearest(index.topics, index.shelf.metrics.get(TOPIC), vector, question.language)


def _nearest(
    phrases: PhraseIndex, metric: Metric | None, vector: np.ndarray, language: str
) -> list[tuple[Phrase, float]]:
    near = phrases.nearest(vector, language, ASKED_PHRASES)
    if not metric or not near:
        return near
    akin = phrases.akin(vector, language, ASKED_PHRASES, metric)
    top, first = near[0][1], akin[0][1]
    by_model = dict(near)
    by_metric = {phrase: top + METRIC_SCALE * (similarity - first) for phrase, similarity in akin}
    # what only one of the two holds to be near is no nearer to the other than its last
    far, further = near[-1][1], min(by_metric.values())
    both = {
        phrase: METRIC_SHARE * by_metric.get(phrase, further) + (1 - METRIC_SHARE) * by_model.get(phrase, far)
        for phrase in dict.fromkeys((*by_model, *by_metric))
    }
    return sorted(both.items(), key=lambda own: (-own[1], own[0].key))


def _within(near: list[tuple[Phrase, float]], gap: float) -> list[tuple[Phrase, float]]:
    return [(phrase, similarity) for phrase, similarity in near if similarity > near[0][1] - gap]


def _densest(near: list[tuple[Phrase, float]], scale: float) -> list[str]:
    """Return topics, the one first that has most phrases near to the question: one alone may be near by its form."""
    density: dict[str, float] = {}
    for phrase, similarity in near:
        density[phrase.subject] = density.get(phrase.subject, 0.0) + float(np.exp((similarity - near[0][1]) / scale))
    return sorted(density, key=lambda topic: (-density[topic], topic))
