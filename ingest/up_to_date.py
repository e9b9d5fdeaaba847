"""Whether the index is in line with all that it is made from; answered without loading a model or a reader."""

import json
import sqlite3
from pathlib import Path

from ingest.fingerprint import fingerprint
from ingest.report import Report
from retrieval.settings import Settings
from retrieval.store.database import read_state
from retrieval.store.manifest import generation_folder


def in_line(connection: sqlite3.Connection, settings: Settings) -> Report | None:
    """Return the report of an ingest that finds nothing to do, or None if there is something."""
    index_id = read_state(connection, "index_id")
    if not intact(connection, settings, index_id) or fingerprint(connection, settings) != read_state(
        connection, "fingerprint"
    ):
        return None
    count = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    return Report(index_id=index_id or "", passages=count, unread=json.loads(read_state(connection, "unread") or "[]"))


def intact(connection: sqlite3.Connection, settings: Settings, index_id: str | None) -> bool:
    """Return whether a generation is there: its folder, and its vectors where the settings keep them."""
    if not index_id:
        return False
    folder = generation_folder(settings.data_dir, index_id)
    if not settings.chroma_url:
        return (folder / "chroma").is_dir()
    return folder.is_dir() and _on_server(connection, settings, folder, index_id)


def _on_server(connection: sqlite3.Connection, settings: Settings, folder: Path, index_id: str) -> bool:
    from retrieval.store.vectors import open_vectors  # loads Chroma

    vectors = open_vectors(connection, settings, folder, index_id)
    try:
        return bool(vectors.names)
    finally:
        vectors.close()
