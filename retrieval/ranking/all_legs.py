"""All legs of a search, run for one reading of a question."""

from dataclasses import dataclass

import numpy as np

from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Passage, Unit
from retrieval.question import Question
from retrieval.ranking.closeness import Closeness, of_leading_topic, of_questions, of_texts, of_topics
from retrieval.ranking.leg_results import LegResults
from retrieval.ranking.legs import (
    ASKED,
    CITING,
    LEARNED,
    NOTE,
    REFERENCE,
    TERM,
    TOPIC,
    Hit,
    find_citing,
    find_dense,
    find_learned,
    find_lexical,
    find_notes,
    find_referenced,
    find_terms,
    query_text,
)
from retrieval.ranking.phrase_legs import ASKED_DEPTH, ASKED_GAP, find_asked, near_topics
from retrieval.store.phrases import Phrase

NOTE_DEPTH = 5
CITING_DEPTH = 8


@dataclass(frozen=True)
class QuestionVectors:
    """A question's vectors, each of shape (dimension,), unit length.

    :param plain: As the model made it.
    :param mapped: For each language of passages, as the adapters make it, of the question without its dates.
    :param undated: As the model made it of the question without its dates.
    """

    plain: np.ndarray
    mapped: dict[str, np.ndarray]
    undated: np.ndarray


def run_legs(
    index: Index, question: Question, vectors: QuestionVectors, topics: list[Phrase], legs: tuple[str, ...], depth: int
) -> LegResults:
    """Return what the legs find of the passages that the question's request admits.

    :param topics: Those nearest to the question.
    """
    allowed = question.request.admits
    lists: dict[str, list[Unit]] = {}
    best: dict[tuple[Unit, str], Passage] = {}
    if REFERENCE in legs:
        lists[REFERENCE] = find_referenced(question, index, allowed)
    if TERM in legs:
        lists[TERM] = find_terms(question, index)
    if CITING in legs:
        lists[CITING] = find_citing(question, index, allowed, CITING_DEPTH)
    if NOTE in legs:
        lists[NOTE] = find_notes(question, index, NOTE_DEPTH)
    if TOPIC in legs:
        lists[TOPIC] = list(dict.fromkeys(unit for topic in topics for unit in topic.units))
    asked = find_asked(question, vectors.undated, index, allowed) if ASKED in legs else []
    lists[ASKED] = [unit for unit, similarity in asked if similarity > asked[0][1] - ASKED_GAP][:ASKED_DEPTH]
    hits: dict[str, list[Hit]] = {}
    for language in LANGUAGES:
        dense, lexical = f"dense-{language}", f"lexical-{language}"
        if dense in legs:
            hits[dense] = find_dense(vectors.mapped[language], language, index, allowed, question.request, depth)
        if lexical in legs:
            hits[lexical] = find_lexical(query_text(question, language), language, index, allowed, depth)
    lists |= {name: _units(found, best) for name, found in hits.items()}
    if LEARNED in legs:
        own = question.language
        found = (hits.get(f"dense-{own}", []), hits.get(f"lexical-{own}", []))
        lists[LEARNED] = find_learned(question, (vectors.undated, vectors.mapped[own]), *found, index, allowed)
    dense = [
        [(hit.passage.unit, hit.score) for hit in found] for name, found in hits.items() if name.startswith("dense")
    ]
    written = of_questions(asked, index.asked.has)
    near = near_topics(question, vectors.plain, index) if TOPIC in legs else []
    places = [(phrase.units, similarity) for phrase, similarity in near]
    nearest = asked[0][1] if asked else 0.0
    closeness = Closeness(of_texts(dense), written, of_topics(places), nearest, of_leading_topic(places))
    return LegResults(lists, best, closeness)


def _units(hits: list[Hit], best: dict[tuple[Unit, str], Passage]) -> list[Unit]:
    for hit in hits:
        best.setdefault((hit.passage.unit, hit.passage.language), hit.passage)
    return list(dict.fromkeys(hit.passage.unit for hit in hits))
