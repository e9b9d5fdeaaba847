"""The legs of the search: references, dense and lexical, each for each language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np

from retrieval.adapters.order import Legs
from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Passage, Unit
from retrieval.question import Question
from retrieval.reading.held import units_of
from retrieval.request import Request
from retrieval.store.phrases import Phrase
from retrieval.store.vectors import collection_name, collection_names
from retrieval.words.tokens import tokenize

Allowed = Callable[[Passage], bool]
REFERENCE = "reference"
TERM = "term"
NOTE = "note"
FEW = 3000  # passages whose vectors are fetched one by one rather than searched for
TOPIC = "topic"
CITING = "citing"
LEARNED = "learned"
ASKED = "asked"
LEGS = (
    REFERENCE,
    TERM,
    NOTE,
    TOPIC,
    ASKED,
    CITING,
    LEARNED,
    *(f"{way}-{language}" for way in ("dense", "lexical") for language in LANGUAGES),
)


@dataclass(frozen=True)
class Hit:
    """A passage that a leg found, with the leg's own score."""

    passage: Passage
    score: float


def query_text(question: Question, language: str) -> str:
    """Return the question for one language's passages: its own words but its dates, and its terms' names in that language."""
    return " ".join((question.undated, *question.names_in(language)))


def find_referenced(question: Question, index: Index, allowed: Allowed) -> list[Unit]:
    """Return the units that the question names: articles; for a whole case, its sections."""
    units: dict[Unit, None] = {}
    for reference in question.references:
        own = units_of(reference, index)
        # of several versions the one that was the law then; if none was, first the article of that number in the one
        # that was: who speaks of a day mostly counts as its law did. Who names no day, but an old version, means that one,
        # and who says that it is of the old law means it whatever day is told
        valid = [unit for unit in own if was_law(index, unit, question.as_of, question.today)]
        counted = (
            same_number(own, index, question.as_of, question.today) if question.dated and not reference.is_old else []
        )
        units.update(dict.fromkeys(valid or (*counted, *own)))
    return [unit for unit in units if any(allowed(p) for own in index.units[unit].values() for p in own)]


def same_number(units: list[Unit], index: Index, day: date, today: date) -> list[Unit]:
    """Return the articles that bore the units' numbers in the versions of their laws that were in force on a day."""
    others = [(version.id, article) for law, article in units for version in index.versions.of(law)]
    return [unit for unit in others if unit in index.units and was_law(index, unit, day, today)]


def was_law(index: Index, unit: Unit, day: date, today: date) -> bool:
    """Return whether an article was the law on a day, or may have been."""
    return any(p.in_force_on(day, today) != "fail" for passages in index.units[unit].values() for p in passages)


def find_terms(question: Question, index: Index) -> list[Unit]:
    """Return the articles that the glossary gives for the question's terms: those of the crimes that it names."""
    places = [(t.article["id"], t.article.get("article") or "") for t in question.terms if t.article]
    return [unit for unit in dict.fromkeys(places) if unit in index.units]


def find_notes(question: Question, index: Index, depth: int) -> list[Unit]:
    """Return the places that editor's notes join whose words are the question's."""
    placed = index.notes.find(tokenize(question.in_one_language), question.language, depth)
    return list(dict.fromkeys(unit for note in placed for unit in note.units))


def find_citing(question: Question, index: Index, allowed: Allowed, depth: int) -> list[Unit]:
    """Return the articles that cite those that the question names."""
    named = find_referenced(question, index, allowed)
    units = list(dict.fromkeys(unit for name in named for unit in index.citations.citing(name)[:depth]))
    return [
        unit
        for unit in units
        if unit not in named and unit in index.units and was_law(index, unit, question.as_of, question.today)
    ]


