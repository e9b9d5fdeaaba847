"""Find the passages that can answer a question: a LangChain retriever over the legs."""

from dataclasses import dataclass, field, replace
from datetime import date
from time import perf_counter

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from retrieval.dates import clock
from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Unit
from retrieval.question import Question, read_question
from retrieval.ranking.all_legs import QuestionVectors, run_legs
from retrieval.ranking.asked_first import (
    pinpoints_of_exposure,
    pinpoints_of_named,
    with_remedies_first,
    with_rule_first,
)
from retrieval.ranking.asked_rule import rule_reading
from retrieval.ranking.each_asked import asked_apart, with_each_answered
from retrieval.ranking.exceptions import with_exceptions
from retrieval.ranking.found import Found
from retrieval.ranking.legs import (
    LEARNED,
    LEGS,
    TOPIC,
    Allowed,
    find_dense,
    pinpoints,
)
from retrieval.ranking.named_documents import with_documents_first
from retrieval.ranking.phrase_legs import find_topics
from retrieval.ranking.rank import rank
from retrieval.ranking.readings import DEPTH as OF_EACH
from retrieval.ranking.readings import found_by_all, readings
from retrieval.ranking.remedies import remedy_reading
from retrieval.ranking.rerank import RERANKED, rerank
from retrieval.ranking.tuning import learned_weight
from retrieval.reading.documents import named_documents
from retrieval.request import Request
from retrieval.store.phrases import Item

DEPTH = 40  # how deep each leg goes before fusion
READ_AGAIN = 12  # passages of the reading for a remedy or for a rule


@dataclass
class Search:
    """A search that was made.

    :param similarity: The highest cosine similarity of any passage.
    :param topic_similarity: The highest one of any phrase of the topic digest.
    :param outside_similarity: The highest one of any phrase for a subject that the corpus does not hold.
    :param vectors: For each language of passages the question's vector, as the adapters make it.
    :param pinpoints: The paragraphs of articles that the topics near to the question, or its terms, name.
    :param items: The items of paragraphs that these topics name.
    :param others: The searches of the question's other readings, the first of them that of the question by itself.
    """

    question: Question
    found: list[Found]
    similarity: float
    topic_similarity: float
    outside_similarity: float
    vectors: dict[str, np.ndarray]
    pinpoints: dict[Unit, frozenset[int]]
    items: frozenset[Item] = frozenset()
    others: tuple["Search", ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)


def search(
    index: Index, request: Request, k: int = 10, legs: tuple[str, ...] = LEGS, today: date | None = None
) -> Search:
    """Search.

    :param k: How many passages; so many come back if there are so many.
    :param legs: The legs to use.
    :param today: The day that counts as today; by default that which it is in China.
    """
    start = perf_counter()
    index = index.seen_by(request.user)
    question = read_question(request, index, today or clock.today())
    asked = readings(question, index)
    of_remedy = remedy_reading(question, index)
    of_rule = None if of_remedy else rule_reading(question, index)
    again = [reading for reading in (of_remedy, of_rule) if reading]
    apart = asked_apart(question, index)
    read = perf_counter()
    # encoded once, with no more than was asked: with its terms' names beside it, it found no more
    vectors = index.model.encode_queries([one.in_one_language for one in (*asked, *apart, *again)])
    embedded = perf_counter()
    wanted = max(k, RERANKED if index.reranker else 0, OF_EACH if len(asked) > 1 else 0)
    searches = [_search(index, one, vector, wanted, legs) for one, vector in zip(asked, vectors, strict=False)]
    made, *others = searches
    if others:
        made.found, made.others = found_by_all([(one.question, one.found) for one in searches], index), tuple(others)
        for other in others:  # one that is meant by what only the follow-up's own words, or the answer's, are near to
            _take_pinpoints(made, other)
    made.found = _asked_first(made, of_remedy, of_rule, vectors[-1], legs, index)
    if apart:
        own = vectors[len(asked) : len(asked) + len(apart)]
        parts = [_search(index, one, vector, READ_AGAIN, legs) for one, vector in zip(apart, own, strict=True)]
        made.found = with_each_answered(
            made.found, [(one.question, one.found) for one in parts], bool(question.context)
        )
        for part in parts:
            _take_pinpoints(made, part)
    made.found = with_exceptions(made.found, question.language, index, request.admits)
    if documents := named_documents(question.references, index):
        own = replace(question, request=replace(question.request, documents=documents))
        made.found = with_documents_first(made.found, _search(index, own, vectors[0], READ_AGAIN, legs).found)
    if index.reranker:
        made.found = rerank(index.reranker, question, made.found)
    made.found = made.found[:k]
    done = perf_counter()
    made.timings_ms = {
        "question": (read - start) * 1000,
        "embedding": (embedded - read) * 1000,
        "search": (done - start) * 1000,
    }
    return made


