"""Speed: ingest against the bare encoder, search and answers, the second start."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from eval.environment import machine
from eval.pairs import Pair
from eval.responders import Library
from eval.speed.timing import milliseconds
from eval.statistics import quantile
from eval.table import table
from ingest.corpus import read_corpus
from ingest.national_laws import add_national_laws
from ingest.passages import cut, embedded_text
from ingest.sync import sync
from retrieval.authority import Kind
from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.model.embeddings import BATCH, PassageEmbeddings, load_embeddings
from retrieval.model.locate import model_folder
from retrieval.search import search
from retrieval.settings import ROOT, Settings
from retrieval.store.phrase_files import read_phrases

SHARES = (("p50", 0.5), ("p95", 0.95))
FILTER = frozenset([Kind.INTERPRETATION, Kind.CASE])  # of two collections, a part of each
EARLIER = date(2020, 1, 1)


def corpus_texts(settings: Settings, model: PassageEmbeddings) -> list[str]:
    """Return what an ingest of the corpus embeds, passages and phrases, each text once."""
    sources, _ = read_corpus(settings.corpus_dir)
    sources = add_national_laws(sources, settings.laws == "all")
    authorities = {source.authority.id: source.authority for source in sources}
    passages = {p.id: p for source in sources for p in cut(source, model.token_counts, model.window)}
    texts = [embedded_text(p, authorities[p.authority]) for p in passages.values()]
    phrases = read_phrases(settings.corpus_dir, passages, authorities.values())
    return list(dict.fromkeys([*texts, *(phrase.text for own in phrases.values() for phrase in own)]))


def encode_bare(model: PassageEmbeddings, texts: Sequence[str]) -> float:
    """Return the seconds that sentence-transformers alone takes for texts; it orders them by length itself."""
    import torch  # takes two seconds, which the other commands need not wait

    start = perf_counter()
    with torch.inference_mode():
        model.model.encode(
            [model.passage_prefix + text for text in texts], prompt="", batch_size=BATCH, convert_to_tensor=True,
            normalize_embeddings=True, show_progress_bar=False,
        )  # fmt: skip
    return perf_counter() - start


def bench_ingest(settings: Settings, progress: bool = True) -> dict[str, Any]:
    """Measure the bare encoder and a whole ingest on the same texts, and then a second start.

    One half of the texts is encoded before the ingest and the other after it, so that a machine that grows slower
    or faster meanwhile does not decide the ratio. The ingest reads, cuts, embeds, and writes SQLite, Chroma and
    the lexical index into a fresh data folder, which is removed in the end.

    :raises FayanError: If the second start fails.
    """
    folder = model_folder(settings.embedding_model, settings.data_dir)
    with tempfile.TemporaryDirectory(prefix="fayan-bench-") as place:
        own = settings.model_copy(
            update={"data_dir": Path(place) / "data", "embedding_model": str(folder), "chroma_url": None}
        )
        model = load_embeddings(own)
        texts = corpus_texts(own, model)
        encode_bare(model, texts[:BATCH])  # what is loaded at the first use
        bare = encode_bare(model, texts[::2])
        start = perf_counter()
        report = sync(own, progress)
        ingest = perf_counter() - start
        bare += encode_bare(model, texts[1::2])
        second = _second_start(own)
    return {
        "passages": report.passages,
        "embedded": report.embedded,
        "bare_passages_per_second": len(texts) / bare,
        "ingest_passages_per_second": report.embedded / ingest,
        "ratio": (report.embedded / ingest) / (len(texts) / bare),
        "ingest_seconds": ingest,
        "second_start_seconds": second,
    }


def _second_start(settings: Settings) -> float:
    environment = os.environ | {
        "FAYAN_DATA_DIR": str(settings.data_dir), "FAYAN_CORPUS_DIR": str(settings.corpus_dir),
        "FAYAN_EMBEDDING_MODEL": settings.embedding_model, "FAYAN_LAWS": settings.laws,
    }  # fmt: skip
    environment.pop("FAYAN_CHROMA_URL", None)
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "ingest"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise FayanError(f"`python -m ingest` failed when it ran a second time: {done.stderr.strip()[-500:]}")
    return perf_counter() - start


def bench_questions(pairs: Sequence[Pair], index: Index, today: date | None = None) -> dict[str, Any]:
    """Measure search and answers over the gold questions, after one question that is not counted.

    Encoding each question alone is measured beside it, and the search once more with kinds and with a date set.
    """
    library = Library(index, today=today)
    library.respond(pairs[0])
    responses = [library.respond(pair) for pair in pairs]
    requests = [pair.request() for pair in pairs]
    beside = {
        "embedding": [milliseconds(lambda r=r: index.model.encode_queries([r.question])) for r in requests],
        "kinds": [milliseconds(lambda r=r: search(index, replace(r, kinds=FILTER), today=today)) for r in requests],
        "date": [milliseconds(lambda r=r: search(index, replace(r, as_of=EARLIER), today=today)) for r in requests],
    }
    return {
        "questions": len(pairs),
        "passages": len(index.passages),
        **{
            f"{name}_{label}": quantile([getattr(response, name) for response in responses], share)
            for name in ("search_ms", "total_ms")
            for label, share in SHARES
        },
        **{f"{name}_ms_{label}": quantile(times, share) for name, times in beside.items() for label, share in SHARES},
    }


def bench_text(ingest: dict[str, Any], questions: dict[str, Any]) -> str:
    """Return both as a table.

    :param questions: What `bench_questions` measured, and `bench_repeated`.
    """
    rows = [
        ["bare encoder, passages/s", f"{ingest['bare_passages_per_second']:.1f}"],
        ["ingest, passages/s", f"{ingest['ingest_passages_per_second']:.1f}"],
        ["ingest / bare encoder", f"{ingest['ratio']:.3f}"],
        [f"ingest of {ingest['passages']} passages, s", f"{ingest['ingest_seconds']:.1f}"],
        ["second start of `python -m ingest`, s", f"{ingest['second_start_seconds']:.1f}"],
        ["encoding a question alone, ms, p50", f"{questions['embedding_ms_p50']:.0f}"],
        ["search, ms, p50", f"{questions['search_ms_p50']:.0f}"],
        ["search, ms, p95", f"{questions['search_ms_p95']:.0f}"],
        ["search with kinds set, ms, p50", f"{questions['kinds_ms_p50']:.0f}"],
        ["search with kinds set, ms, p95", f"{questions['kinds_ms_p95']:.0f}"],
        ["search with a date set, ms, p50", f"{questions['date_ms_p50']:.0f}"],
        ["search with a date set, ms, p95", f"{questions['date_ms_p95']:.0f}"],
        ["answer, ms, p50", f"{questions['total_ms_p50']:.0f}"],
        ["answer, ms, p95", f"{questions['total_ms_p95']:.0f}"],
        ["answer to one word again and again, ms, p50", f"{questions['repeated_ms_p50']:.0f}"],
        [f"the slowest of them ({questions['repeated_slowest']}), ms", f"{questions['repeated_ms_slowest']:.0f}"],
    ]
    about = machine()
    head = f"{questions['questions']} questions, {questions['passages']} passages, {about['processors']} processors"
    return table([head, ""], rows)
