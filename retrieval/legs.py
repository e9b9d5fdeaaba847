"""The legs of the search: references, dense and lexical, each for each language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from retrieval.address import Address
from retrieval.authority import Kind
from retrieval.fusion import fuse
from retrieval.held import units_of
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.store.index import LANGUAGES, Index, Unit
from retrieval.store.tokens import tokenize
from retrieval.store.vectors import collection_names

Allowed = Callable[[Passage], bool]
REFERENCE = "reference"
TERM = "term"
NOTE = "note"
TOPIC = "topic"
CITING = "citing"
LEGS = (
    REFERENCE,
    TERM,
    NOTE,
    TOPIC,
    CITING,
    *(f"{way}-{language}" for way in ("dense", "lexical") for language in LANGUAGES),
)


@dataclass(frozen=True)
class Hit:
    """A passage that a leg found, with the leg's own score."""

    passage: Passage
    score: float


def query_text(question: Question, language: str) -> str:
    """Return the question for one language's passages: its own words and the names of its terms in that language."""
    return " ".join((question.understood, *question.names_in(language)))


def find_referenced(question: Question, index: Index, allowed: Allowed) -> list[Unit]:
    """Return the units that the question names: articles; for a whole case, its sections."""
    units: dict[Unit, None] = {}
    for reference in question.references:
        own = units_of(reference, index)
        # of several versions the one that was the law then; all of them if none was
        valid = [unit for unit in own if _was_law(index, unit, question.as_of)]
        units.update(dict.fromkeys(valid or own))
    return [unit for unit in units if any(allowed(p) for own in index.units[unit].values() for p in own)]


def _was_law(index: Index, unit: Unit, day: date) -> bool:
    return any(p.in_force_on(day) != "fail" for passages in index.units[unit].values() for p in passages)


def find_terms(question: Question, index: Index) -> list[Unit]:
    """Return the articles that the glossary gives for the question's terms: those of the crimes that it names."""
    places = [(t.article["id"], t.article.get("article") or "") for t in question.terms if t.article]
    return [unit for unit in dict.fromkeys(places) if unit in index.units]


def find_notes(question: Question, index: Index, depth: int) -> list[Unit]:
    """Return the places that editor's notes join whose words are the question's."""
    placed = index.notes.find(tokenize(question.understood), question.language, depth)
    return list(dict.fromkeys(unit for note in placed for unit in note.units))


def find_citing(question: Question, index: Index, allowed: Allowed, depth: int) -> list[Unit]:
    """Return the articles that cite those that the question names."""
    named = find_referenced(question, index, allowed)
    units = list(dict.fromkeys(unit for name in named for unit in index.citations.citing(name)[:depth]))
    return [
        unit for unit in units if unit not in named and unit in index.units and _was_law(index, unit, question.as_of)
    ]


def find_topics(question: Question, vector: np.ndarray, index: Index, depth: int) -> list[Unit]:
    """Return the places that answer the topics nearest to the question, by meaning and by words."""
    near = [phrase for phrase, _ in index.topics.nearest(vector, question.language, depth)]
    worded = index.topics.by_words(question.understood, question.language, depth)
    topics: dict[str, tuple[Unit, ...]] = {}
    order = fuse({"near": [p.key for p in near], "worded": [p.key for p in worded]}, {"near": 1.5})
    by_key = {phrase.key: phrase for phrase in (*near, *worded)}
    for key, _, _ in order[:depth]:
        topics.setdefault(by_key[key].topic, by_key[key].units)
    return list(dict.fromkeys(unit for units in topics.values() for unit in units))


def find_dense(
    vector: np.ndarray, language: str, index: Index, allowed: Allowed, kinds: frozenset[Kind] | None, depth: int
) -> list[Hit]:
    """Search the vectors of one language; what is not allowed is dropped after the search, which then goes deeper."""
    hits: list[Hit] = []
    for name in collection_names([language], kinds):
        count, ask = index.vectors.counts.get(name, 0), depth
        while count:
            found = index.vectors.query(name, vector, ask)
            kept = [
                Hit(index.passages[key], score)
                for key, score in found
                if key in index.passages and allowed(index.passages[key])
            ]
            if len(kept) >= depth or len(found) >= count or ask >= count:
                hits += kept[:depth]
                break
            ask *= 4
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))


def find_lexical(text: str, language: str, index: Index, allowed: Allowed, depth: int) -> list[Hit]:
    """Search the words of one language; passages without any of the words are no hits."""
    lexical = index.lexical[language]
    scores = lexical.scores(tokenize(text))
    hits: list[Hit] = []
    for row in np.argsort(-scores, kind="stable"):
        if scores[row] <= 0 or len(hits) >= depth:
            break
        passage = index.passages.get(lexical.ids[row])
        if passage and allowed(passage):
            hits.append(Hit(passage, float(scores[row])))
    return hits


def reference_addresses(question: Question) -> list[Address]:
    """Return every address that the question names."""
    return [r.address(name) for r in question.references for name in r.authorities if r.article]
