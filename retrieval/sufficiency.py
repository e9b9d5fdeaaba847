"""Decide whether the passages found can answer the question; if not, why not."""

import re
from dataclasses import dataclass

from retrieval.amounts.bases import asks_for_tier, counts_things, states_amounts
from retrieval.asked_documents import is_told_in_documents
from retrieval.asked_over_cases import asks_over_cases
from retrieval.authority import Kind
from retrieval.cases.punished_before import counts_others
from retrieval.index import Index
from retrieval.parts.answer_type import asks_how_it_ended
from retrieval.parts.relevance import Relevance, rarity
from retrieval.question import Question
from retrieval.ranking.remedies import names_both_remedies
from retrieval.reading.follow_up import named_cases
from retrieval.reading.held import is_held, suggestion
from retrieval.reading.own_matter import asks_nothing, asks_why, conduct_in, is_own, tells_of_own_use
from retrieval.reading.roles import part_in
from retrieval.references.find import Reference
from retrieval.refusals.case_facts import holds_fact, unheld_fact
from retrieval.refusals.foreign_matter import asks_for_foreign_matter
from retrieval.refusals.harm import asks_for_harm
from retrieval.refusals.jurisdiction import other_jurisdiction
from retrieval.refusals.pointing import points_nowhere
from retrieval.refusals.unheld_case import unheld_case
from retrieval.refusals.unknown_fact import unknown_fact
from retrieval.refusals.untold import asks_for_identity, asks_for_invention, asks_physical, made_in_years_to_come
from retrieval.result import Reason
from retrieval.search import Search
from retrieval.words.tokens import content_words

# Confidence is the best passage's similarity, and how much nearer the question is to one of the corpus's topics than to
# any subject that it does not hold. The weights and thresholds were fitted to the 799 questions of eval/scope/
# and the gold set's dev split; `python -m eval calibrate` shows what others would do.
LEAST_CONFIDENCE = {"zh": 0.906, "en": 0.856}
# so much lower the confidence in a question that points back may be, read by itself: "and for a company?" says little. Of 75
# in the conversations of the split dev 1 is lower, of 65 foreign questions after one on the subject a half (eval/README.md)
ELLIPTIC = 0.045
NEARER_WEIGHT = 1.5
TERM_WEIGHT = 0.004
# who asks for a crime or its punishment asks for law of the kind that is held whole, far from the topics too
CRIME_WEIGHT = 0.03
_CRIME = re.compile(
    r"\b(?:crimes?|criminal\w*|offen[cs]es?|penalt\w+|punish\w*|sentenc\w+|convict\w+|prosecut\w+)\b|"
    r"罪|犯法|判几年|判多久|判刑|坐牢|量刑|刑责|刑事|处罚",
    re.IGNORECASE,
)
_JUDGED = re.compile(rf"{_CRIME.pattern}|怎么判|什么后果", re.IGNORECASE)
# of the corpus's own subject, whether it is lawful, and what comes of it, asks for the same law
_LAWFULNESS = re.compile(
    r"违法|违规|合法|合规|犯规|会抓|[被会]罚|[被会]抓|拘留|[有没出会]事|举报|\b(?:(?:il)?legal|(?:un)?lawful|allowed|trouble|arrest\w*|fine[ds]?|report(?:ed)?)\b",
    re.IGNORECASE,
)
# where nothing says what is foreign: in a corpus without topics or without outside.yaml, and for added documents, which
# may be about anything
NEUTRAL = 0.015
# so much nearer to what is not held than to any topic, a question says what it is about in the fewest words: the weather
PLAINLY_OUTSIDE = 0.03
# so much nearer to a topic, one that offers two things to choose from does
PLAINLY_INSIDE = 0.03
_ALTERNATIVES = re.compile(r"还是|\b(?:or|and not)\b", re.IGNORECASE)
# who names the software and that the police came, called or warned asks what follows, in whatever words
_POLICE = re.compile(
    r"派出所|警察|民警|网警|公安|传唤|警告|\b(?:police|cops?|coppers?|officers?|station|summon\w*|warning|warned|caution\w*)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"[他她]|朋友|同[学事]|室友|家人|爸|妈|哥|弟|姐|妹|儿子|女儿|\b(?:he|she|they|him|her|his|them|friend|colleague|classmate|roommate|brother|sister|son|daughter|husband|wife)\b",
    re.IGNORECASE,
)
_SELLER = re.compile(r"\b(?:re)?sellers?\b|卖家", re.IGNORECASE)
LEAST_TELLING = {"zh": 3, "en": 2}
_GENERIC = frozenset("client mani much get got year month case happen long person peopl thing right".split())
_GENERIC_HAN = frozenset("他她它这那样算不么办怎会能要可以得多少年几当事人吗呢行好对")
_TIMES = frozenset(["now", "today", "current", "nowaday", "present", "then", "still", "since", "befor", "after"])
_TIMES_HAN = frozenset("现在今天如目前当时那后来以之呢")
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
    if asks_for_harm(search.question):
        return Refusal("safety")
    return None if is_told_in_documents(search, index) else _refused(search, index)