def pinpoints(question: Question, topics: Iterable[Phrase]) -> dict[Unit, frozenset[int]]:
    """Return the paragraphs of articles that topics and the question's terms, those of crimes, name."""
    named: dict[Unit, set[int]] = {}
    places = [place for topic in topics for place in topic.places]
    places += [
        ((t.article["id"], t.article.get("article") or ""), t.article.get("paragraph"))
        for t in question.terms
        if t.article
    ]
    for unit, paragraph in places:
        if paragraph:
            named.setdefault(unit, set()).add(paragraph)
    return {unit: frozenset(own) for unit, own in named.items()}


def find_dense(
    vector: np.ndarray, language: str, index: Index, allowed: Allowed, request: Request, depth: int
) -> list[Hit]:
    """Search the vectors of one language; what is not allowed is dropped after the search.

    Where that leaves too few, everything is gone through instead; and where the request names few documents, they are.
    """
    hits: list[Hit] = []
    names = collection_names([language], request.kinds)
    few = _of_documents(request, index)
    if few is not None:
        for name in names:
            own = [p.id for p in few if collection_name(p.language, p.kind) == name]
            hits += _allowed_hits(index.vectors.compare(name, vector, own), index, allowed, depth)
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))
    for name in names:
        found = index.vectors.query(name, vector, depth)
        kept = _allowed_hits(found, index, allowed, depth)
        if len(kept) < len(found) < index.vectors.count(name):
            kept = _allowed_hits(index.vectors.scan(name, vector), index, allowed, depth)
        hits += kept
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))


def _of_documents(request: Request, index: Index) -> list[Passage] | None:
    """The passages of the documents that a request names, if they are few enough to compare one by one."""
    if request.documents is None:
        return None
    own = [passage for name in sorted(request.documents) for passage in index.by_authority.get(name, ())]
    return own if len(own) <= FEW else None


def _allowed_hits(found: Iterable[tuple[str, float]], index: Index, allowed: Allowed, depth: int) -> list[Hit]:
    hits = (Hit(passage, score) for key, score in found if (passage := index.passages.get(key)) and allowed(passage))
    return list(islice(hits, depth))


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


def find_learned(
    question: Question,
    vectors: tuple[np.ndarray, np.ndarray],
    dense: list[Hit],
    lexical: list[Hit],
    index: Index,
    allowed: Allowed,
) -> list[Unit]:
    """Return what words and meaning found among passages in the question's language, in the order that was learned.

    :param vectors: The question's, as the model made it and as the adapter maps it.
    :param dense: What the dense leg of this language found, best first.
    :param lexical: The same of the lexical leg.
    """
    language = question.language
    learned = index.learned(language)
    if not learned:
        return []
    plain, mapped = vectors
    words = index.lexical[language]

    def by_collection(keys: Sequence[str]) -> Iterable[tuple[str, list[str]]]:
        own: dict[str, list[str]] = {}
        for key in keys:
            own.setdefault(collection_name(language, index.passages[key].kind), []).append(key)
        return own.items()

    def similarities(keys: Sequence[str]) -> dict[str, float]:
        return {
            key: score for name, ids in by_collection(keys) for key, score in index.vectors.compare(name, mapped, ids)
        }

    def scores(keys: Sequence[str]) -> dict[str, float]:
        if not keys:
            return {}
        all_scores = words.scores(tokenize(query_text(question, language)))
        return {key: float(all_scores[words.rows[key]]) for key in keys}

    def likelihood(keys: Sequence[str]) -> dict[str, float]:
        asked = tokenize(question.in_one_language)
        parts = (index.vectors.vectors(name, ids) for name, ids in by_collection(keys))
        return {key: score for part in parts for key, score in learned.likelihood.scores(asked, *part).items()}

    own = ({hit.passage.id: hit.score for hit in found} for found in (dense, lexical))
    legs = Legs(*own, similarities, scores, likelihood)
    found = (index.passages[key] for key in learned.order.arrange(plain, legs, learned.answers))
    return list(dict.fromkeys(passage.unit for passage in found if allowed(passage)))
