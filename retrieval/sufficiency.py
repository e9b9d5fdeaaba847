"""Decide whether the passages found can answer the question; if not, why not."""

from dataclasses import dataclass

from retrieval.amounts.bases import asks_for_tier, states_amounts
from retrieval.answer.relevance import Relevance, rarity
from retrieval.answer.scope import (
    asks_for_harm,
    asks_for_identity,
    asks_for_invention,
    asks_physical,
    other_jurisdiction,
    points_nowhere,
)
from retrieval.answer.types import Reason
from retrieval.answer.unknown_fact import unknown_fact
from retrieval.authority import Kind
from retrieval.held import is_held, suggestion
from retrieval.question import Question, content_words
from retrieval.references import Reference
from retrieval.search import Search
from retrieval.store.index import Index

# Confidence is the best passage's similarity, raised a little by the words and terms that it shares with the question.
# The thresholds lie between 30 questions in scope and 30 out of it in each language, and the gold set's dev split.
LEAST_CONFIDENCE = {"zh": 0.9005, "en": 0.86}
COVERAGE_WEIGHT = 0.03
TERM_WEIGHT = 0.004
# A question so near to a phrase of the topic digest is about one of its topics.
# Phrases in everyday words are a little near to any everyday question: some confidence in the passages is wanted too.
LEAST_TOPIC_SIMILARITY = {"zh": 0.901, "en": 0.849}
BELOW_LEAST_CONFIDENCE = 0.03
# A question so much nearer to a subject that the corpus does not hold than to any topic is about that subject; less is
# enough where the passages are not near either. On the dev split no answerable question comes nearer than -0.012.
NEARER_OUTSIDE = -0.008
NEARER_OUTSIDE_UNSURE = -0.03
LEAST_TELLING = {"zh": 3, "en": 2}
_GENERIC = frozenset(
    [
        "client",
        "mani",
        "much",
        "get",
        "got",
        "year",
        "month",
        "case",
        "happen",
        "long",
        "person",
        "peopl",
        "thing",
        "right",
    ]
)
_GENERIC_HAN = frozenset("他她它这那样算不么办怎会能要可以得多少年几当事人吗呢行好对")
RARE = 3.0  # rarity from which a word says what a question is about


@dataclass(frozen=True)
class Refusal:
    """Why a question is not answered.

    :param place: The jurisdiction asked about.
    :param missing: The reference that the corpus does not hold.
    :param said: The sentence in which the corpus says that the fact asked for is not known.
    """

    reason: Reason
    place: str = ""
    missing: Reference | None = None
    said: str = ""


def refuse(search: Search, index: Index) -> Refusal | None:
    """Return why the question cannot be answered from what was found, or None if it can."""
    question = search.question
    if asks_for_harm(question):
        return Refusal("safety")
    if place := other_jurisdiction(question):
        return Refusal("other_jurisdiction", place=place)
    if asks_for_identity(question) or asks_for_invention(question):
        return Refusal("missing_fact")
    if points_nowhere(question):
        return Refusal("underspecified")
    missing = [r for r in question.own_references if not is_held(r, index)]
    if missing and len(missing) == len(question.own_references) and suggestion(missing[0], index) is None:
        return Refusal("missing_fact", missing=missing[0])
    if not content_words(question.text) or asks_physical(question):
        return Refusal("nonsensical")
    if said := unknown_fact(search, Relevance(question, index)):
        return Refusal("missing_fact", said=said)
    if any(is_held(reference, index) for reference in question.own_references) and search.found:
        return None
    if search.found and is_about_the_corpus(search, index):
        return None
    if not _says_too_little(question, index):
        return Refusal("out_of_scope")
    return None if states_amounts(question.understood) else Refusal("underspecified")


def is_about_the_corpus(search: Search, index: Index) -> bool:
    """Return whether the question is near enough to a passage, or to a topic."""
    language = search.question.language
    lacking = LEAST_CONFIDENCE[language] - confidence(search, index)
    nearer_outside = _nearer_outside(search)
    if nearer_outside > NEARER_OUTSIDE and not search.question.context:
        return False
    if lacking <= 0 or asks_for_tier(search.question.text):
        return True
    if lacking > BELOW_LEAST_CONFIDENCE or nearer_outside > NEARER_OUTSIDE_UNSURE:
        return False
    return search.topic_similarity >= LEAST_TOPIC_SIMILARITY[language] and not _says_too_little(search.question, index)


def _nearer_outside(search: Search) -> float:
    """How much nearer the question is to a subject that is not held than to any topic; documents may be about anything."""
    in_documents = any(found.passage.kind is Kind.DOCUMENT for found in search.found[:3])
    if not search.outside_similarity or in_documents or search.question.request.documents is not None:
        return -1.0
    return search.outside_similarity - search.topic_similarity


def confidence(search: Search, index: Index) -> float:
    """Return how sure it is that the passages are about the question; compared with LEAST_CONFIDENCE."""
    terms = min(len(search.question.terms), 3)
    return search.similarity + COVERAGE_WEIGHT * coverage(search, index) + TERM_WEIGHT * terms


def _says_too_little(question: Question, index: Index) -> bool:
    """Whether nothing in a question says what it is about: no place, no term, no context, no word of its own."""
    if question.references or question.terms or question.context:
        return False
    lexical = index.lexical[question.language]
    telling = [
        word
        for word in content_words(question.text)
        if word not in _GENERIC and not set(word) <= _GENERIC_HAN
        if rarity(lexical.document_frequency(word), len(lexical.ids)) >= RARE or not lexical.document_frequency(word)
    ]
    return len(telling) < LEAST_TELLING[question.language]


def coverage(search: Search, index: Index) -> float:
    """Return the share of the question's weight that its best passages have, unknown words counting as rare ones."""
    question, relevance = search.question, Relevance(search.question, index)
    best = 0.0
    for found in search.found[:5]:
        for language, passages in index.units[found.passage.unit].items():
            text = "\n".join(p.text for p in passages)
            best = max(
                best,
                relevance.score(
                    f"{text} {index.authorities[found.passage.authority].titles.in_language(language)}", language
                ),
            )
    lexical = index.lexical[question.language]
    words = content_words(question.text)
    unknown = sum(1 for word in words if not lexical.document_frequency(word)) / max(len(words), 1)
    return best * (1 - unknown)
