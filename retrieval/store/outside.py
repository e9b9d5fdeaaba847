"""Subjects that people ask about and that the corpus does not hold, in the words people ask with."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from retrieval.authority import Authority
from retrieval.store.notes import LANGUAGES
from retrieval.store.topics import Phrase
from retrieval.store.vectors import VectorIndex
from retrieval.yaml_file import read_yaml

FILE = "outside.yaml"


def collection(language: str) -> str:
    """Return the name of the collection that holds a language's phrases."""
    return f"{language}-outside"


def read_outside(folder: Path, authorities: Iterable[Authority]) -> list[Phrase]:
    """Read outside.yaml; a folder without one has no such subjects, and one whose law is held is not outside."""
    path = folder / FILE
    if not path.is_file():
        return []
    held = {authority.titles.zh for authority in authorities}
    return [
        Phrase(subject["id"], language, text, ())
        for subject in read_yaml(path) or []
        if not held & set(subject["laws"])
        for language in LANGUAGES
        for text in subject[language]
    ]


class OutsideIndex:
    """Tells how near a question is to a subject that the corpus does not hold."""

    def __init__(self, vectors: VectorIndex) -> None:
        self._vectors = vectors

    def similarity(self, vector: np.ndarray, language: str) -> float:
        """Return the highest cosine similarity of a question's vector to such a subject's phrases; 0 without any."""
        return max((score for _, score in self._vectors.query(collection(language), vector, 1)), default=0.0)
