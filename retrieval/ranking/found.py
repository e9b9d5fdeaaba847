"""A passage that was found, with its place in the result."""

from dataclasses import dataclass, field

from retrieval.passage import Passage


@dataclass(frozen=True)
class Found:
    """A passage with its place in the result.

    :param ranks: The unit's rank in each leg that found it.
    """

    passage: Passage
    score: float
    ranks: dict[str, int] = field(default_factory=dict)
