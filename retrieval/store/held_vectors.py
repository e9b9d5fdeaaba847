"""Vectors held in memory, every one of which is compared: the same question finds the same passages in every process."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class HeldVectors:
    """The vectors of a collection.

    :param ids: In ascending order: of equally near ones the first id comes first.
    :param vectors: Shape (len(ids), dimension), unit length.
    """

    ids: list[str]
    vectors: np.ndarray

    @classmethod
    def of(cls, ids: Sequence[str], vectors: np.ndarray) -> "HeldVectors":
        """Hold vectors of any length, shape (len(ids), dimension)."""
        order = sorted(range(len(ids)), key=ids.__getitem__)
        held = vectors[order]
        held /= np.linalg.norm(held, axis=1, keepdims=True)
        return cls([ids[row] for row in order], held)

    def nearest(self, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
        """Return the k nearest ids, 1 <= k <= len(ids), with their cosine similarities, best first."""
        similarities = self._similarities(vector)
        least = np.partition(similarities, -k)[-k]
        rows = np.flatnonzero(similarities >= least)
        rows = rows[np.argsort(-similarities[rows], kind="stable")][:k]
        return [(self.ids[row], float(similarities[row])) for row in rows]

    def scan(self, vector: np.ndarray) -> Iterator[tuple[str, float]]:
        """Yield all ids with their cosine similarities, best first."""
        similarities = self._similarities(vector)
        for row in np.argsort(-similarities, kind="stable"):
            yield self.ids[row], float(similarities[row])

    def compare(self, vector: np.ndarray, ids: Sequence[str]) -> list[tuple[str, float]]:
        """Return those of these ids that are held with their cosine similarities, best first, ties by id."""
        held, vectors = self.of_ids(ids)
        similarities = vectors @ (vector / np.linalg.norm(vector))
        order = np.argsort(-similarities, kind="stable")
        return [(held[at], float(similarities[at])) for at in order]

    def of_ids(self, ids: Sequence[str]) -> tuple[list[str], np.ndarray]:
        """Return those of these ids that are held, ascending, with their vectors, shape (n, dimension)."""
        rows = [
            row for key in sorted(ids) if (row := bisect_left(self.ids, key)) < len(self.ids) and self.ids[row] == key
        ]
        return [self.ids[row] for row in rows], self.vectors[rows]

    def _similarities(self, vector: np.ndarray) -> np.ndarray:
        return self.vectors @ (vector / np.linalg.norm(vector))
