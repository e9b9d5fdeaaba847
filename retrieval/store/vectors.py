"""The dense index in Chroma: a collection for each language and group of kinds."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlparse

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError
from httpx import HTTPError

from retrieval.authority import Kind
from retrieval.errors import FayanError, StoreError
from retrieval.settings import Settings
from retrieval.store.database import INSTALLATION, read_state
from retrieval.store.held_vectors import HeldVectors

BATCH = 1000  # Chroma takes 5,461 at most
# up to so many vectors (150 MB at 384 dimensions) a collection is held in memory and compared whole: exact, the same in
# every process, and faster than a graph searched widely enough to miss little
HELD = 100_000
# of what is larger Chroma's graph is asked; it is built in another order in each process, so it must be searched widely
HNSW = {"space": "cosine", "ef_search": 800}
# of the others it is never asked, but Chroma builds it all the same: a sketch of one takes a seventh of the time
SKETCH = {"space": "cosine", "ef_construction": 4, "max_neighbors": 4}
_SKETCHED = {"graph": "sketch"}
GROUPS: dict[str, tuple[Kind, ...]] = {
    "statute": (Kind.STATUTE,),
    "rule": (Kind.REGULATION, Kind.INTERPRETATION, Kind.RULE, Kind.STANDARD, Kind.NOTICE),
    "case": (Kind.CASE, Kind.PENALTY),
    "commentary": (Kind.COMMENTARY,),
    "document": (Kind.DOCUMENT,),
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


@contextmanager
def _asking() -> Iterator[None]:
    """Give what Chroma and the connection to it set off one name, the store's own.

    :raises StoreError: If Chroma does not answer, or not what was asked.
    """
    try:
        yield
    except (ChromaError, HTTPError, ValueError, OSError) as error:  # on an answer that is no JSON a ValueError
        raise StoreError(
            f"Chroma, which keeps the vectors, fails ({type(error).__name__}): see whether its server runs; if it does, "
            "or there is none, run `python -m ingest rebuild`."
        ) from error


def open_client(folder: Path, url: str | None) -> ClientAPI:
    """Open Chroma in a folder, or the server at `url`; without telemetry either way.

    :raises FayanError: If no server answers at `url`.
    """
    settings = ChromaSettings(anonymized_telemetry=False)
    if url is None:
        with _asking():
            return chromadb.PersistentClient(str(folder), settings=settings)
    address = urlparse(url)
    secure = address.scheme == "https"
    try:
        return chromadb.HttpClient(
            str(address.hostname), address.port or (443 if secure else 8000), ssl=secure, settings=settings
        )
    except (ValueError, ChromaError, HTTPError) as error:
        raise FayanError(
            f"FAYAN_CHROMA_URL={url!r}: no Chroma server answers there; start one (`chroma run --path FOLDER`), or unset it "
            "to keep the vectors in the data folder."
        ) from error


def own_prefix(connection: sqlite3.Connection) -> str:
    """Return what the names of all collections begin with that this installation keeps on a server."""
    return f"{read_state(connection, INSTALLATION)}-"


def open_vectors(connection: sqlite3.Connection, settings: Settings, folder: Path, index_id: str) -> "VectorIndex":
    """Open the vectors of a generation, where the settings keep them; there may be none.

    :param connection: To the database of the installation.
    :param folder: The generation's, or the one that is to become it.
    :raises FayanError: If the settings name a server that does not answer.
    """
    # on a server the generations stand side by side, and beside what is not ours
    prefix = f"{own_prefix(connection)}{index_id}-" if settings.chroma_url else ""
    return VectorIndex(open_client(folder / "chroma", settings.chroma_url), prefix)


class VectorIndex:
    """The collections of one generation of the index.

    No filter goes into a query: Chroma takes 50 to 100 times as long with one that matches most rows. The collections
    are divided by language and group, and what a filter would remove is removed afterwards.

    Each method that asks Chroma raises a `StoreError` if that fails.

    :param client: Chroma.
    :param prefix: What the collections' names begin with.
    """

    def __init__(self, client: ClientAPI, prefix: str = "") -> None:
        self.client, self.prefix = client, prefix
        self._collections: dict[str, chromadb.Collection] = {}
        with _asking():
            collections = client.list_collections()
        for collection in collections:
            if collection.name.startswith(prefix):
                self._collections[collection.name.removeprefix(prefix)] = collection
        self._counts: dict[str, int] = {}
        self._held: dict[str, HeldVectors] = {}

    def _for_more(self, name: str, more: int) -> chromadb.Collection:
        """Return a collection for so many more vectors; one that becomes too large to be compared whole gets its graph now."""
        own = self._collections.get(name)
        large = self.count(name) + more > HELD
        if own and not (large and own.metadata == _SKETCHED):
            return own
        earlier = list(self._batches(name)) if own else []
        with _asking():
            if own:
                self.client.delete_collection(own.name)
            made = self.client.create_collection(
                self.prefix + name,
                configuration={"hnsw": HNSW if large else SKETCH},
                metadata=None if large else _SKETCHED,
                embedding_function=None,
            )
            for ids, vectors in earlier:
                made.upsert(ids=ids, embeddings=vectors)
        self._collections[name] = made
        return made

    def count(self, name: str) -> int:
        """Return how many vectors a collection has; 0 if there is none of the name."""
        if name not in self._counts:  # not sooner: Chroma reads a collection's graph before it counts
            own = self._collections.get(name)
            with _asking():
                self._counts[name] = own.count() if own else 0
        return self._counts[name]

    @property
    def names(self) -> list[str]:
        """The collections' names, ascending."""
        return sorted(self._collections)

    def upsert(self, name: str, ids: Sequence[str], vectors: np.ndarray) -> None:
        """Add or replace vectors, shape (len(ids), dimension), in a collection."""
        collection = self._for_more(name, len(ids))
        self._changed(name)
        for at in range(0, len(ids), BATCH):
            with _asking():
                collection.upsert(ids=list(ids[at : at + BATCH]), embeddings=vectors[at : at + BATCH])

    def delete(self, name: str, ids: Sequence[str]) -> None:
        """Remove vectors from a collection."""
        collection = self._collections.get(name)
        self._changed(name)
        for at in range(0, len(ids) if collection else 0, BATCH):
            with _asking():
                collection.delete(ids=list(ids[at : at + BATCH]))

    def _changed(self, name: str) -> None:
        self._held.pop(name, None)
        self._counts.pop(name, None)

    def ids(self, name: str) -> set[str]:
        """Return all ids of a collection."""
        own = self._collections.get(name)
        with _asking():
            return set(own.get(include=[])["ids"]) if own else set()

    def query(self, name: str, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
        """Return up to k ids with their cosine similarities, best first."""
        k = min(k, self.count(name))
        if k == 0:
            return []
        if self.count(name) <= HELD:
            return self._hold(name).nearest(vector, k)
        with _asking():
            found = self._collections[name].query(query_embeddings=vector[None], n_results=k, include=["distances"])
        return [(key, 1.0 - distance) for key, distance in zip(found["ids"][0], found["distances"][0], strict=True)]

    def scan(self, name: str, vector: np.ndarray) -> Iterator[tuple[str, float]]:
        """Yield all ids of a collection with their cosine similarities, best first, ties by id.

        For searches that may show little of what is near: going through everything once takes less time than asking
        for more and more. Whatever its size, the collection is held in memory from the first such search on.
        """
        return self._hold(name).scan(vector) if self.count(name) else iter(())

    def compare(self, name: str, vector: np.ndarray, ids: Sequence[str]) -> list[tuple[str, float]]:
        """Return these ids of a collection with their cosine similarities, best first, ties by id."""
        own = self._collections.get(name)
        if not own or not ids:
            return []
        return self._of(own, name, ids).compare(vector, ids)

    def vectors(self, name: str, ids: Sequence[str]) -> tuple[list[str], np.ndarray]:
        """Return those of these ids that a collection has, ascending, with their vectors, shape (n, dimension), unit length."""
        own = self._collections.get(name)
        if not own or not ids:
            return [], np.zeros((0, 0), np.float32)
        return self._of(own, name, ids).of_ids(ids)

    def _of(self, own: chromadb.Collection, name: str, ids: Sequence[str]) -> HeldVectors:
        """Return vectors among which are those of the ids."""
        if name in self._held:
            return self._held[name]
        with _asking():
            found = own.get(ids=sorted(ids), include=["embeddings"])
        return HeldVectors.of(found["ids"], np.asarray(found["embeddings"], np.float32).reshape(len(found["ids"]), -1))

    def _hold(self, name: str) -> HeldVectors:
        if name not in self._held:
            self._held[name] = self._read(name)
        return self._held[name]

    def _read(self, name: str) -> HeldVectors:
        parts = list(self._batches(name))
        return HeldVectors.of(
            [key for ids, _ in parts for key in ids], np.concatenate([vectors for _, vectors in parts])
        )

    def _batches(self, name: str) -> Iterator[tuple[list[str], np.ndarray]]:
        """Yield the ids of a collection with their vectors, shape (n, dimension), as many at once as Chroma gives well."""
        for at in range(0, self.count(name), BATCH):
            with _asking():
                part = self._collections[name].get(include=["embeddings"], limit=BATCH, offset=at)
            yield part["ids"], np.asarray(part["embeddings"], np.float32)

    def close(self) -> None:
        """Let go of Chroma."""
        self.client.close()


def collection_name(language: str, kind: Kind) -> str:
    """Return the name of the collection that a passage belongs to."""
    return f"{language}-{GROUP_OF[kind]}"


def collection_names(languages: Iterable[str], kinds: Iterable[Kind] | None) -> list[str]:
    """Return the names of the collections that can hold passages of these languages and kinds."""
    groups = list(GROUPS) if kinds is None else list(dict.fromkeys(GROUP_OF[kind] for kind in kinds))
    return [f"{language}-{group}" for language in languages for group in groups]
