"""Whose article it is that a question names by its number alone: 第六条 of a fine for use, article 39 of a developer."""

from dataclasses import replace

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.reading.bare_use import is_fined_for_use
from retrieval.references.find import Reference
from retrieval.store.phrases import Phrase

_NEAR_PHRASES = 20  # phrases of topics among which the law of an article without one is looked for
_NEAR_ENOUGH = 0.03  # in cosine similarity, behind the nearest


def of_topic_s_laws(references: list[Reference], text: str, language: str, index: Index) -> list[Reference]:
    """Return references, those without a law's name, which may be to the Criminal Law, as such to the law that is meant.

    Does Article 39 hit a developer: the regulations on network data have an article 39 that answers this before all else.
    Unless a phrase that is nearer is so answered by the Criminal Law's own article of that number. Where no phrase is, a
    fine for use is under the law that such fines cite; else the law is meant whose article of that number is among the
    answers to a near phrase.
    """
    if not any(map(_is_bare, references)):
        return references
    near = index.topics.nearest(index.model.encode_queries([text])[0], language, _NEAR_PHRASES)
    of_use = is_fined_for_use(text, language)
    return [
        replace(one, authorities=(_law_of(one, near, of_use, index),)) if _is_bare(one) else one for one in references
    ]


def _is_bare(reference: Reference) -> bool:
    return not reference.named and reference.authorities == (CRIMINAL_LAW,) and reference.article is not None


def _law_of(reference: Reference, near: list[tuple[Phrase, float]], of_use: bool, index: Index) -> str:
    """The law whose article of that number is meant.

    :param near: The topics' phrases nearest to the question, with their similarities, best first.
    :param of_use: Whether it is asked of a fine for mere use.
    """
    article = reference.address(CRIMINAL_LAW).article or ""
    least = near[0][1] - _NEAR_ENOUGH if near else 0.0
    first = [(law, score) for phrase, score in near for law, own in phrase.units[:1] if own == article]
    beside = [(law, score) for phrase, score in near for law, own in phrase.units[1:] if own == article]
    if first:
        return first[0][0] if first[0][1] > least else CRIMINAL_LAW
    if of_use and (cited := index.registry.cited_together.law_citing({reference.article})):
        return cited[0]
    others = [law for law, score in beside if score > least]
    of_crime = any(law == CRIMINAL_LAW for law, _ in beside)
    return CRIMINAL_LAW if of_crime or not others else others[0]
