"""The vectors that the SQLite file keeps, by the digest of what was embedded and of the model."""

import sqlite3

import numpy as np


def read_vectors(connection: sqlite3.Connection, model_digest: str, digests: set[str]) -> dict[str, np.ndarray]:
    """Return digest to vector, each of shape (dimension,)."""
    rows = connection.execute("SELECT digest, vector FROM vectors WHERE model = ?", (model_digest,))
    return {row["digest"]: np.frombuffer(row["vector"], np.float32) for row in rows if row["digest"] in digests}
