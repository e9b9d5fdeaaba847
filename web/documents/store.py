"""Documents that come in over HTTP: added, indexed, listed, removed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ingest.documents import Document, add_document, find_document, list_documents, remove_document, telling_titles
from ingest.sync import sync
from retrieval.live_index import LiveIndex
from retrieval.settings import Settings
from retrieval.store.database import connect


@dataclass(frozen=True)
class Added:
    """What became of a file.

    :param new: False if the same bytes were there already.
    """

    document: dict[str, Any]
    new: bool


class Documents:
    """The documents of one owner.

    :param settings: Where the database lies.
    :param live: The index that follows.
    """

    def __init__(self, settings: Settings, live: LiveIndex) -> None:
        self._settings, self._live = settings, live

    def add(self, name: str, content: bytes, owner: str | None = None, language: str = "en") -> Added:
        """Keep a file's text and bring the index in line; when this returns, it can be asked about.

        :param language: In which what is missing of it is said, as in `list`.
        :raises UnreadableFileError: With the reason.
        :raises FayanError: If the index cannot be brought in line; the document is then not kept.
        """
        with self._connection() as connection:
            document, new = add_document(connection, name, content, owner)
            indexed = False
            try:
                self._index()
                indexed = True
            finally:
                # whatever went wrong: a document that cannot be indexed would stop every later ingest
                if new and not indexed:
                    remove_document(connection, document.id)
        return Added(self._entry(document, owner, language), new)

    def list(self, owner: str | None = None, language: str = "en") -> list[dict[str, Any]]:
        """Return the documents that the owner may see, the oldest first; those of nobody are shared by all."""
        with self._connection() as connection:
            return [self._entry(d, owner, language) for d in list_documents(connection) if d.owner in (None, owner)]

    def titles(self, owner: str | None = None) -> dict[str, str]:
        """Return by id the titles, none of them twice, of the documents that the owner may see, the oldest first."""
        with self._connection() as connection:
            return telling_titles([d for d in list_documents(connection) if d.owner in (None, owner)])

    def remove(self, key: str, owner: str | None = None) -> bool:
        """Forget a document; return False if the owner has none of this id."""
        with self._connection() as connection:
            document = find_document(connection, key)
            if document is None or document.owner != owner:
                return False
            remove_document(connection, key)
        self._index()
        return True

    def _index(self) -> None:
        sync(self._settings, progress=False)
        self._live.refresh()

    def _entry(self, document: Document, owner: str | None, language: str) -> dict[str, Any]:
        passages = len(self._live.current().by_authority.get(document.id, ()))
        return {
            "id": document.id, "title": document.title, "name": document.name, "passages": passages,
            "status": "ready" if passages else "indexing", "reason": document.reason(language), "added": document.added,
            "shared": document.owner != owner,
        }  # fmt: skip

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = connect(self._settings.database)
        try:
            yield connection
        finally:
            connection.close()
