"""The engine room: opens the index in a thread, so that the server can say "starting" meanwhile."""

import importlib
import threading
from typing import TYPE_CHECKING

from prompts import say
from retrieval.errors import FayanError
from retrieval.settings import Settings

if TYPE_CHECKING:
    from web.service import Service

PATIENCE_S = 120.0  # a page opened during the start waits so long for its answer


class StartingError(FayanError):
    """The index is not open yet."""


class Engine:
    """Holds the service once it is open.

    :param settings: Where the index lies.
    :ivar failure: Why it cannot be opened, if the user can mend it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failure: FayanError | None = None
        self._service: Service | None = None
        self._done = threading.Event()

    @property
    def is_open(self) -> bool:
        """Whether the service can be asked."""
        return self._service is not None

    def start(self) -> None:
        """Begin to open the index."""
        threading.Thread(target=self._open, name="engine", daemon=True).start()

    def _open(self) -> None:
        try:
            # the model's libraries take seconds to import; the page is served meanwhile
            self._service = importlib.import_module("web.service").Service(self.settings)
        except FayanError as error:
            self.failure = error
        finally:
            self._done.set()

    def service(self) -> "Service":
        """Return the service.

        :raises StartingError: If it is not open yet.
        """
        if self._service is None:
            raise StartingError(say("en", "told_starting"))
        return self._service

    def finished(self) -> bool:
        """Wait until the index is open or cannot be opened; return which."""
        self._done.wait()
        return self.is_open

    def wait(self, seconds: float = PATIENCE_S) -> "Service":
        """Return the service when it is open.

        :raises StartingError: If it is not open after `seconds`.
        """
        self._done.wait(seconds)
        return self.service()
