"""The order of the first passages by a cross-encoder, if one is set."""

from dataclasses import replace

from retrieval.model.reranker import Reranker
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.ranking.legs import REFERENCE

RERANKED = 20  # passages that it puts in order


def rerank(reranker: Reranker, question: Question, found: list[Found]) -> list[Found]:
    """Order the first passages by the cross-encoder; what the question names by its number stays in front.

    Each place keeps its score, which says how near the best the passages are: a cross-encoder's scores do not.
    """
    named = [f for f in found if REFERENCE in f.ranks]
    others = [f for f in found if REFERENCE not in f.ranks]
    scores = reranker.scores(question.in_one_language, [f.passage.text for f in others[:RERANKED]])
    ranked = sorted(zip(scores, others, strict=False), key=lambda pair: (-pair[0], pair[1].passage.id))
    ordered = [*named, *(f for _, f in ranked), *others[RERANKED:]]
    return [replace(f, score=place.score) for f, place in zip(ordered, found, strict=True)]
