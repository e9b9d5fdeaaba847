"""What is asked next often stands near to what the answer before cited: a few articles on, or in the same one."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from math import exp

from retrieval.address import article_numbers
from retrieval.index import Index
from retrieval.ranking.found import Found
from retrieval.references.find import Reference

# what an article is worth more, as a share of its score, right beside one that was cited; and where it is the same one
BESIDE, SAME = 0.6, 0.3
REACH = 16  # articles further on, that is worth a third of it


def near_the_cited(found: Iterable[Found], cited: Iterable[Reference], index: Index) -> list[Found]:
    """Return what was found, what stands near to articles that the answer before cited raised.

    :param cited: The places that the answer names, each with the authorities that it may be of.
    """
    places: dict[str, set[tuple[int, int]]] = {}
    for reference in cited:
        for authority in reference.authorities if reference.article else ():
            places.setdefault(authority, set()).add(reference.article)
    orders = {authority: _articles(authority, index) for authority in places}

    def raised(one: Found) -> Found:
        authority = one.passage.authority
        article = article_numbers(one.passage.article or "")
        if article is None or authority not in places:
            return one
        order = orders[authority]
        place = bisect_left(order, article)
        distance = min(abs(place - bisect_left(order, other)) for other in places[authority])
        worth = (BESIDE if distance else SAME) * exp(-distance / REACH)
        return replace(one, score=one.score * (1 + worth))

    return [raised(one) for one in found]


def _articles(authority: str, index: Index) -> list[tuple[int, int]]:
    """The numbers of an authority's articles that are held, in the order of the text."""
    articles = {passage.article for passage in index.by_authority.get(authority, ()) if passage.article}
    return sorted(numbers for article in articles if (numbers := article_numbers(article)))
