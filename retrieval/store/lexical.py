"""The lexical index: BM25 over the passages of one language."""

import json
import logging
from collections.abc import Container
from functools import cached_property
from pathlib import Path

import bm25s
import numpy as np

from retrieval.words.tokens import tokenize

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it reports each index it builds

_INDEX = "params.index.json"  # one of the files that bm25s writes


class LexicalIndex:
    """BM25 scores for passages.

    :param ids: Passage ids; row i of the index is the passage ids[i].
    :param index: The index, or None if there are no words.
    :param counted: Whether each passage counts where it is asked how common a word is, shape (len(ids),); None if all do.
    """

    def __init__(self, ids: list[str], index: bm25s.BM25 | None, counted: np.ndarray | None = None) -> None:
        self.ids, self.index, self._counted = ids, index, counted

    def part_of(self, passages: Container[str]) -> "LexicalIndex":
        """Return the index as one knows it who may see these passages: how common a word is, is counted in them alone."""
        return LexicalIndex(self.ids, self.index, np.array([key in passages for key in self.ids], bool))

    @cached_property
    def count(self) -> int:
        """How many passages are counted."""
        return len(self.ids) if self._counted is None else int(self._counted.sum())

    @classmethod
    def build(cls, ids: list[str], texts: list[str]) -> "LexicalIndex":
        """Index texts."""
        vocabulary: dict[str, int] = {}  # a number for each word: their words themselves take 3.5 times the memory
        tokens = [[vocabulary.setdefault(word, len(vocabulary)) for word in tokenize(text)] for text in texts]
        if not vocabulary:  # bm25s cannot index texts without any word
            return cls(ids, None)
        index = bm25s.BM25(auto_compile=False)
        index.index((tokens, vocabulary), show_progress=False)
        return cls(ids, index)

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        folder.mkdir(parents=True)
        (folder / "ids.json").write_text(json.dumps(self.ids), encoding="utf-8")
        if self.index:
            self.index.save(str(folder), show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Read what `save` wrote."""
        ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        held = (folder / _INDEX).is_file()
        return cls(ids, bm25s.BM25.load(str(folder), show_progress=False) if held else None)

    @cached_property
    def rows(self) -> dict[str, int]:
        """Passage id to row."""
        return {key: row for row, key in enumerate(self.ids)}

    def known(self, tokens: list[str]) -> list[str]:
        """Return those of the tokens that occur in some passage."""
        return [token for token in tokens if token in self.index.vocab_dict] if self.index else []

    def document_frequency(self, token: str) -> int:
        """Return in how many passages a token occurs."""
        row = self.index.vocab_dict.get(token) if self.index else None
        if row is None:
            return 0
        held = self.index.scores
        own = held["indices"][held["indptr"][row] : held["indptr"][row + 1]]
        return len(own) if self._counted is None else int(self._counted[own].sum())

    def weights(self, token: str) -> np.ndarray | None:
        """Return what a token weighs in each passage, shape (len(ids),); None if it occurs in none."""
        row = self.index.vocab_dict.get(token) if self.index else None
        if row is None:
            return None
        held = self.index.scores
        own = slice(held["indptr"][row], held["indptr"][row + 1])
        weights = np.zeros(len(self.ids), np.float32)
        weights[held["indices"][own]] = held["data"][own]
        return weights

    def weight_sums(self) -> np.ndarray:
        """Return the sum of all tokens' weights in each passage, shape (len(ids),)."""
        if not self.index:
            return np.zeros(len(self.ids))
        held = self.index.scores
        return np.bincount(held["indices"], held["data"], len(self.ids))

    def scores(self, tokens: list[str]) -> np.ndarray:
        """Return the passages' scores, shape (len(ids),); passages without any of the tokens score 0."""
        known = self.known(tokens)
        if not self.index or not known:
            return np.zeros(len(self.ids), np.float32)
        return self.index.get_scores(known)
