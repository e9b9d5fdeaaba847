"""Which items of a list bear on a question, beside the words that they share with it.

Of a list of circumstances the one that shares a word may be the wrong one: the topics say which are meant.
"""

from collections.abc import Callable

from retrieval.index import Index
from retrieval.parts.spans import Span
from retrieval.passage import Passage
from retrieval.search import Search

NAMED = 1.0  # of an item that a topic near to the question names, in the scale of relevance: before all others
USUAL = 0.2  # shared out among the items of a paragraph by how many topics name them at all


def worth_of_items(passage: Passage, search: Search, index: Index) -> Callable[[Span], float]:
    """Return what each item of a passage is worth by the topics, in the scale of relevance."""
    unit, counts = passage.unit, index.topics.named_items

    def worth(item: Span) -> float:
        place = (unit, item.paragraph or 0, item.item or "")
        if place in search.items:
            return NAMED
        among = sum(count for (own, paragraph, _), count in counts.items() if (own, paragraph) == place[:2])
        return USUAL * counts[place] / among if among else 0.0

    return worth
