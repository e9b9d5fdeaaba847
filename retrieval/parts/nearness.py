"""How near the parts of a passage are to a question by their meaning, beside the words that they share."""

from collections.abc import Sequence

import numpy as np

from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.parts.spans import Span
from retrieval.passage import Passage
from retrieval.search import Search

# of a cosine similarity beside the share of the question's words; from 1.5 to 5 by the gold set's dev split
WEIGHT = 2.0
MOST = 24  # parts of a passage that are compared; a longer one has its words alone


class Nearness:
    """Compares the parts of one passage with a question.

    :param search: Has the question's vectors.
    """

    def __init__(self, search: Search, index: Index) -> None:
        self._vectors, self._parts = search.vectors, index.parts

    def scores(self, passage: Passage, spans: Sequence[Span]) -> list[float]:
        """Return by how much each part is nearer to the question than the parts' mean, in the scale of relevance."""
        if not 1 < len(spans) <= MOST:
            return [0.0] * len(spans)
        texts = tuple(passage.text[span.start : span.end] for span in spans)
        similarities = self._parts.of(texts, document=passage.kind is Kind.DOCUMENT) @ self._vectors[passage.language]
        return (WEIGHT * (similarities - np.mean(similarities))).tolist()
