"""Text that comes in many pieces, passed on in fewer: each one that is shown costs the page a round."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

EVERY_S = 0.1  # as often as an eye follows
Whole = TypeVar("Whole")


def paced(
    pieces: Iterable[str | Whole], every_s: float = EVERY_S, clock: Callable[[], float] = monotonic
) -> Iterator[str | Whole]:
    """Yield the texts joined so that there is one in `every_s` seconds; nothing is lost, and what is no text goes on at once."""
    waiting, last = "", clock() - every_s
    for piece in pieces:
        if not isinstance(piece, str):
            if waiting:
                yield waiting
                waiting = ""
            yield piece
            continue
        waiting += piece
        if clock() - last >= every_s:
            yield waiting
            waiting, last = "", clock()
    if waiting:
        yield waiting
