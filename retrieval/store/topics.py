"""The topic digest: legal issues in the words people ask with, each with the places that answer it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.passage import Passage
from retrieval.store.lexical import LexicalIndex
from retrieval.store.notes import LANGUAGES, Unit
from retrieval.store.tokens import tokenize
from retrieval.store.vectors import VectorIndex
from retrieval.yaml_file import read_yaml

FILE = "topics.yaml"
_FEW = 5  # phrases by words among which one of the same words must be


@dataclass(frozen=True)
class Phrase:
    """One way to ask for a topic.

    :param places: Those that answer it, the most direct first; of an article perhaps the paragraph that is meant.
    """

    topic: str
    language: str
    text: str
    places: tuple[tuple[Unit, int | None], ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The articles and sections of the places, each once."""
        return tuple(dict.fromkeys(unit for unit, _ in self.places))

    @property
    def digest(self) -> str:
        """Decides whether the phrase must be embedded again."""
        return hashlib.sha256(f"topic {self.text}".encode()).hexdigest()[:32]

    @property
    def key(self) -> str:
        """The phrase's id in the vector index."""
        return f"{self.topic}/{self.digest[:16]}"


def collection(language: str) -> str:
    """Return the name of the collection that holds a language's phrases."""
    return f"{language}-topic"


def read_topics(folder: Path, passages: dict[str, Passage]) -> list[Phrase]:
    """Read topics.yaml; a folder without one has no topics, and places that are not held are left out."""
    path = folder / FILE
    if not path.is_file():
        return []
    units = {(p.authority, p.article or p.section): p.unit for p in passages.values() if p.language == "zh"}
    phrases = []
    for topic in read_yaml(path) or []:
        places = [
            ((place["id"], place.get("article") or place.get("section")), place.get("paragraph"))
            for place in topic["authorities"]
        ]
        own = tuple((units[place], paragraph) for place, paragraph in places if place in units)
        phrases += [
            Phrase(topic["id"], language, text, own)
            for language in LANGUAGES
            for text in topic.get(language) or ()
            if own
        ]
    return phrases


class TopicIndex:
    """Finds the topics that a question is near to, by meaning and by words."""

    def __init__(self, phrases: list[Phrase], vectors: VectorIndex) -> None:
        self._phrases = {phrase.key: phrase for phrase in phrases}
        self._vectors = vectors
        self._lexical = {}
        for language in LANGUAGES:
            own = [phrase for phrase in phrases if phrase.language == language]
            self._lexical[language] = LexicalIndex.build([p.key for p in own], [p.text for p in own])

    def phrases(self, language: str) -> list[Phrase]:
        """Return the phrases of one language, in the order of the file."""
        return [phrase for phrase in self._phrases.values() if phrase.language == language]

    def nearest(self, vector: np.ndarray, language: str, limit: int) -> list[tuple[Phrase, float]]:
        """Return the phrases nearest to a question's vector with their cosine similarities, best first."""
        found = self._vectors.query(collection(language), vector, limit)
        return [(self._phrases[key], score) for key, score in found if key in self._phrases]

    def same_words(self, text: str, language: str) -> Phrase | None:
        """Return the phrase that is a text but for its marks and blanks."""
        bare = _bare(text)
        return next((own for own in self.by_words(text, language, _FEW) if _bare(own.text) == bare), None)

    def by_words(self, text: str, language: str, limit: int) -> list[Phrase]:
        """Return the phrases that share most with a question's words, best first."""
        lexical = self._lexical[language]
        scores = lexical.scores(tokenize(text))
        order = sorted((i for i in range(len(scores)) if scores[i] > 0), key=lambda i: (-scores[i], i))
        return [self._phrases[lexical.ids[i]] for i in order[:limit]]


def _bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
