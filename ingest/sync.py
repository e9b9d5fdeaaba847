"""Bring the index in line with the corpus and the documents: add, change, remove."""

import hashlib
import json
import logging
import shutil
import sqlite3

from filelock import FileLock

from ingest.corpus import Source, read_corpus, require_folder
from ingest.documents import document_sources
from ingest.embed import embed_missing
from ingest.fingerprint import fingerprint
from ingest.generation import build_generation, remove_old_generations
from ingest.national_laws import add_national_laws
from ingest.passages import cut, embedded_text
from ingest.report import Report
from ingest.up_to_date import in_line, intact
from retrieval.model.embeddings import PassageEmbeddings, load_embeddings
from retrieval.passage import Passage
from retrieval.settings import Settings
from retrieval.store.database import connect, read_state, transaction, write_state
from retrieval.store.disk import writing_to
from retrieval.store.manifest import PASSAGE_RULES, Manifest
from retrieval.store.passages import delete_passages, read_passages, write_authorities, write_passages
from retrieval.store.phrase_files import read_phrases
from retrieval.store.phrases import Phrase
from retrieval.store.stored_vectors import prune_vectors
from retrieval.words.glossary import FILE as GLOSSARY

_log = logging.getLogger(__name__)


def sync(settings: Settings, progress: bool = True, rebuild: bool = False) -> Report:
    """Bring the index in line; only one process at a time does.

    It can be killed at any moment: vectors are kept as they are made, the new generation is built beside the old one,
    and one transaction makes it the current one.

    :param rebuild: Make Chroma, the lexical index and every vector anew.
    :raises FayanError: If the corpus or the model cannot be used, or the disk is full.
    """
    require_folder(settings.corpus_dir)  # before the model is converted, which takes seconds
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FileLock(settings.data_dir / "ingest.lock"):
        connection = connect(settings.database)
        try:
            with writing_to(settings.data_dir):
                return _sync(connection, settings, progress, rebuild)
        finally:
            connection.close()


def _sync(connection: sqlite3.Connection, settings: Settings, progress: bool, rebuild: bool) -> Report:
    if not rebuild and (unchanged := in_line(connection, settings)):
        return unchanged
    seen = fingerprint(connection, settings)
    current = read_state(connection, "index_id")
    model = load_embeddings(settings)
    sources, unread = read_corpus(settings.corpus_dir)
    sources = add_national_laws(sources, settings.laws == "all") + document_sources(connection)
    passages = {p.id: p for s in sources for p in cut(s, model.token_counts, model.window)}
    if rebuild:
        connection.execute("DELETE FROM vectors WHERE model = ?", (model.digest,))
        shutil.rmtree(settings.part_vectors, ignore_errors=True)
    before = {p.id: p for p in read_passages(connection)}
    report = _compare(before, passages)
    report.unread = unread
    phrases = read_phrases(settings.corpus_dir, passages, [source.authority for source in sources])
    every = [phrase for own in phrases.values() for phrase in own]
    texts = _texts(passages, sources) | {phrase.digest: phrase.text for phrase in every}
    report.embedded = embed_missing(connection, model, texts, progress)
    glossary = settings.corpus_dir / GLOSSARY
    manifest = _manifest(model, passages, sources, every, glossary.read_bytes() if glossary.is_file() else b"")
    old = read_state(connection, "manifest")
    standing = current if intact(connection, settings, current) else None
    report.index_id = current if standing and manifest.to_json() == old and not rebuild else _next_id(manifest, current)
    if not intact(connection, settings, report.index_id):
        # by other rules a part of it may differ whose passages do not: their words, say
        alike = old and not rebuild and Manifest.from_json(old).made_alike(manifest)
        base = standing if alike else None
        build_generation(
            connection, settings, model.digest, report.index_id, base, before if base else {}, passages, phrases,
        )  # fmt: skip
    with transaction(connection):
        delete_passages(connection, before.keys() - passages.keys())
        write_passages(connection, (p for p in passages.values() if before.get(p.id) != p))
        write_authorities(connection, (source.authority for source in sources))
        write_state(connection, "manifest", manifest.to_json())
        write_state(connection, "index_id", report.index_id)
        write_state(connection, "fingerprint", seen)
        write_state(connection, "unread", json.dumps(unread, ensure_ascii=False))
    prune_vectors(connection, model.digest, texts)
    remove_old_generations(connection, settings, report.index_id)
    return report


def _compare(before: dict[str, Passage], after: dict[str, Passage]) -> Report:
    return Report(
        passages=len(after),
        added=len(after.keys() - before.keys()),
        changed=sum(1 for key in after.keys() & before.keys() if after[key] != before[key]),
        removed=len(before.keys() - after.keys()),
    )


def _texts(passages: dict[str, Passage], sources: list[Source]) -> dict[str, str]:
    authorities = {source.authority.id: source.authority for source in sources}
    return {p.digest: embedded_text(p, authorities[p.authority]) for p in passages.values()}


def _manifest(
    model: PassageEmbeddings,
    passages: dict[str, Passage],
    sources: list[Source],
    phrases: list[Phrase],
    glossary: bytes,
) -> Manifest:
    state = hashlib.sha256()
    for source in sources:
        state.update(source.authority.model_dump_json().encode())
    for key in sorted(passages):
        state.update(repr(passages[key]).encode())
    state.update(repr(phrases).encode())
    state.update(glossary)
    return Manifest(
        model=model.name, model_digest=model.digest, dimension=model.dimension, prefix=model.passage_prefix,
        passage_rules=PASSAGE_RULES, corpus_digest=state.hexdigest()[:16], passages=len(passages),
    )  # fmt: skip


def _next_id(manifest: Manifest, current: str | None) -> str:
    """Return a new generation's name: a digest of what it is made from and of the name of the one before it.

    No name comes twice, not even when an index returns to what it was: a running app may still have the folder open
    that bore the name, and would go on reading that one, removed or not.
    """
    return hashlib.sha256(f"{manifest.to_json()}{current or ''}".encode()).hexdigest()[:16]
