"""Which stays in a conversation are over: what still answers them is not shown any more."""

import secrets
import threading

_KEPT = 10_000  # of all pages; the oldest are forgotten


class Visits:
    """A page's stays in conversations. Each begins with a mark, which the page sends with what it asks.

    Gradio cancels an event only once the browser knows its number; what was asked a moment before goes on without this.
    """

    def __init__(self) -> None:
        self._left: dict[tuple[str, str], None] = {}
        self._lock = threading.Lock()

    def leave(self, page: str | None, visit: str) -> str:
        """Note that a page has left; return the mark of its next stay.

        :param page: The page's own id.
        :param visit: The mark of the stay that is over; empty for its first one.
        """
        with self._lock:
            self._left[page or "", visit] = None
            while len(self._left) > _KEPT:
                del self._left[next(iter(self._left))]
        return secrets.token_hex(4)

    def is_over(self, page: str | None, visit: str) -> bool:
        """Return whether a page has left."""
        return (page or "", visit) in self._left
