"""A small trained map on a question's vector, so that it lands nearer to the passages that answer such questions."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Member:
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


Stage = tuple[Member, ...]  # trained on different parts of the pairs: the mean of what they make is taken


@dataclass(frozen=True)
class Adapter:
    """Stages, each of which takes what the one before it made; none is the identity."""

    stages: tuple[Stage, ...] = ()

    def apply(self, vectors: np.ndarray) -> np.ndarray:
        """Return the mapped vectors, shape (n, dimension), float32, unit length."""
        for stage in self.stages:
            vectors = apply_stage(stage, vectors)
        return vectors.astype(np.float32, copy=False)

    def followed_by(self, stage: Stage) -> "Adapter":
        """Return this adapter with a further stage."""
        return Adapter((*self.stages, stage))


def apply_stage(stage: Stage, vectors: np.ndarray) -> np.ndarray:
    """Return the mean of what the members make, unit length."""
    return unit(np.mean([member.apply(vectors) for member in stage], axis=0))


def unit(vectors: np.ndarray) -> np.ndarray:
    """Return the vectors with length 1."""
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
