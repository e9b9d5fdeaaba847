"""Which crimes' thresholds the amounts of a question are held against."""

from collections.abc import Sequence

from retrieval.amounts.bases import Base, asks_for_tier, unnamed_bases
from retrieval.amounts.placed import TIERS, Placed
from retrieval.amounts.threshold import Crime
from retrieval.index import Index
from retrieval.reading.charges import charged_paragraph, charges_of_cases
from retrieval.search import Search

_LICENCES = ("电信业务经营许可证", "无证经营")  # terms in both languages


def charges_at_stake(
    search: Search, index: Index, placed: Sequence[Placed], bases: Sequence[Base], held: list[Crime]
) -> list[Crime]:
    """Return the crimes that are named and have thresholds; else those whose thresholds were found; else all that could be meant.

    Of a question about the corpus's subject that names none: those too that its cases were decided under, the one of most
    cases first, if it is not asked of a licence. That what was found is below one charge's threshold says nothing, where
    another's is reached. What is told of machines controlled or data wiped is of the crime that counts them.

    :param placed: The thresholds of what the question speaks of.
    :param held: The crimes that it names.
    """
    question = search.question
    measured = [
        p
        for p in placed
        if p.threshold.charge_article
        and p.threshold.tier in TIERS
        and any(b.counts_towards(p.threshold) for b in bases)
    ]
    usual = usual_crimes(index, measured)
    if held:
        of_subject = [crime for crime in held if crime in usual] if question.names_subject else []
        # of an article with several crimes the one that the subject is charged with
        return [crime for crime in held if not has_neighbour(crime, of_subject)] if len(held) > 1 else held
    known = list(dict.fromkeys(p.threshold.crime for p in measured))
    telling = list(dict.fromkeys(p.threshold.crime for p in measured if _is_telling(p, measured)))
    order = {
        (f.passage.authority, f.passage.article or f.passage.section): at for at, f in enumerate(reversed(search.found))
    }
    found: dict[Crime, int] = {}
    for p in placed:
        crime = p.threshold.crime
        if crime in known and p.article in order:
            found[crime] = max(found.get(crime, 0), order[p.article])
    nearest = sorted(found, key=lambda crime: -found[crime])
    if telling and not question.names_subject:
        return [*(crime for crime in nearest if crime in telling), *(c for c in telling if c not in found)]
    if question.names_subject:
        of_licence = any(term.zh in _LICENCES for term in question.terms)
        first = [c for c in nearest[:1] if (c not in usual or of_licence) and not has_neighbour(c, usual)]
        nearest = list(dict.fromkeys([*telling, *first, *usual]))
    if unnamed_bases(question.text) or asks_for_tier(question.text):
        # of no charge in particular: those that have tiers to tell apart
        tiered = {p.threshold.crime for p in placed if p.threshold.tier == TIERS[-1]}
        nearest = list(dict.fromkeys([*(c for c in [*nearest, *(usual or known)] if c in tiered), *nearest]))
    return nearest or usual or known


def _is_telling(placed: Placed, measured: Sequence[Placed]) -> bool:
    """Whether a threshold is one of counts that no crime of the subject's cases has: of machines, of sets, of users."""
    threshold = placed.threshold
    if threshold.unit in ("yuan", "person_times"):
        return False
    return bool(threshold.only_if) or all(
        p.threshold.crime == threshold.crime for p in measured if p.threshold.unit == threshold.unit
    )


def usual_crimes(index: Index, measured: Sequence[Placed]) -> list[Crime]:
    """Return the crimes among the measured ones that the cases were decided under, the most frequent first."""
    crimes = list(dict.fromkeys(p.threshold.crime for p in measured))
    usual: list[Crime] = []
    for article in charges_of_cases(index):
        paragraph = charged_paragraph(article, index)
        usual += [c for c in crimes if c[0] == article and (paragraph is None or not c[1] or paragraph in c[1])]
    return usual


def has_neighbour(crime: Crime, crimes: Sequence[Crime]) -> bool:
    """Return whether another crime of the same article is among some."""
    return any(crime[0] == other[0] and crime != other for other in crimes)
