"""Dense and lexical search and their fusion, measured on any data set in BEIR's form, apart from the app's index."""

import hashlib
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np
from filelock import FileLock
from ir_measures import RR, R, nDCG
from ir_measures.measures import Measure
from tqdm import tqdm

from eval.beir.data_set import DataSet, read_data_set
from eval.ranking import ir_scores
from ingest.embed import embed_missing
from retrieval.adapters.known import KnownAnswers, document_marks, law_mark
from retrieval.adapters.likelihood import Likelihood
from retrieval.adapters.order import Legs
from retrieval.adapters.shelf import Shelf, load_shelf
from retrieval.fusion import ADAPTED, fuse
from retrieval.language import main_language
from retrieval.model.embeddings import PassageEmbeddings, load_embeddings
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.lexical import LexicalIndex
from retrieval.store.stored_vectors import read_vectors, text_digest
from retrieval.store.vectors import BATCH, VectorIndex, open_client
from retrieval.words.tokens import tokenize

MEASURES: tuple[Measure, ...] = (R @ 5, R @ 10, R @ 20, R @ 100, RR @ 10, nDCG @ 10)
DEPTH = 100  # of each leg and of the result
COLLECTION = "documents"
SAMPLED = 200  # queries and documents that are looked at for the data set's languages


def data_set_folder(settings: Settings, data_set: Path) -> Path:
    """Return where a data set's vectors and Chroma lie: apart from the app's index, one folder a data set."""
    own = data_set.resolve()
    return settings.data_dir / "beir" / f"{own.name}-{hashlib.sha256(str(own).encode()).hexdigest()[:8]}"


def measure_data_set(settings: Settings, data_set: Path, split: str, progress: bool = True) -> dict[str, Any]:
    """Index a data set and measure the search on it.

    It can be killed at any moment: vectors are kept as they are made, Chroma goes on from the documents it has.

    :raises FayanError: If the data set cannot be read.
    """
    start, cpu_start = perf_counter(), process_time()
    data = read_data_set(data_set, split)
    folder = data_set_folder(settings, data_set)
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        model = load_embeddings(settings)
        digests = {key: text_digest(text) for key, text in data.documents.items()}
        embedded, vectors = _embed(folder, model, data, digests, progress)
        index = fill_chroma(folder, vectors, digests, model.digest, progress)
        indexed = perf_counter()
        try:
            shelf = load_shelf(settings, model)
            rankings = _rank(index, model, data, shelf, progress)
        finally:
            index.close()
    done = perf_counter()
    scores = {leg: _means(data, found) for leg, found in rankings.items()}
    return {
        "measures": scores.pop("fused"),
        "seconds": round(done - start, 1),
        "cpu_seconds": round(process_time() - cpu_start, 1),
        "legs": scores,
        "indexing_seconds": round(indexed - start, 1),
        "searching_seconds": round(done - indexed, 1),
        "embedded": embedded,
        "documents": len(data.documents),
        "queries": len(data.queries),
        "dataset": data_set.name,
        "split": split,
        "model": model.name,
        "model_digest": model.digest,
        "adapter": shelf.names.get(_languages(data)),
    }


def _embed(
    folder: Path, model: PassageEmbeddings, data: DataSet, digests: dict[str, str], progress: bool
) -> tuple[int, dict[str, np.ndarray]]:
    connection = connect(folder / "vectors.sqlite")
    try:
        texts = {digests[key]: text for key, text in data.documents.items()}
        embedded = embed_missing(connection, model, texts, progress)
        return embedded, read_vectors(connection, model.digest, set(texts))
    finally:
        connection.close()


