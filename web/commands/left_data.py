"""What a user leaves behind: documents and conversations. Imports what reads documents: loaded only when needed."""

import sqlite3
from contextlib import closing

from ingest.documents import list_documents, remove_document
from ingest.sync import sync
from retrieval.settings import Settings
from retrieval.store.database import connect
from web.transcripts.store import Conversations


def left_data(settings: Settings, owner: str, remove: bool) -> tuple[list[str], int]:
    """Return the ids of a user's documents, and the number of the conversations.

    :param remove: Whether to delete both, from the index too.
    :raises FayanError: If the index cannot be brought in line; the next call does what is left.
    """
    conversations = Conversations(settings)
    # first: an index that cannot be brought in line must not keep them
    talks = conversations.forget(owner) if remove else len(conversations.list(owner))
    with closing(connect(settings.database)) as connection:
        documents = _documents(connection, owner)
        for key in documents if remove else ():
            remove_document(connection, key)
    if remove and documents:
        sync(settings, progress=False)
    return documents, talks


def _documents(connection: sqlite3.Connection, owner: str) -> list[str]:
    """The ids of a user's documents, and of those that are gone but whose passages an earlier removal left in the index."""
    kept = {document.id for document in list_documents(connection) if document.owner == owner}
    indexed = connection.execute("SELECT DISTINCT authority FROM passages WHERE owner = ?", (owner,))
    return sorted(kept | {row["authority"] for row in indexed})
