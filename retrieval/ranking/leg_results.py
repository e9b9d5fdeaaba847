"""What all legs of a search found."""

from dataclasses import dataclass

from retrieval.passage import Passage, Unit
from retrieval.ranking.closeness import Closeness


@dataclass(frozen=True)
class LegResults:
    """What the legs found.

    :param lists: Each leg's units, the nearest first.
    :param best: The passage by which a unit was found, in each language.
    :param closeness: How near the units are.
    """

    lists: dict[str, list[Unit]]
    best: dict[tuple[Unit, str], Passage]
    closeness: Closeness
