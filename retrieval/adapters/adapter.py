"""A small trained map on a question's vector, so that it lands nearer to the passages that answer such questions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class QueryMap:
    """A linear map and a two-layer map beside it.

    :param linear: Shape (dimension, dimension).
    :param up: Shape (dimension, hidden).
    :param bias: Shape (hidden,).
    :param down: Shape (hidden, dimension).
    """

    linear: np.ndarray
    up: np.ndarray
    bias: np.ndarray
    down: np.ndarray

    def apply(self, vectors: np.ndarray) -> np.ndarray:
        """Return the mapped vectors, shape (n, dimension), unit length."""
        between = vectors @ self.up + self.bias
        # gelu in its tanh form, as in training
        between = 0.5 * between * (1 + np.tanh(0.7978845608 * (between + 0.044715 * between**3)))
        return unit(vectors @ self.linear + between @ self.down)


def merged(members: Sequence[QueryMap]) -> QueryMap:
    """Return one map that makes the mean of what the members make (before their lengths are made 1)."""
    return QueryMap(
        linear=np.mean([member.linear for member in members], axis=0),
        up=np.concatenate([member.up for member in members], axis=1),
        bias=np.concatenate([member.bias for member in members]),
        down=np.concatenate([member.down / len(members) for member in members]),
    )


@dataclass(frozen=True)
class Adapter:
    """Maps, each of which takes what the one before it made; none is the identity."""

    maps: tuple[QueryMap, ...] = ()

    def apply(self, vectors: np.ndarray) -> np.ndarray:
        """Return the mapped vectors, shape (n, dimension), float32, unit length."""
        for own in self.maps:
            vectors = own.apply(vectors)
        return vectors.astype(np.float32, copy=False)

    def followed_by(self, further: QueryMap) -> "Adapter":
        """Return this adapter with a further map."""
        return Adapter((*self.maps, further))


def unit(vectors: np.ndarray) -> np.ndarray:
    """Return the vectors with length 1."""
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
