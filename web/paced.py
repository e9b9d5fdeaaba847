"""Text that comes in many pieces, passed on in fewer: each one that is shown costs the page a round."""

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

EVERY_S = 0.1  # as often as an eye follows
Whole = TypeVar("Whole")


def paced(pieces: Iterable[str | Whole]) -> Iterator[str | Whole]:
    """Yield the texts joined so that there is one in `EVERY_S` seconds; nothing is lost, and what is no text goes on at once."""
    waiting, last = "", monotonic() - EVERY_S
    for piece in pieces:
        if not isinstance(piece, str):
            if waiting:
                yield waiting
                waiting = ""
            yield piece
            continue
        waiting += piece
        if monotonic() - last >= EVERY_S:
            yield waiting
            waiting, last = "", monotonic()
    if waiting:
        yield waiting
