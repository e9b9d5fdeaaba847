"""What a user leaves behind: documents and conversations. Imports what reads documents: loaded only when needed."""

from ingest.documents import list_documents, remove_document
from ingest.sync import sync
from retrieval.settings import Settings
from retrieval.store.database import connect
from web.conversations.store import Conversations


def left_data(settings: Settings, owner: str, remove: bool) -> tuple[list[str], int]:
    """Return the ids of a user's documents, and the number of the conversations.

    :param remove: Whether to delete both, from the index too.
    """
    connection = connect(settings.database)
    try:
        documents = [document.id for document in list_documents(connection) if document.owner == owner]
        for key in documents if remove else ():
            remove_document(connection, key)
    finally:
        connection.close()
    if remove and documents:
        sync(settings, progress=False)
    conversations = Conversations(settings)
    return documents, conversations.forget(owner) if remove else len(conversations.list(owner))
