"""Exact search among arrays of vectors, and how well it finds what is wanted."""

from collections.abc import Sequence

import numpy as np

DEPTH = 10  # of the measures
_BLOCK = 256  # questions at a time


def nearest(questions: np.ndarray, passages: np.ndarray, count: int) -> np.ndarray:
    """Return the rows of the nearest passages of each question, best first, shape (n, count)."""
    count = min(count, len(passages))
    found = np.empty((len(questions), count), np.int64)
    for at in range(0, len(questions), _BLOCK):
        scores = questions[at : at + _BLOCK] @ passages.T
        rows = np.argpartition(-scores, count - 1, axis=1)[:, :count]
        order = np.argsort(-np.take_along_axis(scores, rows, 1), axis=1, kind="stable")
        found[at : at + _BLOCK] = np.take_along_axis(rows, order, 1)
    return found


def recalls(found: np.ndarray, gold: Sequence[Sequence[int]]) -> np.ndarray:
    """Return for each question the share of its passages among the first ten, shape (n,)."""
    pairs = zip(found[:, :DEPTH].tolist(), gold, strict=True)
    return np.array([len(set(rows) & set(wanted)) / min(len(set(wanted)), DEPTH) for rows, wanted in pairs])


def reciprocal_ranks(found: np.ndarray, gold: Sequence[Sequence[int]]) -> np.ndarray:
    """Return for each question 1 by the rank of its first passage, 0 if it is not among the first ten; shape (n,)."""
    values = []
    for rows, wanted in zip(found[:, :DEPTH].tolist(), map(set, gold), strict=True):
        values.append(next((1 / rank for rank, row in enumerate(rows, 1) if row in wanted), 0.0))
    return np.array(values)
