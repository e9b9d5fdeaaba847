"""Vectors for passages that have none yet."""

import sqlite3

import numpy as np
from tqdm import tqdm

from retrieval.model.embeddings import PassageEmbeddings
from retrieval.store.database import transaction

CHUNK = 256  # passages between two commits: what a kill can lose


def missing_digests(connection: sqlite3.Connection, model_digest: str, digests: set[str]) -> set[str]:
    """Return the digests whose vectors by this model are not kept yet."""
    rows = connection.execute("SELECT digest FROM vectors WHERE model = ?", (model_digest,))
    return digests - {row["digest"] for row in rows}


def embed_missing(
    connection: sqlite3.Connection, model: PassageEmbeddings, texts: dict[str, str], progress: bool = True
) -> int:
    """Embed the texts that have no vector and keep the vectors, a chunk at a time.

    :param texts: Digest to text.
    :return: How many were embedded.
    """
    missing = missing_digests(connection, model.digest, set(texts))
    order = sorted(missing)  # by digest is at random: long and short texts in each chunk, and a bar that tells the truth
    with tqdm(total=len(order), desc="Embedding", unit="passage", disable=not progress or not order) as bar:
        for at in range(0, len(order), CHUNK):
            chunk = order[at : at + CHUNK]
            vectors = model.encode_passages([texts[digest] for digest in chunk])
            with transaction(connection):
                connection.executemany(
                    "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                    ((d, model.digest, v.astype(np.float32).tobytes()) for d, v in zip(chunk, vectors, strict=True)),
                )
            bar.update(len(chunk))
    return len(order)


def prune_vectors(connection: sqlite3.Connection, model_digest: str, digests: set[str]) -> None:
    """Forget this model's vectors of texts that are no longer there."""
    kept = {row["digest"] for row in connection.execute("SELECT digest FROM vectors WHERE model = ?", (model_digest,))}
    connection.executemany(
        "DELETE FROM vectors WHERE digest = ? AND model = ?", ((digest, model_digest) for digest in kept - digests)
    )
