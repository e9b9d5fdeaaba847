"""The decided case that is nearest in amount to what a question tells, where it asks how such a one is sentenced."""

import re

from retrieval.cases.records import Amount, Record, records_of
from retrieval.index import Index
from retrieval.reckoning.reckon import Reckoning
from retrieval.search import Search

# asked is how the sentence turns out: suspended, in prison, none at all
SENTENCE = re.compile(
    r"缓刑|判缓|能缓|实刑|坐牢|免予?(?:刑事)?处罚|免刑|\bsuspen\w+|\bprobation\b|\bprison\b|\bjail\b|\bcustod\w+|\bexempt\w*",
    re.IGNORECASE,
)
_APPEAL = re.compile(r"上诉|抗诉|申诉|\bappeal\w*", re.IGNORECASE)  # the sentence is told, and no longer asked for
_FARTHEST = 1.5  # times as much, or as little: what is farther off is no like case
_SUMS = ("gains", "turnover")


def nearest_case(search: Search, reckoning: Reckoning, index: Index) -> tuple[Record, Amount] | None:
    """Return the case of which it is known how it was sentenced and whose sum is nearest, with that sum; None if none is near."""
    question = search.question
    told = [row.base.value for row in reckoning.rows if row.base.is_gains and row.base.value]
    if not told or not SENTENCE.search(question.text) or _APPEAL.search(question.text):
        return None
    near = [
        (max(amount.value, sum_) / min(amount.value, sum_), record.authority.id, record, amount)
        for record in records_of(index.authorities.values())
        if record.suspended in ("yes", "no") and record.conduct and _is_admitted(record, search, index)
        for amount in record.amounts
        if amount.kind in _SUMS and amount.value
        for sum_ in told
    ]
    best = min(near, key=lambda one: one[:2], default=None)
    return (best[2], best[3]) if best and best[0] <= _FARTHEST else None


def _is_admitted(record: Record, search: Search, index: Index) -> bool:
    return any(map(search.question.request.admits, index.by_authority[record.authority.id]))