def fill_chroma(
    folder: Path, vectors: dict[str, np.ndarray], digests: dict[str, str], model_digest: str, progress: bool
) -> VectorIndex:
    """Open the documents' collection; filled from where it was left, or anew if other documents or vectors are in it."""
    place, mark = folder / "chroma", folder / "chroma.digest"
    content = hashlib.sha256(repr((model_digest, sorted(digests.items()))).encode()).hexdigest()
    if not (mark.is_file() and mark.read_text(encoding="utf-8") == content):
        shutil.rmtree(place, ignore_errors=True)
        mark.write_text(content, encoding="utf-8")
    index = VectorIndex(open_client(place, None))
    keys = sorted(digests)
    have = index.count(COLLECTION) // BATCH * BATCH  # whole batches; what is put in twice does no harm
    with tqdm(total=len(keys), initial=have, desc="Indexing", unit="document", disable=not progress) as bar:
        for at in range(have, len(keys), BATCH):
            batch = keys[at : at + BATCH]
            index.upsert(COLLECTION, batch, np.stack([vectors[digests[key]] for key in batch]))
            bar.update(len(batch))
    return index


def _languages(data: DataSet) -> tuple[str, str]:
    """The languages of most queries and of most documents: they decide the adapter."""
    documents = islice(data.documents.values(), SAMPLED)
    return main_language(islice(data.queries.values(), SAMPLED)), main_language(documents)


def _rank(
    index: VectorIndex, model: PassageEmbeddings, data: DataSet, shelf: Shelf, progress: bool
) -> dict[str, dict[str, list[str]]]:
    """Return leg to query to documents, best first; `fused` is the legs together."""
    queries = list(data.queries)
    directions = _languages(data)
    plain = model.encode_queries([data.queries[query] for query in queries])
    encoded = shelf.apply(plain, *directions)
    order = shelf.orders.get(directions)
    answers = KnownAnswers(order.known, _marked(data)) if order else None
    weights = {"dense": ADAPTED if shelf.has(*directions) else 1.0}
    keys = list(data.documents)
    lexical = LexicalIndex.build(keys, [data.documents[key] for key in keys])
    likelihood = Likelihood(order.asked, lexical) if order else None
    rankings: dict[str, dict[str, list[str]]] = {"dense": {}, "lexical": {}, "fused": {}}
    asked = zip(queries, plain, encoded, strict=True)
    for query, vector, mapped in tqdm(asked, total=len(queries), desc="Queries", unit="query", disable=not progress):
        legs = _legs(index, lexical, likelihood, query, data.queries[query], mapped)
        own = {"dense": list(legs.dense), "lexical": list(legs.lexical)}
        if order and answers:
            own["fused"] = [key for key in order.arrange(vector, legs, answers) if key != query][:DEPTH]
        else:
            own["fused"] = [key for key, _, _ in fuse(own, weights)][:DEPTH]
        for name, found in own.items():
            rankings[name][query] = found
    return rankings


def _legs(
    index: VectorIndex, lexical: LexicalIndex, likelihood: Likelihood | None, query: str, text: str, vector: np.ndarray
) -> Legs:
    asked = tokenize(text)
    scores = lexical.scores(asked)
    best = [row for row in np.argsort(-scores, kind="stable")[: DEPTH + 1].tolist() if scores[row] > 0]
    dense = dict(index.query(COLLECTION, vector, DEPTH + 1))
    words = {lexical.ids[row]: float(scores[row]) for row in best}
    for found in (dense, words):
        found.pop(query, None)  # a query may be one of the documents: finding itself is no success
    return Legs(
        dict(islice(dense.items(), DEPTH)),
        dict(islice(words.items(), DEPTH)),
        lambda keys: dict(index.compare(COLLECTION, vector, keys)),
        lambda keys: {key: float(scores[lexical.rows[key]]) for key in keys},
        lambda keys: likelihood.scores(asked, *index.vectors(COLLECTION, keys)) if likelihood else {},
    )


def _marked(data: DataSet) -> Iterator[tuple[str, tuple[int, ...], int]]:
    for key, text in data.documents.items():
        title = data.titles.get(key, "")
        yield key, document_marks(text.removeprefix(title)), law_mark(title or text)


def _means(data: DataSet, found: dict[str, list[str]]) -> dict[str, float]:
    values = ir_scores(MEASURES, data.qrels, found)
    return {str(m): float(np.mean([own[str(m)] for own in values.values()])) for m in MEASURES}
