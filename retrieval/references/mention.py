"""An authority that a text names."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """An authority that a text names, at [start, end) of it.

    :param authorities: Their ids, several where a name stands for several versions; empty if none is held.
    :param is_case: Whether it is the number of a case, which has no articles.
    """

    start: int
    end: int
    text: str
    authorities: tuple[str, ...]
    is_case: bool = False
