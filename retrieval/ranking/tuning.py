"""What weighs how much in the ranking, as the gold pairs of the split dev have decided."""

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.ranking.legs import ASKED, CITING, LEARNED, NOTE, REFERENCE, TERM, TOPIC
from retrieval.ranking.priors import kind_weights, section_weight

WEIGHTS = {REFERENCE: 8.0, TERM: 1.0, NOTE: 1.2, TOPIC: 3.0, CITING: 1.0, ASKED: 1.5}
OTHER_LANGUAGE = 0.6
# of a dense leg whose questions an adapter maps: question's and passages' language to the weight near to this corpus's
# topics and far from them, where an English question is more likely about law that is held in Chinese alone
ADAPTED = {("zh", "zh"): (1.5, 2.0), ("en", "zh"): (1.5, 3.0)}
# of the learned order, near to the topics and far from them: it was learned from questions about all kinds of law
LEARNED_WEIGHT = (0.0, 20.0)
# a question is far below the first similarity of the nearest topic phrase and near from the second one on; to a far one
# the topics say nothing
TOPIC_SIMILARITY = {"zh": (0.87, 0.90), "en": (0.85, 0.89)}
# the same for the questions written for places: near to none of them, they say nothing
ASKED_SIMILARITY = {"zh": (0.87, 0.90), "en": (0.83, 0.86)}
# what .01 of cosine similarity above the other places is worth, as a share of the score: of a text, of its questions, of
# the topics that it answers
NEARER_TEXT, NEARER_QUESTION, NEARER_TOPIC = 0.094, 0.08, 0.03
# the same of the nearest topic's lead before those that are answered elsewhere, to the places that answer it
LEADING_TOPIC = 0.13
# of a question that is all but a topic's phrase, or names the corpus's subject, it is known what it is about: law that is
# held in another language alone, as far as its place in that language stands for one in the question's, is then left to
# the legs that found it
VERY_NEAR = (0.89, 0.92)
LEAST_NEAR = 0.8  # how near to the topics a question is at least that names the corpus's subject: VPN, 梯子
NAMED_AUTHORITY = 0.12  # added to the units of an authority that the question names as a whole


@dataclass(frozen=True)
class Tuning:
    """What the gold pairs of the split dev have decided.

    :param legs: Leg to weight.
    :param kinds: Kind to weight.
    :param named: Added to the units of an authority that the question names as a whole.
    :param standing_in: How far a place in another language's leg stands for one in the question's.
    :param section: What a section of a brief is worth.
    :param text: What a text's closeness is worth.
    :param question: What the closeness of the questions written for a place is worth.
    :param topic: What the closeness of the topics that a place answers is worth.
    :param leading: What the lead of the nearest topic is worth to the places that answer it.
    """

    legs: dict[str, float]
    kinds: dict[Kind, float]
    named: float
    standing_in: float
    section: Callable[[Passage, Question], float]
    text: float
    question: float
    topic: float
    leading: float


def tuning_for(index: Index, question: Question, topic_similarity: float, asked_similarity: float) -> Tuning:
    """Return what weighs how much for a question; all the same in an index that is not tuned.

    :param topic_similarity: That of the topics' phrase nearest to the question.
    :param asked_similarity: That of the nearest question written for a place.
    """
    weights, kinds = leg_weights(index, question, topic_similarity, asked_similarity), kind_weights(question)
    if not index.tuned:
        plain = dict.fromkeys(weights, 1.0) | {ASKED: 0.0}  # its questions were written as pairs to learn from
        return Tuning(plain, dict.fromkeys(kinds, 1.0), 0.0, 0.0, lambda *_: 1.0, 0.0, 0.0, 0.0, 0.0)
    standing_in = 0.0 if question.names_subject else 1 - _share(topic_similarity, VERY_NEAR)
    asked = weights[ASKED] / WEIGHTS[ASKED]
    # beside the question before it, a follow-up is near to that one's topics
    topic = 0.0 if question.context else NEARER_TOPIC * weights[TOPIC] / WEIGHTS[TOPIC]
    # by itself one that points back says too little for the nearest topic to be the one that is meant
    leading = 0.0 if question.earlier else LEADING_TOPIC * topic / NEARER_TOPIC
    return Tuning(
        weights,
        kinds,
        NAMED_AUTHORITY,
        standing_in,
        section_weight,
        100 * NEARER_TEXT,
        100 * NEARER_QUESTION * asked,
        100 * topic,
        100 * leading,
    )


def _near(question: Question, topic_similarity: float) -> float:
    """How near to the topics a question is, 0 to 1."""
    near = _share(topic_similarity, TOPIC_SIMILARITY[question.language])
    return max(near, LEAST_NEAR) if question.names_subject else near


def learned_weight(question: Question, topic_similarity: float) -> float:
    """Return what the learned order weighs for a question; 0: it need not be asked."""
    near = _near(question, topic_similarity)
    return near * LEARNED_WEIGHT[0] + (1 - near) * LEARNED_WEIGHT[1]


def leg_weights(index: Index, question: Question, topic_similarity: float, asked_similarity: float) -> dict[str, float]:
    """Return what each leg weighs for a question."""
    near = _near(question, topic_similarity)
    weights = dict(WEIGHTS)
    weights[TOPIC] *= near
    weights[ASKED] *= _share(asked_similarity, ASKED_SIMILARITY[question.language])
    weights[LEARNED] = learned_weight(question, topic_similarity)
    for language in LANGUAGES:
        usual = 1.0 if language == question.language else OTHER_LANGUAGE
        weights[f"dense-{language}"] = weights[f"lexical-{language}"] = usual
        direction = (question.language, language)
        if index.shelf.has(*direction) and direction in ADAPTED:
            close, far = ADAPTED[direction]
            weights[f"dense-{language}"] = near * close + (1 - near) * far
    return weights


def _share(value: float, bounds: tuple[float, float]) -> float:
    """Where a value lies between two bounds, from 0 at the first to 1 at the second."""
    low, high = bounds
    return min(1.0, max(0.0, (value - low) / (high - low)))
