"""Fuse the ranked lists of several legs by rank."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

K = 10  # on 58,649 articles and 1,543 real questions 10 did better than the usual 60
ADAPTED = 3.0  # weight of a dense leg whose questions an adapter maps, beside 1 for the lexical leg

Item = TypeVar("Item")


def fuse(legs: Mapping[str, Sequence[Item]], weights: Mapping[str, float]) -> list[tuple[Item, float, dict[str, int]]]:
    """Return the items with their fused scores and their rank in each leg, best first.

    :param legs: Name to items, best first; an item counts once a leg.
    :param weights: Name to weight; 1 where there is none.
    """
    scores: dict[Item, float] = {}
    ranks: dict[Item, dict[str, int]] = {}
    for name, items in legs.items():
        for rank, item in enumerate(dict.fromkeys(items), 1):
            scores[item] = scores.get(item, 0.0) + weights.get(name, 1.0) / (K + rank)
            ranks.setdefault(item, {})[name] = rank
    # ties by name, so that the same question gives the same order
    order = sorted(scores, key=lambda item: (-scores[item], item))
    return [(item, scores[item], ranks[item]) for item in order]


def strictly_decreasing(scores: Iterable[float]) -> list[float]:
    """Return the scores, each below the one before: evaluation tools break ties by id."""
    lowered, last = [], float("inf")
    for score in scores:
        last = min(score, last - 1e-9)
        lowered.append(last)
    return lowered
