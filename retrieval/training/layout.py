"""Which passages, texts and documents a training lays side by side, and which of them answer which question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.adapters.fingerprint import plain_text
from retrieval.index import Index
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.stored_vectors import read_vectors
from retrieval.training.documents import Document, articles
from retrieval.training.pairs import NamedText, TrainingPair


@dataclass(frozen=True)
class Layout:
    """What is searched in a training, by rows: passages, then texts, then documents.

    :param passages: Shape (n, dimension): the vectors of the index's own.
    :param texts: Those without a name that only the pairs hold.
    :param documents: The articles once more, as a data set lays them out; none if no pair names its articles and no
        order is to be learned.
    :param gold: For each pair the rows that answer its question; none if the index does not hold them.
    """

    passages: np.ndarray
    texts: tuple[str, ...]
    documents: tuple[Document, ...]
    gold: tuple[tuple[int, ...], ...]

    @property
    def first_document(self) -> int:
        """The row of the first document."""
        return len(self.passages) + len(self.texts)


def lay_out(
    index: Index, settings: Settings, pairs: Sequence[TrainingPair], language: str, documents: bool = False
) -> Layout:
    """Join the pairs with what answers them; nothing is embedded yet.

    :param language: That of the passages.
    :param documents: Whether the articles are wanted as documents too, though no pair brings one along.
    """
    rows: dict[tuple[str, str], list[int]] = {}
    by_text: dict[str, list[int]] = {}
    own = [p for p in index.passages.values() if p.language == language and p.owner is None]
    vectors = _kept(index, settings, {p.digest for p in own})
    own = [p for p in own if p.digest in vectors]
    for row, passage in enumerate(own):
        rows.setdefault(passage.unit, []).append(row)
        by_text.setdefault(plain_text(passage.text), []).append(row)
    nameless = _new_texts(pairs, by_text, len(own))
    named = [text for pair in pairs for text in pair.texts if text.name]
    laid_out: list[Document] = []
    if named or documents:
        laid_out = _documents(index, language, named, rows, by_text, len(own) + len(nameless))
    passages = np.stack([vectors[p.digest] for p in own]) if own else np.zeros((0, index.model.dimension), np.float32)
    gold = tuple(_gold(pair, rows, by_text) for pair in pairs)
    return Layout(passages, tuple(text.text for text in nameless), tuple(laid_out), gold)


def _documents(
    index: Index,
    language: str,
    named: Sequence[NamedText],
    rows: dict[tuple[str, str], list[int]],
    by_text: dict[str, list[int]],
    first: int,
) -> list[Document]:
    """Return the articles of the index and of the pairs, each text once, and enter their rows.

    Passages of the index begin with short title and chapter, a data set's with the full name: a map that has seen
    questions beside both finds both.
    """
    row_of: dict[str, int] = {}
    documents: list[Document] = []
    for unit, document in [*articles(index, language), *((None, Document(text.name, text.text)) for text in named)]:
        plain = plain_text(document.text)
        if plain not in row_of:
            row_of[plain] = first + len(documents)
            documents.append(document)
            by_text.setdefault(plain, []).append(row_of[plain])
        if unit:
            rows.setdefault(unit, []).append(row_of[plain])
    return documents


def _kept(index: Index, settings: Settings, digests: set[str]) -> dict[str, np.ndarray]:
    connection = connect(settings.database)
    try:
        return read_vectors(connection, index.model.digest, digests)
    finally:
        connection.close()


def _new_texts(pairs: Sequence[TrainingPair], by_text: dict[str, list[int]], first: int) -> list[NamedText]:
    """Return the texts without a name that the index does not hold, and enter their rows."""
    new: list[NamedText] = []
    for text in (text for pair in pairs for text in pair.texts):
        if not text.name and plain_text(text.text) not in by_text:
            by_text[plain_text(text.text)] = [first + len(new)]
            new.append(text)
    return new


def _gold(pair: TrainingPair, rows: dict[tuple[str, str], list[int]], by_text: dict[str, list[int]]) -> tuple[int, ...]:
    by_place = [row for unit in pair.units for row in rows.get(unit, ())]
    return tuple(dict.fromkeys([*by_place, *(row for text in pair.texts for row in by_text[plain_text(text.text)])]))