def _refused(search: Search, index: Index) -> Refusal | None:
    question = search.question
    if refusal := _refused_unsearched(question):
        return refusal
    if asks_over_cases(question, index):
        return None
    if counts_others(question.text) and not (question.names_subject or question.references or question.context):
        return Refusal("underspecified")  # convicted of what? how many were convicted in 2024
    plainly_outside = nearer_topic(search) < -PLAINLY_OUTSIDE
    # "will it rain tomorrow?" points to nothing, but says what it is about; so does "is it 20 computers or 20 people?"
    tells = bool(_ALTERNATIVES.search(question.text)) and nearer_topic(search) > PLAINLY_INSIDE
    if points_nowhere(question) and not tells:
        return Refusal("out_of_scope" if plainly_outside else "underspecified")
    if refusal := _unknown(search, index):
        return refusal
    if any(is_held(reference, index) for reference in question.own_references) and search.found:
        return None
    case_before = named_cases(question.references, index) if question.context else []
    if case_before and asks_how_it_ended(question.text) and search.found:
        return None  # how did it end? of the case that was spoken of
    if not _in_documents(search) and asks_for_foreign_matter(question, index):
        return Refusal("out_of_scope")
    own = _own_words(question)
    names_its_matter = bool(question.references or question.terms or question.context)
    # of "how many years will my client get?" every word is any case's: it is near to many topics and about none
    if (own or names_its_matter) and search.found and is_about_the_corpus(search):
        return None
    telling = len(_telling(own, question.language, index)) >= LEAST_TELLING[question.language]
    somebody = is_own(question.text, question.language) or _SOMEBODY.search(question.text)
    used = tells_of_own_use(question.text, question.language) and asks_nothing(question.text)
    tells = used or _tells_of_supply(question.text) or (somebody and _POLICE.search(question.text))
    if question.names_subject and tells and search.found and not plainly_outside:
        return None  # we resell Astrill cards: who tells of supplying the software asks what follows from it
    if names_its_matter or telling or plainly_outside:
        return Refusal("out_of_scope")
    return None if states_amounts(question.understood) else Refusal("underspecified")


def _refused_unsearched(question: Question) -> Refusal | None:
    """Return why a question would not be answered whatever the corpus held."""
    if place := other_jurisdiction(question):
        return Refusal("other_jurisdiction", place=place)
    if asks_for_identity(question) or asks_for_invention(question):
        return Refusal("missing_fact")
    return None


