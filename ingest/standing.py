"""Whether the index is in line with all that it is made from; answered without loading a model or a reader."""

import json
import sqlite3

from ingest.fingerprint import fingerprint
from ingest.report import Report
from retrieval.settings import Settings
from retrieval.store.database import read_state
from retrieval.store.manifest import generation_folder


def in_line(connection: sqlite3.Connection, settings: Settings) -> Report | None:
    """Return the report of an ingest that finds nothing to do, or None if there is something."""
    index_id = read_state(connection, "index_id")
    if not intact(settings, index_id) or fingerprint(connection, settings) != read_state(connection, "fingerprint"):
        return None
    count = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    return Report(index_id=index_id or "", passages=count, unread=json.loads(read_state(connection, "unread") or "[]"))


def intact(settings: Settings, index_id: str | None) -> bool:
    """Return whether a generation's folder is there."""
    return bool(index_id) and generation_folder(settings.data_dir, index_id).is_dir()
