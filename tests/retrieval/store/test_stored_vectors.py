"""What is forgotten of the vectors kept: those of one model whose texts are no longer there, and no others."""

from contextlib import closing
from pathlib import Path

import numpy as np

from retrieval.store.database import connect
from retrieval.store.stored_vectors import missing_digests, prune_vectors, read_vectors, text_digest, write_vectors

TEXTS = ("第一条", "第二条", "'); DROP TABLE vectors; --")


def test_only_what_one_model_made_of_lost_texts_is_forgotten(tmp_path: Path) -> None:
    digests = [text_digest(text) for text in TEXTS]
    made = {digest: np.full(4, at, np.float32) for at, digest in enumerate(digests)}
    with closing(connect(tmp_path / "fayan.sqlite")) as connection:
        for model in ("one", "other"):
            write_vectors(connection, model, made)
        prune_vectors(connection, "one", digests[:1])
        assert read_vectors(connection, "one", set(digests)).keys() == set(digests[:1])
        assert missing_digests(connection, "one", digests) == set(digests[1:])
        assert read_vectors(connection, "other", set(digests)).keys() == set(digests)
        prune_vectors(connection, "one", digests)  # nothing is lost
        assert np.array_equal(read_vectors(connection, "one", set(digests))[digests[0]], made[digests[0]])
        prune_vectors(connection, "other", ())
        assert not read_vectors(connection, "other", set(digests))