def _unknown(search: Search, index: Index) -> Refusal | None:
    """Return why what a question names or asks for is not known: a text not held, no question at all, an unknown fact."""
    question = search.question
    missing = [r for r in question.own_references if not is_held(r, index)]
    nothing_held = bool(missing) and len(missing) == len(question.own_references)
    # "does the Cryptography Law apply to a VPN?" is told that this law is not held, and given those that are
    beside_the_subject = question.names_subject and not any(r.article for r in missing)
    if nothing_held and not beside_the_subject and suggestion(missing[0], index) is None:
        return Refusal("missing_fact", missing=missing[0])
    if unheld := made_in_years_to_come(question) or unheld_case(search, index):
        return Refusal("missing_fact", missing=unheld)
    why = bool(question.context) and asks_why(question.text)  # why? asks for the reasons of what was spoken of
    if (not content_words(question.text) and not why) or asks_physical(question):
        return Refusal("nonsensical")
    if (said := unheld_fact(question, index)) is not None:
        return Refusal("missing_fact", said=said)
    if holds_fact(question, index):
        return None  # that the sentence of the court is not known is said in nearly the words in which its name is
    # who supposes a sum asks what it reaches, not for a fact that could be unknown
    if not states_amounts(question.text) and (said := unknown_fact(search, Relevance(question, index), index)):
        return Refusal("missing_fact", said=said)
    return None


def is_about_the_corpus(search: Search) -> bool:
    """Return whether the question is near enough to a passage, and nearer to a topic than to what is not held."""
    question = search.question
    return (
        confidence(search) >= LEAST_CONFIDENCE[question.language]
        or asks_for_tier(question.text)
        or names_both_remedies(question.text)
        # 25 machines whose data were deleted are counted by one crime
        or bool(_JUDGED.search(question.text) and counts_things(question.text))
    )


def confidence(search: Search) -> float:
    """Return how sure it is that the passages are about the question; compared with LEAST_CONFIDENCE.

    Of a question that points back it is that of the reading of which it is surest. But one that is by itself about
    another subject is not about the corpus because the question before it was.
    """
    own = _confidence(search.others[0] if search.others else search)
    question = search.question
    leans = _asks_only_when(question) or (bool(question.context) and part_in(question.text, question.language, True))
    if own < LEAST_CONFIDENCE[question.language] - ELLIPTIC and not leans:
        return own
    return max(own, *map(_confidence, (search, *search.others)))


def _asks_only_when(question: Question) -> bool:
    """Return whether a question says nothing by itself but a time, and asks the one before it for that: and today?"""
    words = content_words(question.text)
    return bool(question.context) and all(word in _TIMES or set(word) <= _TIMES_HAN for word in words)


def _confidence(search: Search) -> float:
    terms = min(len(search.question.terms), 3)
    text = search.question.text
    asks = bool(_CRIME.search(text) or (search.question.names_subject and _LAWFULNESS.search(text)))
    asks_for_crime = asks and any(f.passage.kind.is_law for f in search.found[:1])
    return (
        search.similarity + TERM_WEIGHT * terms + CRIME_WEIGHT * asks_for_crime + NEARER_WEIGHT * nearer_topic(search)
    )


def nearer_topic(search: Search) -> float:
    """Return how much nearer the question is to a topic than to a subject that is not held, in cosine similarity."""
    if _in_documents(search):
        return NEUTRAL
    if not search.outside_similarity or not search.topic_similarity:
        return NEUTRAL
    return search.topic_similarity - search.outside_similarity


def _in_documents(search: Search) -> bool:
    """Return whether the question is asked of added documents, which may be about anything."""
    found = any(found.passage.kind is Kind.DOCUMENT for found in search.found[:3])
    return found or search.question.request.documents is not None


def _tells_of_supply(text: str) -> bool:
    """Whether it is told that the software is supplied; that somebody is a seller tells no more than who it is."""
    return conduct_in(_SELLER.sub(" ", text)) == "supply"


def _own_words(question: Question) -> list[str]:
    """Return a question's words without those that any question has."""
    return [word for word in content_words(question.text) if word not in _GENERIC and not set(word) <= _GENERIC_HAN]


def _telling(words: list[str], language: str, index: Index) -> list[str]:
    """Return the words that say what a question is about: those which few passages have, or none."""
    lexical = index.lexical[language]
    return [
        word
        for word in words
        if not (count := lexical.document_frequency(word)) or rarity(count, lexical.count) >= RARE
    ]
