"""The vectors of passages' parts: made when an answer first compares them, then kept."""

import io
import logging
from functools import lru_cache
from pathlib import Path

import numpy as np

from retrieval.model.embeddings import PassageEmbeddings
from retrieval.private import private_folder, write_whole
from retrieval.store.stored_vectors import text_digest

KEPT = 4000  # passages in memory; of 6 parts on average, at 384 dimensions, some 40 MB
_BETWEEN = "\x1f"  # stands in no text
_log = logging.getLogger(__name__)


class PartVectors:
    """Embeds a passage's parts together, always the same ones in one batch: kept or made anew, the vectors are the same.

    To make them is half of the work of an answer. Those of the corpus are also kept on the disk, a file a passage, so
    that the next start and the next generation need not make them again; those of users' documents never are: nothing
    may be left of a document that was removed.

    :param model: The embedding model.
    :param folder: Where they are kept; the vectors of each model have a folder of their own in it. None keeps them in
        memory alone.
    """

    def __init__(self, model: PassageEmbeddings, folder: Path | None = None) -> None:
        self._model = model
        self._folder = folder / model.digest if folder else None
        self._of_document = lru_cache(KEPT)(self._made)
        self._of_corpus = lru_cache(KEPT)(self._read_or_made)

    def of(self, parts: tuple[str, ...], *, document: bool) -> np.ndarray:
        """Return the parts' vectors, shape (len(parts), dimension), unit length; not to be written to.

        :param document: Whether they are parts of a user's document.
        """
        return self._of_document(parts) if document else self._of_corpus(parts)

    def _made(self, parts: tuple[str, ...]) -> np.ndarray:
        vectors = self._model.encode_passages(list(parts))
        vectors.flags.writeable = False
        return vectors

    def _read_or_made(self, parts: tuple[str, ...]) -> np.ndarray:
        if not self._folder:
            return self._made(parts)
        file = self._folder / f"{text_digest(_BETWEEN.join(parts))}.npy"
        vectors = _read(file)
        if vectors is None or vectors.shape != (len(parts), self._model.dimension):
            vectors = self._made(parts)
            _write(file, vectors)
        vectors.flags.writeable = False
        return vectors


def _read(file: Path) -> np.ndarray | None:
    try:
        return np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):  # not there, or the machine stopped while it was written
        return None


def _write(file: Path, vectors: np.ndarray) -> None:
    content = io.BytesIO()
    np.save(content, vectors, allow_pickle=False)
    try:
        private_folder(file.parent)
        write_whole(file, content.getvalue(), lasting=False)
    except OSError as error:  # the disk is full, or only to be read: they are made again next time
        _log.warning("The vectors of a passage's parts cannot be kept in %s (%s).", file.parent, error)
