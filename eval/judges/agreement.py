"""How far two judges agree: the share of equal verdicts and Cohen's kappa, each with its 95 % interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.statistics import RESAMPLES, SEED, Estimate, interval


@dataclass(frozen=True)
class Agreement:
    """The agreement of two judges on one scale.

    :param share: Of the rows, those with the same verdict.
    :param kappa: What that is worth above chance: 1 all, 0 as by chance; None if both gave one verdict only.
    :param counts: How often (the first judge's verdict, the second's) occurred, shape (scale, scale).
    """

    scale: tuple[str, ...]
    share: Estimate
    kappa: Estimate | None
    counts: list[list[int]]


def agreement(first: Sequence[str], second: Sequence[str], scale: Sequence[str]) -> Agreement:
    """Compare the verdicts of two judges on the same rows.

    :param scale: The verdicts that there are; a verdict outside of it agrees with none.
    :raises ValueError: If the two differ in length or there are none.
    """
    if len(first) != len(second) or not first:
        raise ValueError(f"Two judges must have judged the same rows: {len(first)} and {len(second)}.")
    scale = tuple(dict.fromkeys([*scale, *first, *second]))
    place = {verdict: at for at, verdict in enumerate(scale)}
    pairs = np.asarray([[place[a], place[b]] for a, b in zip(first, second, strict=True)])
    drawn = np.random.default_rng(SEED).integers(len(pairs), size=(RESAMPLES, len(pairs)))
    shares, kappas = zip(*(_share_and_kappa(pairs[rows], len(scale)) for rows in drawn), strict=True)
    share, kappa = _share_and_kappa(pairs, len(scale))
    known = [value for value in kappas if value is not None]
    return Agreement(
        scale,
        interval(share, shares, len(pairs)),
        None if kappa is None else interval(kappa, known, len(pairs)),
        _counts(pairs, len(scale)).tolist(),
    )


def _counts(pairs: np.ndarray, size: int) -> np.ndarray:
    return np.bincount(pairs[:, 0] * size + pairs[:, 1], minlength=size * size).reshape(size, size)


def _share_and_kappa(pairs: np.ndarray, size: int) -> tuple[float, float | None]:
    shares = _counts(pairs, size) / len(pairs)
    same, chance = float(np.trace(shares)), float(shares.sum(axis=1) @ shares.sum(axis=0))
    return same, None if chance > 1 - 1e-12 else (same - chance) / (1 - chance)
