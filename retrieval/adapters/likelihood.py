"""How likely it is that a question is asked of an article, by its words: query likelihood of a language model."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from retrieval.adapters.asked_words import AskedWords
from retrieval.store.lexical import LexicalIndex

OWN = 0.5  # share of the article's own words in what is asked of it; the rest are words asked of articles like it
COMMON = 0.2  # share of words that say nothing of the article
LIKE = 0.007  # an article so much less like (cosine similarity) than another lends a third as much


class Likelihood:
    """Articles of an index, and the words in which they or articles like them were asked about.

    An article is expanded with the words of questions that articles near to it answered, as a document is by its
    neighbours in Tao, Wang, Mei and Zhai, Language model information retrieval with document expansion (2006).

    :param asked: What was asked of articles; they need not be in the index.
    :param lexical: The index's words, of the articles' language.
    """

    def __init__(self, asked: AskedWords, lexical: LexicalIndex) -> None:
        self.asked, self.lexical = asked, lexical

    def scores(self, words: Sequence[str], keys: Sequence[str], vectors: np.ndarray) -> dict[str, float]:
        """Return how much likelier a question is asked of articles than of any, as a logarithm; 0 is the least.

        :param words: The question's.
        :param keys: The articles' ids in the index.
        :param vectors: Theirs, shape (len(keys), dimension), unit length.
        """
        words = list(dict.fromkeys(words))
        asked = self.asked.rows(words)
        likely = OWN * self._own(words, keys)
        lent = [at for at, word in enumerate(words) if word in asked]
        likely[lent] += (1 - OWN) * (self.asked.asked[list(asked.values())] @ self._likeness(vectors))
        rarest = float(self.asked.common.min(initial=1.0))
        common = np.array([self.asked.common[asked[word]] if word in asked else rarest for word in words])
        total = np.log1p((1 - COMMON) * likely / (COMMON * common[:, None])).sum(axis=0)
        return dict(zip(keys, total.tolist(), strict=True))

    def _own(self, words: Sequence[str], keys: Sequence[str]) -> np.ndarray:
        """The share of each word in each article, by its weight; shape (len(words), len(keys))."""
        shares = np.zeros((len(words), len(keys)))
        rows = np.array([self.lexical.rows[key] for key in keys], np.int64)
        for at, word in enumerate(words):
            if (weights := self.lexical.weights(word)) is not None:
                shares[at] = weights[rows] / self._sums[rows]
        return shares

    def _likeness(self, vectors: np.ndarray) -> np.ndarray:
        """What each article that answered lends to each of some articles, shape (a, len(vectors)).

        So much that the probabilities of all words that an article is asked with have the sum 1.
        """
        likeness = np.exp((self.asked.likeness(vectors) - 1) / LIKE)
        return likeness / np.maximum(self.asked.asked_of @ likeness, 1e-30)

    @cached_property
    def _sums(self) -> np.ndarray:
        """The sum of each article's weights, shape (n,)."""
        return np.maximum(self.lexical.weight_sums(), 1e-9)
