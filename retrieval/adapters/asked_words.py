"""The words in which articles were asked about: what the wording of a question says of articles of like meaning."""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix, hstack

from retrieval.adapters.adapter import unit

LEAST_QUESTIONS = 2  # what one question alone has of words says nothing of others
AXES = 96  # that the kept vectors are told by: more tell the likeness no better
LATER = 3  # the questions of a later training count so many times: they are those that the adapter is for


def word_mark(word: str) -> int:
    """Return a number by which a word is known again."""
    return zlib.crc32(word.encode())


@dataclass(frozen=True)
class Axes:
    """Principal axes of vectors, and what these are on them.

    :param mean: Shape (dimension,).
    :param axes: Shape (a, dimension), orthonormal rows.
    """

    mean: np.ndarray
    axes: np.ndarray

    def seen(self, vectors: np.ndarray) -> np.ndarray:
        """Return vectors, shape (n, dimension), as the axes tell them, unit length."""
        return unit(self.mean + (vectors - self.mean) @ self.axes.T @ self.axes)


@dataclass(frozen=True)
class AskedWords:
    """Articles that answered questions, and the words of these.

    :param words: Shape (w,), uint32: the words' marks, ascending.
    :param asked: Shape (w, a): in how many of the questions that an article answered a word stands.
    :param vectors: Shape (a, dimension): the articles', unit length.
    :param axes: Those that the vectors are told by; None if by all.
    """

    words: np.ndarray
    asked: csr_matrix
    vectors: np.ndarray
    axes: Axes | None = None

    @classmethod
    def of(
        cls, questions: Sequence[Sequence[str]], answers: Sequence[Sequence[int]], vectors: np.ndarray
    ) -> "AskedWords":
        """Keep the words of questions and the articles that answer them.

        :param questions: The words of each.
        :param answers: For each the rows, among the vectors, of the articles that answer it.
        :param vectors: Shape (n, dimension), unit length.
        """
        rows = sorted({row for own in answers for row in own})
        place = {row: at for at, row in enumerate(rows)}
        questions_of = Counter(word for words in questions for word in set(words))
        counted = Counter(
            (word_mark(word), place[row])
            for words, own in zip(questions, answers, strict=True)
            for word in set(words)
            if questions_of[word] >= LEAST_QUESTIONS
            for row in own
        )
        words = np.array(sorted({word for word, _ in counted}), np.uint32)
        at = np.searchsorted(words, np.array([word for word, _ in counted], np.uint32))
        columns = np.array([column for _, column in counted], np.int32)
        counts = np.array(list(counted.values()), np.float32)
        return cls(words, csr_matrix((counts, (at, columns)), (len(words), len(rows))), vectors[rows])

    @classmethod
    def none(cls, dimension: int) -> "AskedWords":
        """Hold nothing."""
        return cls.of([], [], np.zeros((0, dimension), np.float32))

    def followed_by(self, later: "AskedWords") -> "AskedWords":
        """Return what both hold, with the weight of a later training for the other."""
        words = np.union1d(self.words, later.words)
        asked = [_among(own.words, own.asked, words) for own in (self, later)]
        return AskedWords(
            words, hstack([asked[0], LATER * asked[1]]).tocsr(), np.concatenate([self.vectors, later.vectors])
        )

    def rows(self, words: Iterable[str]) -> dict[str, int]:
        """Return the rows of those of the words that stand in questions."""
        return {word: row for word in words if (row := self._row.get(word_mark(word))) is not None}

    @cached_property
    def _row(self) -> dict[int, int]:
        return {mark: row for row, mark in enumerate(self.words.tolist())}

    @cached_property
    def common(self) -> np.ndarray:
        """How common each word is in questions, shape (w,), the sum 1."""
        times = np.asarray(self.asked.sum(axis=1)).ravel() + 0.5
        return times / times.sum()

    @cached_property
    def asked_of(self) -> np.ndarray:
        """How many words were asked of each article, shape (a,)."""
        return np.asarray(self.asked.sum(axis=0)).ravel()

    def likeness(self, vectors: np.ndarray) -> np.ndarray:
        """Return the articles' cosine similarities with others, shape (a, len(vectors)).

        Vectors that are kept by some axes are compared on these: an article is most like itself.
        """
        return self.vectors @ (self.axes.seen(vectors) if self.axes else vectors).T

    def as_kept(self) -> "AskedWords":
        """Return what is left of it on the disk."""
        return self.read(self.tensors()) if len(self.vectors) else self

    def tensors(self) -> dict[str, np.ndarray]:
        """Return what is kept on the disk: of the vectors, their places on their principal axes, in 8 bits."""
        mean = self.vectors.mean(axis=0) if len(self.vectors) else np.zeros(self.vectors.shape[1], np.float32)
        axes = np.linalg.svd(self.vectors - mean, full_matrices=False)[2][:AXES]
        places = (self.vectors - mean) @ axes.T
        scale = float(np.abs(places).max(initial=1e-9)) / 127
        once = self.asked.data == 1  # most of them: a bit instead of a byte
        return {
            "words": self.words,
            "pointers": self.asked.indptr.astype(np.int32),
            "articles": self.asked.indices.astype(np.min_scalar_type(len(self.vectors))),
            "ones": np.packbits(once),
            "counts": np.minimum(self.asked.data[~once], 255).astype(np.uint8),
            "mean": mean.astype(np.float16),
            "axes": axes.astype(np.float16),
            "scale": np.array([scale], np.float32),
            "places": np.round(places / scale).astype(np.int8),
        }

    @classmethod
    def read(cls, tensors: dict[str, np.ndarray]) -> "AskedWords":
        """Make them again of what `tensors` returned.

        :raises KeyError: If something is missing.
        :raises ValueError: If the parts do not fit.
        """
        mean, axes, places = (tensors[name].astype(np.float32) for name in ("mean", "axes", "places"))
        vectors = unit(mean + tensors["scale"] * places @ axes)
        counts = np.ones(len(tensors["articles"]), np.float32)
        # an earlier file has every count
        once = np.unpackbits(tensors["ones"], count=len(counts)) if "ones" in tensors else np.zeros(len(counts))
        counts[once == 0] = tensors["counts"]
        parts = (counts, tensors["articles"].astype(np.int32), tensors["pointers"])
        told = csr_matrix(parts, (len(tensors["words"]), len(vectors)))
        return cls(tensors["words"], told, vectors, Axes(mean, axes) if len(axes) else None)


def _among(own: np.ndarray, asked: csr_matrix, words: np.ndarray) -> csr_matrix:
    """Return the rows at their places among more words, shape (len(words), a)."""
    found = asked.tocoo()
    return csr_matrix((found.data, (np.searchsorted(words, own)[found.row], found.col)), (len(words), asked.shape[1]))
