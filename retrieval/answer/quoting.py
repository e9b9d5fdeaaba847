"""Choose what to quote: the best paragraphs, items and sentences of the best passages."""

from dataclasses import dataclass, replace

from retrieval.answer.briefs import is_told, named_case
from retrieval.answer.chosen_passages import UNITS, passages_to_quote, weight_of
from retrieval.answer.excerpts import excerpts
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.parts.nearness import Nearness
from retrieval.parts.relevance import Relevance
from retrieval.parts.spans import Span
from retrieval.passage import Passage
from retrieval.ranking.found import Found
from retrieval.ranking.legs import REFERENCE
from retrieval.ranking.priors import asks_for
from retrieval.reading.commencement import asks_of_commencement, is_commencement
from retrieval.reading.examples import asks_for_example
from retrieval.reading.interpreted import is_of_no_crime_yet
from retrieval.search import Search


@dataclass(frozen=True)
class Quotation:
    """A span to quote."""

    passage: Passage
    span: Span


def choose(
    search: Search, index: Index, relevance: Relevance, nearness: Nearness, most: int = UNITS
) -> list[Quotation]:
    """Return what to quote, law before cases before commentary, the best first in each.

    :param relevance: Scores parts of passages by their words.
    :param nearness: Scores them by their meaning.
    :param most: Passages quoted at the most.
    """
    search = _without_commencement(_without_the_impossible(search, index))
    chosen = passages_to_quote(search, index, most)
    # stable: where nothing is told, nothing moves
    chosen.sort(key=lambda found: weight_of(found.passage.kind) == 1 and not is_told(found.passage, search.question))
    quotations = []
    for rank, found in enumerate(chosen):
        for span in excerpts(found.passage, search, index, relevance, nearness, rank):
            quotations.append(Quotation(found.passage, span))
    first = _asked_for_first(search, chosen)
    return sorted(
        quotations,
        key=lambda quotation: (weight_of(quotation.passage.kind) != first, weight_of(quotation.passage.kind)),
    )


def _without_the_impossible(search: Search, index: Index) -> Search:
    """The search without interpretations of crimes that were none yet on the day asked about, but for those that are named."""
    question = search.question
    named = {name for reference in question.own_references for name in reference.authorities}
    if not question.dated:
        return search
    kept = [
        found
        for found in search.found
        if found.passage.authority in named
        or not is_of_no_crime_yet(found.passage, index, question.as_of, question.today)
    ]
    return replace(search, found=kept)


def _without_commencement(search: Search) -> Search:
    """The search without articles on when a law came into force, if that is not asked and nobody named them."""
    if asks_of_commencement(search.question.text):
        return search
    kept = [found for found in search.found if REFERENCE in found.ranks or not is_commencement(found.passage)]
    return replace(search, found=kept) if kept else search


def _asked_for_first(search: Search, chosen: list[Found]) -> int:
    """What comes before all else: a case or a commentary if that is what the question is about, else the law."""
    if named_case(search) or (
        asks_for_example(search.question.text) and any(weight_of(f.passage.kind) == 1 for f in chosen)
    ):
        return 1
    kind = search.found[0].passage.kind if search.found else Kind.STATUTE
    return weight_of(kind) if asks_for(search.question, kind) else 0
