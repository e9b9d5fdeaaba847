"""A quick look at everything that the index is made from, to see without loading the model that nothing changed."""

import hashlib
import sqlite3

from ingest.laws_file import data_file
from retrieval.model.locate import best_precision, model_digest, model_folder
from retrieval.settings import Settings
from retrieval.store.manifest import PASSAGE_RULES


def fingerprint(connection: sqlite3.Connection, settings: Settings) -> str:
    """Digest the corpus files' names, sizes and times, the documents, the data file, the model and the settings."""
    state = hashlib.sha256()

    def take(*parts: object) -> None:
        state.update(repr(parts).encode())

    take(PASSAGE_RULES, settings.laws, settings.chroma_url, str(settings.corpus_dir))
    for path in sorted(settings.corpus_dir.rglob("*")):
        if path.is_file():
            stat = path.stat()
            take(str(path), stat.st_size, stat.st_mtime_ns)
    stat = data_file().stat()
    take(stat.st_size, stat.st_mtime_ns)
    take([tuple(row) for row in connection.execute("SELECT id, owner FROM documents ORDER BY id")])
    take(model_digest(model_folder(settings.embedding_model, settings.data_dir), best_precision()))
    return state.hexdigest()
