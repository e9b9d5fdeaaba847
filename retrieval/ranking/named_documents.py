"""Added documents that a question names as a whole, by a title or a case number: what is asked stands in them."""

from collections.abc import Sequence

from retrieval.fusion import strictly_decreasing
from retrieval.ranking.found import Found


def with_documents_first(found: Sequence[Found], of_documents: Sequence[Found]) -> list[Found]:
    """Return what was found in named documents before what was found in all.

    :param of_documents: What a search in these documents alone found.
    """
    own = {one.passage.id for one in of_documents}
    ordered = [*of_documents, *(one for one in found if one.passage.id not in own)]
    best = max((one.score for one in ordered), default=0.0)
    scores = strictly_decreasing(
        max(best, one.score) if at < len(of_documents) else one.score for at, one in enumerate(ordered)
    )
    return [Found(one.passage, score, one.ranks) for one, score in zip(ordered, scores, strict=True)]
