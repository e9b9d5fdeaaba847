"""What is compared besides where a question names no charge: nothing is said not to be reached before all at stake were."""

from collections.abc import Iterable, Sequence

from retrieval.amounts.bases import Base
from retrieval.amounts.international import CALLS, is_international
from retrieval.amounts.placed import TIERS, Placed
from retrieval.amounts.threshold import Crime
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.reckoning.at_stake import has_neighbour, usual_crimes
from retrieval.reckoning.tiers import tier_rows
from retrieval.search import Search


def with_all_compared(
    crimes: Sequence[Crime], search: Search, placed: Sequence[Placed], bases: Sequence[Base], index: Index
) -> list[Crime]:
    """Return the crimes to compare with, where none is named.

    Those come first of which the very figure is a threshold. A crime whose own article was found before all else is
    compared too. So is every one that the subject's cases were decided under, unless what was found leads to another one
    that is reached. Lines abroad that are sold on are illegal business alone.

    :param crimes: Those that the question's words and what was found lead to.
    """
    question = search.question
    if is_international(question.understood) and not question.names_subject:
        return _unique(p.threshold.crime for p in placed if CALLS.search(p.threshold.measure.zh))
    measured = [
        (p, base)
        for p in placed
        for base in bases
        if p.threshold.charge_article and p.threshold.tier in TIERS and base.counts_towards(p.threshold)
    ]
    known = _unique(p.threshold.crime for p, _ in measured)
    usual = usual_crimes(index, [p for p, _ in measured])
    figures = {p.threshold.crime for p, base in measured if p.threshold.value == base.value}
    first = search.found[0].passage if search.found else None
    found = [
        crime
        for crime in known
        if first and (first.authority, first.article) == (CRIMINAL_LAW, crime[0]) and not has_neighbour(crime, usual)
    ]
    equal = [crime for crime in _unique([*crimes, *usual]) if crime in figures]
    compared = _unique([*equal, *crimes, *found])
    elsewhere = any(crime not in usual for crime in crimes)
    if elsewhere and any(row.reached for base in bases for row in tier_rows(base, _of(compared, placed))):
        return compared
    return _unique([*compared, *usual])


def _of(crimes: Sequence[Crime], placed: Sequence[Placed]) -> list[Placed]:
    return [p for p in placed if p.threshold.crime in crimes]


def _unique(crimes: Iterable[Crime]) -> list[Crime]:
    return list(dict.fromkeys(crimes))
