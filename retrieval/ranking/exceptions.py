"""A rule is not told without the exception to it that stands in another article: limitation does not run for who fled."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.ranking.compared import provisions
from retrieval.ranking.found import Found
from retrieval.ranking.legs import TERM, Allowed

_EXCEPTIONS: dict[Unit, Unit] = {(CRIMINAL_LAW, "第八十七条"): (CRIMINAL_LAW, "第八十八条")}
_FIRST = 3  # passages found that are what is asked for


def with_exceptions(found: Sequence[Found], language: str, index: Index, allowed: Allowed) -> list[Found]:
    """Return what was found, the exception to a rule found first right behind it."""
    result = list(found)
    for one in found[:_FIRST]:
        unit = _EXCEPTIONS.get(one.passage.unit)
        if unit is None or unit not in index.units or unit in [other.passage.unit for other in found[:_FIRST]]:
            continue
        for exception in provisions([unit], found, language, index, allowed):
            result = [other for other in result if other.passage.unit != unit]
            beside = replace(exception, score=one.score, ranks={TERM: 1} | exception.ranks)
            result.insert(result.index(one) + 1, beside)
    return result
