"""Phrases in which people ask, each with the places that answer it, found by meaning and by words."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from retrieval.language import LANGUAGES
from retrieval.passage import Unit
from retrieval.store.held_vectors import HeldVectors
from retrieval.store.lexical import LexicalIndex
from retrieval.store.stored_vectors import text_digest
from retrieval.store.vectors import VectorIndex
from retrieval.words.tokens import tokenize

Item = tuple[Unit, int, str]  # an article, its paragraph and the item's mark: （二）
_FEW = 5  # phrases by words among which one of the same words must be


@dataclass(frozen=True)
class Phrase:
    """One way to ask for something.

    :param subject: What it asks for: the id of a topic, of a subject that is not held, or of a place.
    :param places: Those that answer it, the most direct first; of an article perhaps the paragraph that is meant.
    :param items: The items among them.
    """

    subject: str
    language: str
    text: str
    places: tuple[tuple[Unit, int | None], ...]
    items: tuple[Item, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """The articles and sections of the places, each once."""
        return tuple(dict.fromkeys(unit for unit, _ in self.places))

    @cached_property
    def digest(self) -> str:
        """Decides whether the phrase must be embedded again."""
        return text_digest(f"phrase {self.text}")

    @cached_property
    def key(self) -> str:
        """The phrase's id in the vector index."""
        return f"{self.subject}/{self.digest[:16]}"


class VectorMap(Protocol):
    """What vectors go through before they are compared: a learned metric."""

    def apply(self, vectors: np.ndarray) -> np.ndarray:
        """Return the mapped vectors, shape (n, dimension), unit length."""


def collection(purpose: str, language: str) -> str:
    """Return the name of the collection that holds a language's phrases of one purpose."""
    return f"{language}-{purpose}"


class PhraseIndex:
    """Finds the phrases of one purpose that a question is near to."""

    def __init__(self, purpose: str, phrases: list[Phrase], vectors: VectorIndex) -> None:
        self._purpose = purpose
        self._phrases = {phrase.key: phrase for phrase in phrases}
        self._vectors = vectors
        self._mapped: dict[str, tuple[VectorMap, HeldVectors]] = {}
        self._places = {unit for phrase in phrases for unit in phrase.units}
        self._subjects = {phrase.subject for phrase in phrases}

    def has(self, unit: Unit) -> bool:
        """Return whether a phrase has a place among those that answer it."""
        return unit in self._places

    @cached_property
    def named_items(self) -> Counter[Item]:
        """How many subjects name each item: those on which the corpus's subject turns."""
        named = {(phrase.subject, item) for phrase in self._phrases.values() for item in phrase.items}
        return Counter(item for _, item in named)

    def has_subject(self, subject: str) -> bool:
        """Return whether a phrase asks for this subject."""
        return subject in self._subjects

    @cached_property
    def _lexical(self) -> dict[str, LexicalIndex]:
        own = {language: self.phrases(language) for language in LANGUAGES}
        return {
            language: LexicalIndex.build([p.key for p in phrases], [p.text for p in phrases])
            for language, phrases in own.items()
        }

    def phrases(self, language: str) -> list[Phrase]:
        """Return the phrases of one language, in the order of the file."""
        return [phrase for phrase in self._phrases.values() if phrase.language == language]

    def nearest(self, vector: np.ndarray, language: str, limit: int) -> list[tuple[Phrase, float]]:
        """Return the phrases nearest to a question's vector with their cosine similarities, best first."""
        found = self._vectors.query(collection(self._purpose, language), vector, limit)
        return [(self._phrases[key], score) for key, score in found if key in self._phrases]

    def akin(self, vector: np.ndarray, language: str, limit: int, metric: VectorMap) -> list[tuple[Phrase, float]]:
        """Return the phrases nearest to a question's vector by a learned metric with their similarities, best first."""
        made = self._mapped.get(language)
        if made is None or made[0] is not metric:  # a copy of an index may have another shelf
            keys, vectors = self.vectors(language)
            made = self._mapped[language] = metric, HeldVectors.of(keys, metric.apply(vectors) if keys else vectors)
        held = made[1]
        found = held.nearest(metric.apply(vector[None])[0], min(limit, len(held.ids))) if held.ids else []
        return [(self._phrases[key], score) for key, score in found]

    def vectors(self, language: str) -> tuple[list[str], np.ndarray]:
        """Return the keys of the phrases of one language with their vectors, shape (n, dimension)."""
        return self._vectors.vectors(
            collection(self._purpose, language), [phrase.key for phrase in self.phrases(language)]
        )

    def similarity(self, vector: np.ndarray, language: str) -> float:
        """Return the cosine similarity of a question's vector to the nearest phrase; 0 without any."""
        return max((score for _, score in self.nearest(vector, language, 1)), default=0.0)

    def same_words(self, text: str, language: str) -> Phrase | None:
        """Return the phrase that is a text but for its marks and blanks."""
        bare = _bare(text)
        return next((own for own in self.by_words(text, language, _FEW) if _bare(own.text) == bare), None)

    def by_words(self, text: str, language: str, limit: int) -> list[Phrase]:
        """Return the phrases that share most with a question's words, best first."""
        lexical = self._lexical[language]
        scores = lexical.scores(tokenize(text))
        some = np.flatnonzero(scores > 0)
        best = some[np.argsort(-scores[some], kind="stable")][:limit]  # of equal ones the first in the file
        return [self._phrases[lexical.ids[i]] for i in best]


def _bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
