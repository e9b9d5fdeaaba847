"""Which passage stands for a unit that was found: in which language, and which part of it."""

from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Passage, Unit
from retrieval.question import Question
from retrieval.reading.held import tells_of


def shown_passage(
    unit: Unit, best: dict[tuple[Unit, str], Passage], question: Question, index: Index
) -> Passage | None:
    """Return the passage that stands for a unit: in the question's language if there is one, the part that was found.

    :param best: The passage by which a unit was found, in each language.
    """
    for wanted in (question.language, *(other for other in LANGUAGES if other != question.language)):
        if found := best.get((unit, wanted)):
            return found
        own = [p for p in index.units[unit].get(wanted, []) if question.request.admits(p)]
        if own:
            hit = next((best[unit, other] for other in LANGUAGES if (unit, other) in best), None)
            return own[min(hit.part, len(own) - 1)] if hit else own[0]
    return None


def telling_part(passage: Passage, question: Question, index: Index) -> Passage:
    """Return the part of a long section that tells of the article that the question names, else the one that was found."""
    asked = any(r.article and passage.authority in r.authorities for r in question.references)
    if passage.article or not asked:
        return passage
    parts = [part for part in index.units[passage.unit].get(passage.language, []) if question.request.admits(part)]
    told = (part for part in parts if tells_of(part.text, part.authority, question.references, index))
    return next(told, passage)