def _asked_first(
    made: Search,
    of_remedy: Question | None,
    of_rule: Question | None,
    vector: np.ndarray,
    legs: tuple[str, ...],
    index: Index,
) -> list[Found]:
    """What was found, with what the readings for a remedy and for a rule find before it.

    :param vector: That of the reading, if there is one.
    """
    reading = of_remedy or of_rule
    read = _search(index, reading, vector, READ_AGAIN, legs) if reading else None
    if read:
        _take_pinpoints(made, read)
    named = pinpoints_of_named(made.question, index)
    made.pinpoints = named | made.pinpoints | pinpoints_of_exposure(made.question, index)
    again = read.found if read else []
    if of_remedy:
        return with_remedies_first(made.found, made.question, again, index, made.question.request.admits)
    return with_rule_first(made.found, made.question, of_rule, again, index, made.question.request.admits)


def _take_pinpoints(made: Search, other: Search) -> None:
    """Add to a search the paragraphs and items to which another reading of the same question leads."""
    units = {**other.pinpoints, **made.pinpoints}
    none: frozenset[int] = frozenset()
    made.pinpoints = {unit: made.pinpoints.get(unit, none) | other.pinpoints.get(unit, none) for unit in units}
    made.items = made.items | other.items


def _search(index: Index, question: Question, vector: np.ndarray, k: int, legs: tuple[str, ...]) -> Search:
    """Search with one reading of a question.

    :param vector: The question's, as the model made it.
    """
    # a year in a question is near to every text of that year; topics tell by it which law is meant
    undated = (
        vector if question.undated == question.in_one_language else index.model.encode_queries([question.undated])[0]
    )
    mapped = {language: index.shelf.apply(undated[None], question.language, language)[0] for language in LANGUAGES}
    topics = find_topics(question, vector, index) if TOPIC in legs else []
    topic_similarity = index.topics.similarity(vector, question.language)
    if index.tuned and learned_weight(question, topic_similarity) == 0:
        legs = tuple(leg for leg in legs if leg != LEARNED)
    allowed = question.request.admits
    depth = max(DEPTH, 2 * k)
    while True:
        results = run_legs(index, question, QuestionVectors(vector, mapped, undated), topics, legs, depth)
        if _shown(results.lists, index, allowed) >= k or depth >= len(index.passages):
            break
        if sum(map(allowed, index.passages.values())) <= depth:  # the dense legs found them all
            break
        depth *= 8
    found = rank(index, question, results, k, topic_similarity)
    outside_similarity = index.outside.similarity(vector, question.language)
    similarity = _similarity(index, question, allowed, vector, legs)
    return Search(
        question, found, similarity, topic_similarity, outside_similarity, mapped, pinpoints(question, topics),
        frozenset(item for topic in topics for item in topic.items),
    )  # fmt: skip


def _shown(lists: dict[str, list[Unit]], index: Index, allowed: Allowed) -> int:
    """Return how many of the units found have a passage that may be shown."""
    units = {unit for units in lists.values() for unit in units}
    return sum(any(allowed(p) for held in index.units[unit].values() for p in held) for unit in units)


def _similarity(index: Index, question: Question, allowed: Allowed, vector: np.ndarray, legs: tuple[str, ...]) -> float:
    """The highest similarity of any passage to the question as the model read it.

    An adapter brings every question nearer to some passage: by its vectors it could not be said what is foreign.
    """
    hits = [
        hit
        for language in LANGUAGES
        if f"dense-{language}" in legs
        for hit in find_dense(vector, language, index, allowed, question.request, 1)[:1]
    ]
    return max((hit.score for hit in hits), default=0.0)


class FayanRetriever(BaseRetriever):
    """The search as LangChain's retriever: a document's metadata is the passage's address, dates and status."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    index: Index
    k: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        made = search(self.index, Request(query), self.k)
        return [
            Document(
                id=f.passage.id,
                page_content=f.passage.text,
                metadata={
                    "authority": f.passage.authority, "kind": str(f.passage.kind), "article": f.passage.article,
                    "section": f.passage.section, "language": f.passage.language, "status": str(f.passage.status_on(made.question.today)),
                    "effective_from": f.passage.effective_from, "effective_to": f.passage.effective_to, "score": f.score,
                },
            )
            for f in made.found
        ]  # fmt: skip
