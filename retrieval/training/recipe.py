"""How to train, and what on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

FOLDS = 5  # each fifth of the pairs is held out once


@dataclass(frozen=True)
class Recipe:
    """How to train.

    :param hidden: Width of the two-layer map.
    :param rate: AdamW's.
    :param temperature: What cosine similarities are divided by.
    :param pull: Weight of the squared distance of the linear map from the identity.
    :param decay: AdamW's weight decay, of the two-layer map.
    :param dropout: Of the two-layer map's inner values.
    :param hard: Hard negatives a question and step, drawn from the adapter's own nearest `pool`.
    :param refresh: Epochs between two searches for hard negatives.
    :param any_negative: Whether any passage can be a hard negative, or only those that answer some question.
    :param patience: Epochs without a better held-out value after which it ends.
    """

    hidden: int = 128
    epochs: int = 40
    batch: int = 64
    rate: float = 3e-4
    temperature: float = 0.02
    pull: float = 0.002
    decay: float = 0.01
    dropout: float = 0.2
    hard: int = 20
    pool: int = 80
    refresh: int = 3
    any_negative: bool = True
    patience: int = 6
    seed: int = 20_260_101


# For pairs across languages whose passages are nearly all translated: could the others be negatives, the map would learn to
# keep away from them, and they are what it is for. It also has to stay nearer to the identity, or it loses what the model
# knows of everything else.
CROSSING = Recipe(epochs=12, rate=1e-4, pull=0.05, any_negative=False)


@dataclass(frozen=True)
class Examples:
    """Questions with the rows of the passages that answer them.

    :param questions: Shape (n, dimension), unit length.
    :param gold: For each question the rows, in the passages' array, that answer it; at least one.
    :param groups: Questions of the same group are held out together.
    """

    questions: np.ndarray
    gold: tuple[tuple[int, ...], ...]
    groups: tuple[str, ...]

    def part(self, rows: Sequence[int]) -> "Examples":
        """Return some of the examples."""
        return Examples(
            self.questions[list(rows)],
            tuple(self.gold[row] for row in rows),
            tuple(self.groups[row] for row in rows),
        )

    def among(self, first: int) -> "Examples":
        """Return the examples for the passages from a row on, with their rows there."""
        gold = tuple(tuple(row - first for row in own if row >= first) for own in self.gold)
        return Examples(self.questions, gold, self.groups)
