"""Means with 95 % intervals, and differences of two runs on the same questions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SEED = 20_260_101
RESAMPLES = 1000


@dataclass(frozen=True)
class Estimate:
    """A mean over questions with its 95 % bootstrap interval.

    :param n: How many questions.
    """

    mean: float
    low: float
    high: float
    n: int


def estimate(values: Sequence[float], seed: int = SEED) -> Estimate | None:
    """Return the mean and its interval: the questions are drawn with replacement a thousand times; None for none."""
    if not values:
        return None
    own = np.asarray(values, float)
    drawn = np.random.default_rng(seed).integers(len(own), size=(RESAMPLES, len(own)))
    return interval(float(own.mean()), own[drawn].mean(axis=1), len(own))


def interval(value: float, resampled: Sequence[float], n: int) -> Estimate:
    """Return a value with the middle 95 % of what it was over the resamples.

    :param n: How many questions it is of.
    """
    low, high = np.quantile(np.asarray(resampled), [0.025, 0.975])
    return Estimate(value, float(low), float(high), n)


def difference(before: Sequence[float], after: Sequence[float], seed: int = SEED) -> Estimate | None:
    """Return the mean difference of the same questions in two runs, and its interval (paired bootstrap)."""
    return estimate([b - a for a, b in zip(before, after, strict=True)], seed)
