"""The crimes that a question sets side by side: the provision of each comes, in turn."""

import re
from collections.abc import Sequence

from retrieval.amounts.placed import TIERS, Placed, thresholds_on
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.ranking.legs import TERM, Allowed
from retrieval.reading.charges import charges_in
from retrieval.reading.short_names import charges_named_in_short
from retrieval.words.comparing import sets_side_by_side

SIDES = 3
# not only how each is punished
_FROM_WHERE_ON = re.compile(r"入罪|立案|起点|门槛|起刑|够罪|定罪(?:金额|数额|标准)|\bthresholds?\b", re.IGNORECASE)


def sides(question: Question, index: Index) -> list[Unit]:
    """Return the articles on the crimes that a question compares, in the order in which they are named; none if it does not."""
    if not sets_side_by_side(question.text):
        return []
    own = charges_in(question.text, question.own_references, index)
    if len(own) < SIDES - 1:
        known = {charge.unit for charge in own}
        own += [charge for charge in charges_named_in_short(question.text, index) if charge.unit not in known]
    named = own if len(own) > 1 else charges_in(question.understood, question.references, index)
    return [charge.unit for charge in named[:SIDES]] if len(named) > 1 else []


def thresholds(units: Sequence[Unit], question: Question, index: Index) -> list[Unit]:
    """Return the articles that set from where on the compared crimes are serious, in their order; none if that is not asked.

    :param units: The articles on the crimes.
    """
    if not _FROM_WHERE_ON.search(question.text):
        return []
    held = thresholds_on(index, question.as_of)
    placed = dict.fromkeys(p.article for unit in units for p in held if _is_of(p, unit))
    return [(law, article) for law, article in placed if article and (law, article) in index.units]


def _is_of(placed: Placed, unit: Unit) -> bool:
    return placed.threshold.charge_article == unit[1] and placed.threshold.tier in TIERS


def provisions(
    units: Sequence[Unit], found: Sequence[Found], language: str, index: Index, allowed: Allowed
) -> list[Found]:
    """Return some articles and sections as they were found; those that were not, from the index."""
    known = {one.passage.unit: one for one in found}
    first = []
    for unit in units:
        held = index.units[unit]
        own = [passage for passage in held.get(language) or next(iter(held.values())) if allowed(passage)]
        if one := known.get(unit) or (Found(own[0], 0.0, {TERM: 1}) if own else None):
            first.append(one)
    return first
