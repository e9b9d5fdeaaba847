"""What is trained on: the questions' vectors, the passages' vectors, and which passages answer which question."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from tqdm import tqdm

from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings
from retrieval.store.database import connect, transaction
from retrieval.store.stored_vectors import prune_vectors, read_vectors, text_digest, write_vectors
from retrieval.training.documents import Document
from retrieval.training.layout import Layout
from retrieval.training.pairs import TrainingPair
from retrieval.training.recipe import Examples

_CHUNK = 128  # texts between two movements of the bar
_KEPT = "training.sqlite"  # the vectors of the last training's texts and documents, for the next one


@dataclass(frozen=True)
class Material:
    """Everything that a training needs.

    :param passages: Shape (n, dimension): the rows of the layout.
    :param documents: The last of them.
    :param digest: Of the pairs.
    """

    examples: Examples
    passages: np.ndarray
    documents: tuple[Document, ...]
    digest: str

    @property
    def first_document(self) -> int:
        """The row of the first document among the passages."""
        return len(self.passages) - len(self.documents)


def gather(
    layout: Layout, model: PassageEmbeddings, settings: Settings, pairs: Sequence[TrainingPair], progress: bool = True
) -> Material:
    """Embed what has no vector yet.

    :param pairs: Those of the layout.
    """
    texts = [*layout.texts, *(document.laid_out for document in layout.documents)]
    added = _passages(model, settings, texts, progress)
    questions = np.zeros((len(pairs), model.dimension), np.float32)
    for chunk, made in _encoded([pair.question for pair in pairs], "question", model.encode_queries, progress):
        questions[chunk] = made
    examples = Examples(questions, layout.gold, tuple(pair.group or pair.question for pair in pairs))
    return Material(examples, np.concatenate([layout.passages, added]), layout.documents, _digest(pairs))


def _passages(model: PassageEmbeddings, settings: Settings, texts: Sequence[str], progress: bool) -> np.ndarray:
    """Return the vectors of texts, shape (n, dimension); those of the last training are kept, for the next one."""
    digests = [text_digest(text) for text in texts]
    with closing(connect(settings.data_dir / _KEPT)) as connection:
        kept = read_vectors(connection, model.digest, set(digests))
        new = [at for at, digest in enumerate(digests) if digest not in kept]
        vectors = np.zeros((len(texts), model.dimension), np.float32)
        for at, digest in enumerate(digests):
            if digest in kept:
                vectors[at] = kept[digest]
        for chunk, made in _encoded([texts[at] for at in new], "passage", model.encode_passages, progress):
            rows = new[chunk]
            vectors[rows] = made
            with transaction(connection):
                write_vectors(connection, model.digest, {digests[row]: vectors[row] for row in rows})
        with transaction(connection):
            prune_vectors(connection, model.digest, digests)
    return vectors


def _encoded(
    texts: Sequence[str], unit: str, encode: Callable[[list[str]], np.ndarray], progress: bool
) -> Iterator[tuple[slice, np.ndarray]]:
    """Yield which texts were embedded, and their vectors, a chunk at a time."""
    with tqdm(total=len(texts), desc="Embedding", unit=unit, disable=not progress or not texts) as bar:
        for at in range(0, len(texts), _CHUNK):
            chunk = slice(at, at + _CHUNK)
            yield chunk, encode(list(texts[chunk]))
            bar.update(len(texts[chunk]))


def _digest(pairs: Sequence[TrainingPair]) -> str:
    return hashlib.sha256(repr(pairs).encode()).hexdigest()[:16]
