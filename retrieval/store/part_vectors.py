"""The vectors of passages' parts: made when an answer first compares them, kept for those last compared."""

from functools import lru_cache

import numpy as np

from retrieval.model.embeddings import PassageEmbeddings

KEPT = 4000  # passages; of 6 parts on average, at 384 dimensions, some 40 MB


class PartVectors:
    """Embeds a passage's parts together, always the same ones in one batch: kept or made anew, the vectors are the same.

    :param model: The embedding model.
    """

    def __init__(self, model: PassageEmbeddings) -> None:
        self._model = model
        self._kept = lru_cache(KEPT)(self._made)

    def of(self, parts: tuple[str, ...]) -> np.ndarray:
        """Return the parts' vectors, shape (len(parts), dimension), unit length; not to be written to."""
        return self._kept(parts)

    def _made(self, parts: tuple[str, ...]) -> np.ndarray:
        vectors = self._model.encode_passages(list(parts))
        vectors.flags.writeable = False
        return vectors
