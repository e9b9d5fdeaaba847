"""A generation of the index: built beside the one that answers, removed when nobody answers from it any more."""

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from retrieval.language import LANGUAGES
from retrieval.passage import Passage
from retrieval.settings import Settings
from retrieval.store.disk import writing_to
from retrieval.store.lexical import LexicalIndex
from retrieval.store.manifest import generation_folder
from retrieval.store.phrase_files import copy_phrases
from retrieval.store.phrases import Phrase, collection
from retrieval.store.stored_vectors import read_vectors
from retrieval.store.vectors import VectorIndex, collection_name, open_client, open_vectors, own_prefix
from retrieval.words.glossary import FILE as GLOSSARY

_DIGESTS = "phrases.json"
KEPT_GENERATIONS = 2  # the newest, and the one that a running app may still answer from


def build_generation(
    connection: sqlite3.Connection, settings: Settings, model_digest: str, index_id: str, base: str | None,
    before: dict[str, Passage], after: dict[str, Passage], phrases: dict[str, list[Phrase]],
) -> None:  # fmt: skip
    """Write Chroma and the lexical index beside the current generation; a copy of that one is changed if there is one.

    :param phrases: Purpose to phrases.
    :param base: The generation to start from, whose passages are `before`; None to start from nothing.
    """
    folder = generation_folder(settings.data_dir, index_id)
    draft = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        with writing_to(settings.data_dir):
            _fill(draft, connection, settings, model_digest, index_id, base, before, after, phrases)
    except BaseException:  # half of it is of no use, and on a full disk in the way
        shutil.rmtree(draft, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    draft.rename(folder)


def _fill(
    draft: Path, connection: sqlite3.Connection, settings: Settings, model_digest: str, index_id: str, base: str | None,
    before: dict[str, Passage], after: dict[str, Passage], phrases: dict[str, list[Phrase]],
) -> None:  # fmt: skip
    """Write a generation into a folder; the rest as in `build_generation`."""
    source = generation_folder(settings.data_dir, base) if base else None
    copied = None if settings.chroma_url else source  # a server's collections cannot be copied: they are filled anew
    if copied:
        shutil.copytree(copied / "chroma", draft / "chroma")
    index = open_vectors(connection, settings, draft, index_id)
    digests = {
        collection(purpose, language): _phrases_digest(p for p in own if p.language == language)
        for purpose, own in phrases.items()
        for language in LANGUAGES
    }
    held = _read_digests(copied) if copied else {}
    try:
        _update_vectors(connection, index, model_digest, before if copied else {}, after)
        for purpose, own in phrases.items():
            for language in LANGUAGES:
                name = collection(purpose, language)
                if held.get(name) != digests[name]:
                    _update_phrases(connection, index, model_digest, name, [p for p in own if p.language == language])
    finally:
        index.close()
    (draft / _DIGESTS).write_text(json.dumps(digests), encoding="utf-8")
    for language in LANGUAGES:
        name = f"lexical-{language}"
        own = [p for p in after.values() if p.language == language]
        if source and {p.id: p for p in own} == {key: p for key, p in before.items() if p.language == language}:
            shutil.copytree(source / name, draft / name)
        else:
            private = {p.id for p in own if p.owner is not None}
            LexicalIndex.build([p.id for p in own], [_lexical_text(p) for p in own], private).save(draft / name)
    copy_phrases(settings.corpus_dir, draft)
    if (settings.corpus_dir / GLOSSARY).is_file():
        shutil.copyfile(settings.corpus_dir / GLOSSARY, draft / GLOSSARY)


def _lexical_text(passage: Passage) -> str:
    return "\n".join((*passage.path, passage.article or passage.section or "", passage.text))


def _update_vectors(
    connection: sqlite3.Connection,
    index: VectorIndex,
    model_digest: str,
    before: dict[str, Passage],
    after: dict[str, Passage],
) -> None:
    gone = [p for key, p in before.items() if key not in after]
    fresh = [p for key, p in after.items() if key not in before or before[key].digest != p.digest]
    vectors = read_vectors(connection, model_digest, {p.digest for p in fresh})
    for name in sorted({collection_name(p.language, p.kind) for p in (*gone, *fresh)}):
        index.delete(name, [p.id for p in gone if collection_name(p.language, p.kind) == name])
        own = [p for p in fresh if collection_name(p.language, p.kind) == name]
        if own:
            index.upsert(name, [p.id for p in own], np.stack([vectors[p.digest] for p in own]))


def _update_phrases(
    connection: sqlite3.Connection,
    index: VectorIndex,
    model_digest: str,
    name: str,
    phrases: Iterable[Phrase],
) -> None:
    own = {phrase.key: phrase.digest for phrase in phrases}
    held = index.ids(name)
    index.delete(name, sorted(held - own.keys()))
    fresh = sorted(own.keys() - held)
    if fresh:
        vectors = read_vectors(connection, model_digest, {own[key] for key in fresh})
        index.upsert(name, fresh, np.stack([vectors[own[key]] for key in fresh]))


def _phrases_digest(phrases: Iterable[Phrase]) -> str:
    return hashlib.sha256("\n".join(sorted({phrase.key for phrase in phrases})).encode()).hexdigest()


def _read_digests(folder: Path) -> dict[str, str]:
    """Return collection to the digest of the phrases that a generation holds there; nothing if it did not write that down."""
    path = folder / _DIGESTS
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def remove_old_generations(connection: sqlite3.Connection, settings: Settings, index_id: str) -> None:
    """Delete all but the newest generations; on a Chroma server their collections, and nobody else's."""
    root = generation_folder(settings.data_dir, index_id).parent
    for draft in root.glob("*.part"):  # what a kill left
        shutil.rmtree(draft, ignore_errors=True)
    folders = sorted((p for p in root.iterdir() if p.name != index_id), key=lambda p: p.stat().st_mtime, reverse=True)
    for folder in folders[KEPT_GENERATIONS - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)
    if settings.chroma_url:
        own = own_prefix(connection)
        kept = tuple(
            f"{own}{name}-" for name in (index_id, *(folder.name for folder in folders[: KEPT_GENERATIONS - 1]))
        )
        client = open_client(Path(os.devnull), settings.chroma_url)
        for collection in client.list_collections():
            if collection.name.startswith(own) and not collection.name.startswith(kept):
                client.delete_collection(collection.name)
        client.close()
