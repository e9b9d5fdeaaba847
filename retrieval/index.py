"""One generation of the index, read whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property

from yaml import YAMLError

from retrieval.adapters.known import KnownAnswers, law_mark, text_mark
from retrieval.adapters.likelihood import Likelihood
from retrieval.adapters.order import LearnedOrder
from retrieval.adapters.shelf import Shelf, load_shelf
from retrieval.authority import Authority, Kind
from retrieval.errors import IndexUnusableError, StoreError
from retrieval.language import LANGUAGES
from retrieval.model.embeddings import PassageEmbeddings, load_embeddings
from retrieval.model.reranker import Reranker, load_reranker
from retrieval.passage import Passage, Unit
from retrieval.references.citing import CitationGraph
from retrieval.references.registry import Registry
from retrieval.settings import Settings
from retrieval.store.asked import PURPOSE as ASKED
from retrieval.store.database import connect, read_state
from retrieval.store.lexical import LexicalIndex
from retrieval.store.manifest import Manifest, generation_folder, require_index
from retrieval.store.notes import NoteIndex
from retrieval.store.outside import PURPOSE as OUTSIDE
from retrieval.store.part_vectors import PartVectors
from retrieval.store.passages import read_authorities, read_passages
from retrieval.store.phrase_files import read_phrases
from retrieval.store.phrases import PhraseIndex
from retrieval.store.topics import PURPOSE as TOPIC
from retrieval.store.vectors import VectorIndex, open_vectors
from retrieval.versions import Versions
from retrieval.words.glossary import Glossary, load_glossary
from retrieval.words.half_pinyin import HalfPinyin
from retrieval.words.spelling import Spelling

# what damaged or half-removed files and a busy database set off
_FAULTS = (sqlite3.Error, OSError, ValueError, YAMLError)


@dataclass(frozen=True)
class Learned:
    """A learned order, and what it says of the passages of one language."""

    order: LearnedOrder
    answers: KnownAnswers
    likelihood: Likelihood


@dataclass
class Index:
    """Everything that a question is answered from.

    :param units: Authority and article (or section) to the passages by language, in the order of the text.
    :param by_authority: Authority to all its passages.
    :param tuned: Whether legs and kinds have the weights that were tuned on the gold pairs of the split dev; else each
        weighs 1, which is what the tuning is measured against.
    """

    index_id: str
    manifest: Manifest
    model: PassageEmbeddings
    passages: dict[str, Passage]
    authorities: dict[str, Authority]
    registry: Registry
    glossary: Glossary
    vectors: VectorIndex
    lexical: dict[str, LexicalIndex]
    notes: NoteIndex
    topics: PhraseIndex
    asked: PhraseIndex
    outside: PhraseIndex
    citations: CitationGraph
    parts: PartVectors
    shelf: Shelf = field(default_factory=Shelf)
    reranker: Reranker | None = None
    tuned: bool = True
    units: dict[Unit, dict[str, list[Passage]]] = field(init=False)
    by_authority: dict[str, list[Passage]] = field(init=False)
    versions: Versions = field(init=False)

    def __post_init__(self) -> None:
        self.units, self.by_authority = {}, {}  # an index made from another one (dataclasses.replace) has its own
        for passage in self.passages.values():
            self.units.setdefault(passage.unit, {}).setdefault(passage.language, []).append(passage)
            self.by_authority.setdefault(passage.authority, []).append(passage)
        self.versions = Versions(self.authorities.values(), self.units)
        self._learned: dict[str, Learned] = {}

    @cached_property
    def spelling(self) -> Spelling:
        """What corrects the English words of questions; documents that users added teach it nothing."""
        passages = (p.text for p in self.passages.values() if p.language == "en" and p.owner is None)
        names = (name for term in self.glossary.terms for name in (term.en, *term.en_other))
        return Spelling((*passages, *(phrase.text for phrase in self.topics.phrases("en")), *names))

    @cached_property
    def half_pinyin(self) -> HalfPinyin:
        """What reads words of a Chinese question that are typed in pinyin by half; documents that users added teach it nothing."""
        passages = (p.text for p in self.passages.values() if p.language == "zh" and p.owner is None)
        phrases = (phrase.text for phrases in (self.topics, self.asked) for phrase in phrases.phrases("zh"))
        return HalfPinyin((*passages, *phrases))

    def learned(self, language: str) -> Learned | None:
        """Return the learned order of questions and passages in a language; None without one."""
        order = self.shelf.orders.get((language, language))
        if order is None:
            return None
        made = self._learned.get(language)
        if made is None or made.order is not order:  # a copy of an index may have another shelf
            answers = KnownAnswers(order.known, self._marked(language))
            # nobody was asked about a user's own documents: they count as the law that is asked about most
            own = [p.id for p in self.passages.values() if p.kind is Kind.DOCUMENT]
            answers.of_law |= dict.fromkeys(own, answers.most_of_a_law)
            made = self._learned[language] = Learned(order, answers, Likelihood(order.asked, self.lexical[language]))
        return made

    def _marked(self, language: str) -> Iterator[tuple[str, tuple[int, ...], int]]:
        """Yield id and marks of the passages of laws; a part of a long article has those of the whole."""
        for (authority, article), held in self.units.items():
            own = held.get(language, [])
            if own and article and own[0].kind.is_law and own[0].owner is None:
                mark = text_mark("".join(passage.text for passage in own))
                law = law_mark(self.authorities[authority].titles.in_language(language))
                for passage in own:
                    yield passage.id, (mark,), law


def open_index(settings: Settings, model: PassageEmbeddings | None = None) -> Index:
    """Read the newest generation.

    :raises IndexUnusableError: If there is none, or it does not fit the model.
    :raises StoreError: If it cannot be read.
    """
    require_index(settings)
    model = model or load_embeddings(settings)
    try:
        with closing(connect(settings.database)) as connection:
            connection.execute("BEGIN")  # one state of the file for all that is read
            return _read(connection, settings, model)
    except _FAULTS as error:
        raise StoreError(
            f"The index in {settings.data_dir} cannot be read ({type(error).__name__}: {error}): run `python -m ingest rebuild`."
        ) from error


def _read(connection: sqlite3.Connection, settings: Settings, model: PassageEmbeddings) -> Index:
    index_id, manifest_text = read_state(connection, "index_id"), read_state(connection, "manifest")
    if not index_id or not manifest_text:
        raise IndexUnusableError(f"There is no finished index in {settings.data_dir}: run `python -m ingest`.")
    manifest = Manifest.from_json(manifest_text)
    manifest.check(model)
    folder = generation_folder(settings.data_dir, index_id)
    if not folder.is_dir():
        raise IndexUnusableError(f"The index {folder} is missing: run `python -m ingest`.")
    passages = {passage.id: passage for passage in read_passages(connection)}
    authorities = {authority.id: authority for authority in read_authorities(connection)}
    articles: dict[str, set[str]] = {}
    for passage in passages.values():
        if passage.article:
            articles.setdefault(passage.authority, set()).add(passage.article)
    phrases = read_phrases(folder, passages, authorities.values())
    vectors = open_vectors(connection, settings, folder, index_id)
    if passages and not vectors.names:
        vectors.close()
        where = f"on FAYAN_CHROMA_URL={settings.chroma_url!r}" if settings.chroma_url else f"in {folder}"
        raise IndexUnusableError(f"There are no vectors of the index {index_id} {where}: run `python -m ingest`.")
    index = Index(
        index_id=index_id, manifest=manifest, model=model, passages=passages, authorities=authorities,
        registry=Registry((a for a in authorities.values() if a.kind is not Kind.DOCUMENT), articles),
        glossary=load_glossary(folder),
        vectors=vectors,
        topics=PhraseIndex(TOPIC, phrases[TOPIC], vectors),
        asked=PhraseIndex(ASKED, phrases[ASKED], vectors),
        outside=PhraseIndex(OUTSIDE, phrases[OUTSIDE], vectors),
        citations=CitationGraph(authorities, passages.values()),
        parts=PartVectors(model, settings.part_vectors),
        notes=NoteIndex(authorities.values(), passages.values()),
        lexical={language: LexicalIndex.load(folder / f"lexical-{language}") for language in LANGUAGES},
        shelf=load_shelf(settings, model),
        reranker=load_reranker(settings.reranker_model) if settings.reranker_model else None,
    )  # fmt: skip
    for asked, held in index.shelf.orders:
        if asked == held:
            index.learned(asked)  # now, not at the first question
    return index
