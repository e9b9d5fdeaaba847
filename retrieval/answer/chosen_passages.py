"""Which passages are quoted: those that the question names, and those whose score is near the best."""

from collections import Counter
from collections.abc import Iterable

from retrieval.answer.briefs import is_told, named_case, named_cases
from retrieval.answer.lookup import asks_for_wording
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.ranking.found import Found
from retrieval.ranking.legs import ASKED, REFERENCE, TOPIC
from retrieval.ranking.own_use import is_found_by_meaning_alone
from retrieval.ranking.priors import asks_for
from retrieval.search import Search

UNITS = 6  # passages quoted at the most
# of the best passage's score, to be quoted: the more is quoted already, the nearer a further passage must be
LEAST_SHARES = (0.36, 0.36, 0.42, 0.42, 0.45)
OF_NEAREST_TOPIC = (
    0.4  # at the most, of the place that answers the nearest topic first; with .3 precision on dev fell by .007
)
PUT_FIRST = 0.99  # of the best passage's score: a rule or a second question has put it there
BESIDE_NAMED = 3  # passages quoted besides those of the articles that the question names
MOST = {False: 2, True: 4}  # cases, and commentaries, quoted: if the question asks for them or not
_NEAR_ASKED = 3  # of the places for which questions were written so many are taken to be about what is asked
_LIKE = 2  # likewise, for cases and commentaries beside the law


def weight_of(kind: Kind) -> int:
    """Return the place of a kind among what is quoted: 0 for law, 1 for cases, 2 for what is only said of them."""
    if kind in (Kind.CASE, Kind.PENALTY):
        return 1
    return 2 if kind in (Kind.COMMENTARY, Kind.DOCUMENT) else 0


def passages_to_quote(search: Search, index: Index, most: int) -> list[Found]:
    """Return the passages worth quoting, in their order.

    :param most: Passages quoted at the most.
    """
    named_articles = (
        sum(1 for found in search.found if REFERENCE in found.ranks) if search.question.own_references else 0
    )
    if named_articles and asks_for_wording(search.question):
        return [found for found in search.found if REFERENCE in found.ranks][:most]
    others = [found.score for found in search.found if REFERENCE not in found.ranks]
    only = _named_cases(search)
    best = max(others, default=0.0)
    if only:
        best = max((f.score for f in search.found if f.passage.authority in only), default=best)
    cases = named_cases(search, index)
    # of several each is quoted, by what it has that is nearest
    best_of = _best_of(cases, search) if len(cases) > 1 else {}
    of_case: Counter[str] = Counter()
    limit = min(most, named_articles + BESIDE_NAMED) if named_articles else most
    chosen: list[Found] = []
    passed = 0  # what is left out has its place: what comes after it is no nearer for that
    of_kind: Counter[int] = Counter()
    language = search.question.language
    # beside the question before, a follow-up is near to that one's topics and questions
    beside_law = not search.question.context and any(
        f.passage.kind.is_law and f.score >= LEAST_SHARES[0] * best for f in search.found
    )
    for found in search.found:
        weight = weight_of(found.passage.kind)
        told = found.passage.authority in only and is_told(found.passage, search.question)
        if len(chosen) >= (most if told else limit):
            continue
        if REFERENCE not in found.ranks:
            share = LEAST_SHARES[min(len(chosen) + passed, len(LEAST_SHARES) - 1)]
            if found.ranks.get(TOPIC) == 1:
                share = min(share, OF_NEAREST_TOPIC)
            own_best = best_of.get(found.passage.authority, best)
            if (found.score < share * own_best and not told) or (only and found.passage.authority not in only):
                continue
            if (
                chosen
                and not told
                and found.score < PUT_FIRST * own_best
                and is_near_by_meaning_alone(found, index, language)
            ):
                passed += 1
                continue
            is_asked = bool(only) or asks_for(search.question, found.passage.kind)
            if weight and not told and of_kind[weight] >= MOST[is_asked]:
                continue
            if weight and not is_asked and beside_law and found is not search.found[0] and not _is_like(found):
                continue
            enough = of_case[found.passage.authority] >= max(1, MOST[True] // len(cases)) if best_of else False
            if enough and found.passage.authority in cases and not told:
                continue
        chosen.append(found)
        of_kind[weight] += 1
        of_case[found.passage.authority] += 1
    return chosen


def is_near_by_meaning_alone(found: Found, index: Index, language: str) -> bool:
    """Return whether nothing says of a passage that it is about what is asked but how near its text is in meaning.

    No near topic is answered by it, no term or name stands for it, it is not among those that have the question's words,
    and the questions that were written for it are not among the nearest. Of a passage for which none were, nothing is known;
    nor of one that is not held in the question's language: it cannot have its words.

    :param language: The question's.
    """
    unit = found.passage.unit
    if not index.asked.has(unit) or TOPIC in found.ranks or language not in index.units[unit]:
        return False
    return is_found_by_meaning_alone(found.ranks) and found.ranks.get(ASKED, _NEAR_ASKED + 1) > _NEAR_ASKED


def _is_like(found: Found) -> bool:
    """Whether a case or a commentary, which nobody asks for, is about the very thing: near topics or questions lead to it."""
    return min(found.ranks.get(TOPIC, _LIKE + 1), found.ranks.get(ASKED, _LIKE + 1)) <= _LIKE


def _best_of(cases: Iterable[str], search: Search) -> dict[str, float]:
    """The score of each case's best passage."""
    return {case: max((f.score for f in search.found if f.passage.authority == case), default=0.0) for case in cases}


def _named_cases(search: Search) -> set[str]:
    """The cases that the question names: what is asked of a case stands in its brief."""
    if not named_case(search):
        return set()
    return {name for r in search.question.references if not r.article for name in r.authorities}
