"""What is compared besides where a question names no charge: nothing is said not to be reached before all at stake were."""

from collections.abc import Iterable, Sequence

from retrieval.amounts.bases import Base
from retrieval.amounts.international import CALLS, is_international
from retrieval.amounts.placed import TIERS, Placed
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.reading.charges import charges_of_cases
from retrieval.reckoning.tiers import tier_rows
from retrieval.search import Search


def with_all_compared(
    charges: Sequence[str], search: Search, placed: Sequence[Placed], bases: Sequence[Base], index: Index
) -> list[str]:
    """Return the charges to compare with, where none is named.

    Those come first of which the very figure is a threshold. A crime whose own article was found before all else is
    compared too. So is every one that the subject's cases were decided under, unless what was found leads to another one
    that is reached. Lines abroad that are sold on are illegal business alone.

    :param charges: Those that the question's words and what was found lead to.
    """
    question = search.question
    if is_international(question.understood) and not question.names_subject:
        return _unique(p.threshold.charge_article for p in placed if CALLS.search(p.threshold.measure.zh))
    measured = [
        (p.threshold, base)
        for p in placed
        for base in bases
        if p.threshold.charge_article and p.threshold.tier in TIERS and base.counts_towards(p.threshold)
    ]
    known = _unique(threshold.charge_article for threshold, _ in measured)
    usual = [charge for charge in charges_of_cases(index) if charge in known]
    figures = {threshold.charge_article for threshold, base in measured if threshold.value == base.value}
    first = search.found[0].passage if search.found else None
    found = [charge for charge in known if first and (first.authority, first.article) == (CRIMINAL_LAW, charge)]
    equal = [charge for charge in _unique([*charges, *usual]) if charge in figures]
    compared = _unique([*equal, *charges, *found])
    elsewhere = any(charge not in usual for charge in charges)
    if elsewhere and any(row.reached for base in bases for row in tier_rows(base, _of(compared, placed))):
        return compared
    return _unique([*compared, *usual])


def _of(charges: Sequence[str], placed: Sequence[Placed]) -> list[Placed]:
    return [p for p in placed if p.threshold.charge_article in charges]


def _unique(charges: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(charge for charge in charges if charge))
