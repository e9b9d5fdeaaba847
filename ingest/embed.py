"""Vectors for passages that have none yet."""

import sqlite3

from tqdm import tqdm

from retrieval.model.embeddings import PassageEmbeddings
from retrieval.store.database import transaction
from retrieval.store.stored_vectors import missing_digests, write_vectors

CHUNK = 256  # passages between two commits: what a kill can lose


def embed_missing(
    connection: sqlite3.Connection, model: PassageEmbeddings, texts: dict[str, str], progress: bool = True
) -> int:
    """Embed the texts that have no vector and keep the vectors, a chunk at a time.

    :param texts: Digest to text.
    :return: How many were embedded.
    """
    # by digest is at random: long and short texts in each chunk, and a bar that tells the truth
    order = sorted(missing_digests(connection, model.digest, texts))
    with tqdm(total=len(order), desc="Embedding", unit="passage", disable=not progress or not order) as bar:
        for at in range(0, len(order), CHUNK):
            chunk = order[at : at + CHUNK]
            vectors = model.encode_passages([texts[digest] for digest in chunk])
            with transaction(connection):
                write_vectors(connection, model.digest, dict(zip(chunk, vectors, strict=True)))
            bar.update(len(chunk))
    return len(order)
