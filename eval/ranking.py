"""Measures of the ranking, by ir-measures."""

from collections.abc import Iterable, Mapping, Sequence

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG
from ir_measures.measures import Measure

from retrieval.address import Address
from retrieval.fusion import strictly_decreasing

MEASURES: tuple[Measure, ...] = (R @ 5, R @ 10, R @ 20, RR @ 10, nDCG @ 10)


def article_level(address: Address) -> Address:
    """Return the article that holds an address; an authority without articles stands for itself."""
    return Address(address.authority, address.article)


def gold_documents(gold: Iterable[Address]) -> dict[str, Address]:
    """Return the gold authorities, each once: laws by article, cases and commentary as a whole."""
    return {_name(address): address for address in dict.fromkeys(map(article_level, gold))}


def _name(address: Address) -> str:
    return f"{address.authority}#{address.article or ''}"


def document_names(gold: Iterable[Address], ranking: Sequence[Address]) -> list[str]:
    """Return a document name for each passage of the ranking.

    The first passage of a gold authority has that authority's name. Every other passage has a name of its own: it
    takes up its place in the ranking, and gains nothing.
    """
    documents = gold_documents(gold)
    names: list[str] = []
    for rank, place in enumerate(ranking, 1):
        hits = [name for name, address in documents.items() if address.covers(place) and name not in names]
        hits.sort(key=lambda name: documents[name].article is None)  # the narrower one first
        names.append(hits[0] if hits else f"{rank}:{_name(place)}")
    return names


def rank_measures(gold: Iterable[Address], ranking: Sequence[Address]) -> dict[str, float]:
    """Return the measures of one question's ranking; one without results is worth 0."""
    gold = tuple(gold)
    names = document_names(gold, ranking)
    return ir_scores(MEASURES, {"q": dict.fromkeys(gold_documents(gold), 1)}, {"q": names})["q"]


def ir_scores(
    measures: Sequence[Measure], qrels: Mapping[str, Mapping[str, int]], rankings: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, float]]:
    """Return question to measure to value, for every question of the qrels.

    :param rankings: Question to documents, best first. The scores handed on fall strictly with the rank: trec_eval
        would break ties by the documents' names.
    """
    judged = [Qrel(q, d, grade) for q, grades in qrels.items() for d, grade in grades.items()]
    scored = [
        ScoredDoc(q, d, score)
        for q, documents in rankings.items()
        for d, score in zip(documents, strictly_decreasing([0.0] * len(documents)), strict=True)
    ]
    values = {q: {str(measure): 0.0 for measure in measures} for q in qrels}
    for metric in ir_measures.iter_calc(list(measures), judged, scored):
        if metric.query_id in values:
            values[metric.query_id][str(metric.measure)] = float(metric.value)
    return values
