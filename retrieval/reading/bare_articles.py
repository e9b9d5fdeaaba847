"""Whose article it is that a question names by its number alone: 第六条 of a fine for use, article 39 of a developer."""

from dataclasses import replace

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.reading.bare_use import is_fined_for_use
from retrieval.references.find import Reference

_NEAR_PHRASES = 20  # phrases of topics among which the law of an article without one is looked for
_NEAR_ENOUGH = 0.03  # in cosine similarity, behind the nearest


def of_topic_s_law(reference: Reference, text: str, language: str, index: Index) -> Reference:
    """Return a reference without a law's name, which may be one to the Criminal Law, as one to the law that is meant.

    Does Article 39 hit a developer: the regulations on network data have an article 39 that answers this before all else.
    Unless a phrase that is nearer is so answered by the Criminal Law's own article of that number. Where no phrase is, a
    fine for use is under the law that such fines cite; else the law is meant whose article of that number is among the
    answers to a near phrase.
    """
    if reference.named or reference.authorities != (CRIMINAL_LAW,) or not reference.article:
        return reference
    article = reference.address(CRIMINAL_LAW).article or ""
    near = index.topics.nearest(index.model.encode_queries([text])[0], language, _NEAR_PHRASES)
    least = near[0][1] - _NEAR_ENOUGH if near else 0.0
    first = [(law, score) for phrase, score in near for law, own in phrase.units[:1] if own == article]
    beside = [(law, score) for phrase, score in near for law, own in phrase.units[1:] if own == article]
    if first:
        meant = first[0][0] if first[0][1] > least else CRIMINAL_LAW
    elif is_fined_for_use(text, language) and (cited := index.registry.cited_together.law_citing({reference.article})):
        meant = cited[0]
    else:
        others = [law for law, score in beside if score > least]
        of_crime = any(law == CRIMINAL_LAW for law, _ in beside)
        meant = CRIMINAL_LAW if of_crime or not others else others[0]
    return replace(reference, authorities=(meant,))
