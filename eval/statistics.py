"""Quantiles, and risk against coverage."""

from collections.abc import Sequence

import numpy as np


def quantile(values: Sequence[float], share: float) -> float | None:
    """Return the value below which a share of the values lies; None for none."""
    return float(np.quantile(np.asarray(values, float), share)) if values else None


def risk_coverage(confidences: Sequence[float], errors: Sequence[bool]) -> list[tuple[float, float]]:
    """Return (share answered, share of those that are errors) when only the surest questions are answered.

    Questions of the same confidence are answered together.
    """
    order = sorted(zip(confidences, errors, strict=True), key=lambda pair: -pair[0])
    points, wrong = [], 0
    for count, (confidence, error) in enumerate(order, 1):
        wrong += error
        if count == len(order) or order[count][0] != confidence:
            points.append((count / len(order), wrong / count))
    return points
