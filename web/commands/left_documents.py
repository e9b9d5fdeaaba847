"""The documents of a user who is removed. Imports the readers of documents: loaded only when needed."""

from ingest.documents import list_documents, remove_document
from ingest.sync import sync
from retrieval.settings import Settings
from retrieval.store.database import connect


def left_documents(settings: Settings, owner: str, remove: bool) -> list[str]:
    """Return the ids of a user's documents.

    :param remove: Whether to remove them, from the index too.
    """
    connection = connect(settings.database)
    try:
        own = [document.id for document in list_documents(connection) if document.owner == owner]
        for key in own if remove else ():
            remove_document(connection, key)
    finally:
        connection.close()
    if remove and own:
        sync(settings, progress=False)
    return own
