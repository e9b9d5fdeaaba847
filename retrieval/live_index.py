"""The live index, which follows what `python -m ingest` writes."""

import logging
import sqlite3
import threading
from contextlib import closing

from retrieval.errors import FayanError, StoreError
from retrieval.index import Index, open_index
from retrieval.model.embeddings import load_embeddings
from retrieval.settings import Settings
from retrieval.store.database import connect, read_state

POLL_S = 2.0
_log = logging.getLogger(__name__)


class LiveIndex:
    """The newest index; a thread looks every two seconds whether there is a newer one.

    A question keeps the generation that it began with. Until a newer one is read whole, the old one answers. The one
    before the last is closed: its folder may be removed and made again, and Chroma would answer from the removed one.

    :param settings: Where the index lies.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._model = load_embeddings(settings)
        self._index = open_index(settings, self._model)
        self._retired: Index | None = None
        self._refreshing = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="index-watch", daemon=True)
        self._thread.start()

    def current(self) -> Index:
        """Return the index to answer the next question from."""
        return self._index

    def refresh(self) -> None:
        """Read the newest generation now, if it is another one.

        :raises FayanError: If it cannot be read.
        """
        with self._refreshing:
            newest = self._newest()
            while newest and newest != self._index.index_id:
                try:
                    opened = open_index(self._settings, self._model)
                except FayanError:
                    tried, newest = newest, self._newest()
                    if newest == tried:
                        raise
                    continue  # it was removed for newer ones while it was read
                self._take(opened)
                newest = self._index.index_id

    def _newest(self) -> str | None:
        try:
            with closing(connect(self._settings.database)) as connection:
                return read_state(connection, "index_id")
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{self._settings.database} cannot be read ({error}).") from error

    def _take(self, opened: Index) -> None:
        retired, self._index = self._index, opened
        if self._retired:
            self._retired.vectors.close()
        self._retired = retired

    def close(self) -> None:
        """Stop looking."""
        self._stop.set()

    def _watch(self) -> None:
        while not self._stop.wait(POLL_S):
            try:
                self.refresh()
            except FayanError as error:  # whatever it is, it may pass: a server starts again, a corpus is mended
                _log.warning("The new index cannot be read, the old one goes on answering: %s", error)
