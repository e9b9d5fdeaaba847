"""What is trained on: the questions' vectors, the passages' vectors, and which passages answer which question."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tqdm import tqdm

from retrieval.adapters.fingerprint import plain_text
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.index import Index
from retrieval.store.kept import read_vectors
from retrieval.training.documents import Document, articles
from retrieval.training.pairs import NamedText, TrainingPair
from retrieval.training.recipe import Examples

_CHUNK = 128  # texts between two movements of the bar


@dataclass(frozen=True)
class Material:
    """Everything that a training needs.

    :param passages: Shape (n, dimension): the index's own, the texts without a name that only the pairs hold, and last the
        documents.
    :param documents: The articles once more, as a data set lays them out; none if no pair names its articles and no
        order is to be learned.
    :param digest: Of the pairs and the passages' vectors.
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
    index: Index,
    settings: Settings,
    pairs: Sequence[TrainingPair],
    language: str,
    documents: bool = False,
    progress: bool = True,
) -> Material:
    """Embed what has no vector yet and join the pairs with the passages.

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
    texts = [*(text.text for text in nameless), *(document.laid_out for document in laid_out)]
    added = _encoded(index.model, texts, "passage", progress)
    passages = np.stack([vectors[p.digest] for p in own]) if own else np.zeros((0, index.model.dimension), np.float32)
    gold = tuple(_gold(pair, rows, by_text) for pair in pairs)
    questions = _encoded(index.model, [pair.question for pair in pairs], "question", progress)
    examples = Examples(questions, gold, tuple(pair.group or pair.question for pair in pairs))
    return Material(examples, np.concatenate([passages, added]), tuple(laid_out), _digest(pairs))


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


def _encoded(model: PassageEmbeddings, texts: Sequence[str], unit: str, progress: bool) -> np.ndarray:
    vectors = np.zeros((len(texts), model.dimension), np.float32)
    encode = model.encode_queries if unit == "question" else model.encode_passages
    with tqdm(total=len(texts), desc="Embedding", unit=unit, disable=not progress or not texts) as bar:
        for at in range(0, len(texts), _CHUNK):
            chunk = list(texts[at : at + _CHUNK])
            vectors[at : at + len(chunk)] = encode(chunk)
            bar.update(len(chunk))
    return vectors


def _digest(pairs: Sequence[TrainingPair]) -> str:
    return hashlib.sha256(repr(pairs).encode()).hexdigest()[:16]
