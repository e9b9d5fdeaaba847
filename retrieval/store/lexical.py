"""The lexical index: BM25 over the passages of one language."""

import json
from collections.abc import Collection, Container
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np
from scipy import sparse

from retrieval.words.tokens import tokenize

K1, B = 1.5, 0.75  # how soon a word's repetition counts no more, and how much a long passage's words count less
_IDS, _WORDS, _WEIGHTS = "ids.json", "words.json", "weights.npz"


class LexicalIndex:
    """BM25 scores for passages, with the weights of Lucene (Kamphuis et al., Which BM25 do you mean?, 2020).

    How rare a word is and how long a passage usually is are taken from the passages that everybody sees. A library's
    index takes them from all that it holds, and then what one user adds moves the order of what another one finds.

    :param ids: Passage ids; row i of the index is the passage ids[i].
    :param words: Word to column.
    :param held: What each word weighs in each passage, shape (len(ids), len(words)), by columns.
    :param counted: Whether each passage counts where it is asked how common a word is, shape (len(ids),); None if all do.
    """

    def __init__(
        self, ids: list[str], words: dict[str, int], held: sparse.csc_array, counted: np.ndarray | None = None
    ) -> None:
        self.ids, self._words, self._held, self._counted = ids, words, held, counted

    def part_of(self, passages: Container[str]) -> "LexicalIndex":
        """Return the index as one knows it who may see these passages: how common a word is, is counted in them alone."""
        counted = np.array([key in passages for key in self.ids], bool)
        return LexicalIndex(self.ids, self._words, self._held, counted)

    @cached_property
    def count(self) -> int:
        """How many passages are counted."""
        return len(self.ids) if self._counted is None else int(self._counted.sum())

    @classmethod
    def build(cls, ids: list[str], texts: list[str], private: Collection[str] = ()) -> "LexicalIndex":
        """Index texts.

        :param private: The ids of passages that somebody does not see; the weights do not depend on them.
        """
        words: dict[str, int] = {}
        tokens = [[words.setdefault(word, len(words)) for word in tokenize(text)] for text in texts]
        lengths = np.array([len(own) for own in tokens], np.int64)
        rows, columns = np.repeat(np.arange(len(ids)), lengths), np.fromiter(chain.from_iterable(tokens), np.int64)
        held = sparse.csc_array((np.ones(len(rows)), (rows, columns)), shape=(len(ids), len(words)))
        held.data = _weights(held, lengths, np.array([key not in private for key in ids], bool))
        return cls(ids, words, held)

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        folder.mkdir(parents=True)
        (folder / _IDS).write_text(json.dumps(self.ids), encoding="utf-8")
        (folder / _WORDS).write_text(json.dumps(list(self._words), ensure_ascii=False), encoding="utf-8")
        sparse.save_npz(folder / _WEIGHTS, self._held, compressed=False)

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Read what `save` wrote."""
        ids, words = (json.loads((folder / name).read_text(encoding="utf-8")) for name in (_IDS, _WORDS))
        return cls(ids, {word: at for at, word in enumerate(words)}, sparse.load_npz(folder / _WEIGHTS))

    @cached_property
    def rows(self) -> dict[str, int]:
        """Passage id to row."""
        return {key: row for row, key in enumerate(self.ids)}

    def document_frequency(self, token: str) -> int:
        """Return in how many passages a token occurs."""
        own, _ = self._column(token)
        return len(own) if self._counted is None else int(self._counted[own].sum())

    def weights(self, token: str) -> np.ndarray | None:
        """Return what a token weighs in each passage, shape (len(ids),); None if it occurs in none."""
        return self.scores([token]) if token in self._words else None

    def weight_sums(self) -> np.ndarray:
        """Return the sum of all tokens' weights in each passage, shape (len(ids),)."""
        return self._held.sum(axis=1, dtype=np.float64)

    def scores(self, tokens: list[str]) -> np.ndarray:
        """Return the passages' scores, shape (len(ids),); passages without any of the tokens score 0."""
        scores = np.zeros(len(self.ids), np.float32)
        for token in tokens:
            own, weights = self._column(token)
            scores[own] += weights
        return scores

    def _column(self, token: str) -> tuple[np.ndarray, np.ndarray]:
        """The rows in which a token occurs, and what it weighs there."""
        column = self._words.get(token)
        own = slice(0) if column is None else slice(*self._held.indptr[column : column + 2])
        return self._held.indices[own], self._held.data[own]


def _weights(counts: sparse.csc_array, lengths: np.ndarray, public: np.ndarray) -> np.ndarray:
    """Return BM25 weights in the order of the counts' data.

    :param lengths: Each passage's, in words.
    :param public: Whether everybody sees a passage; shape of both (number of passages,).
    """
    usual = lengths[public].mean() if public.any() else 1.0
    word = np.repeat(np.arange(counts.shape[1]), np.diff(counts.indptr))  # of each count
    seen_in = np.bincount(word, public[counts.indices], counts.shape[1])
    rarity = np.log1p((public.sum() - seen_in + 0.5) / (seen_in + 0.5)).astype(np.float32)
    length = K1 * (1 - B + B * lengths[counts.indices] / usual)
    return (rarity[word] * (counts.data / (length + counts.data))).astype(np.float32)
