"""The vectors that an SQLite file keeps, by the digest of what was embedded and of the model."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping

import numpy as np


def text_digest(text: str) -> str:
    """Return the digest by which the vector of a text is kept."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def read_vectors(connection: sqlite3.Connection, model_digest: str, digests: set[str]) -> dict[str, np.ndarray]:
    """Return digest to vector, each of shape (dimension,)."""
    rows = connection.execute("SELECT digest, vector FROM vectors WHERE model = ?", (model_digest,))
    return {row["digest"]: np.frombuffer(row["vector"], np.float32) for row in rows if row["digest"] in digests}


def missing_digests(connection: sqlite3.Connection, model_digest: str, digests: Iterable[str]) -> set[str]:
    """Return the digests whose vectors by this model are not kept yet."""
    return set(digests) - _kept(connection, model_digest)


def write_vectors(connection: sqlite3.Connection, model_digest: str, vectors: Mapping[str, np.ndarray]) -> None:
    """Keep vectors, each of shape (dimension,), by their digests."""
    connection.executemany(
        "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
        ((digest, model_digest, vector.astype(np.float32).tobytes()) for digest, vector in vectors.items()),
    )


def prune_vectors(connection: sqlite3.Connection, model_digest: str, digests: Iterable[str]) -> None:
    """Forget this model's vectors of texts that are no longer there."""
    gone = sorted(_kept(connection, model_digest).difference(digests))
    # one statement: one a vector takes three times as long when most of an index goes
    connection.execute(
        "DELETE FROM vectors WHERE model = ? AND digest IN (SELECT value FROM json_each(?))",
        (model_digest, json.dumps(gone)),
    )


def _kept(connection: sqlite3.Connection, model_digest: str) -> set[str]:
    return {row["digest"] for row in connection.execute("SELECT digest FROM vectors WHERE model = ?", (model_digest,))}
