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
from retrieval.reading.documents import named_documents
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
    if kind.is_decision:
        return 1
    return 2 if kind in (Kind.COMMENTARY, Kind.DOCUMENT) else 0


def passages_to_quote(search: Search, index: Index, most: int) -> list[Found]:
    """Return the passages worth quoting, in their order.

    :param most: Passages quoted at the most.
    """
    named = [found for found in search.found if REFERENCE in found.ranks]
    if search.question.own_references and named and asks_for_wording(search.question):
        return named[:most]
    choice = _Choice(search, index, most)
    for found in search.found:
        choice.consider(found)
    return choice.chosen


class _Choice:
    """Goes through the passages found, best first, and takes those worth quoting."""

    def __init__(self, search: Search, index: Index, most: int) -> None:
        self.chosen: list[Found] = []
        self._question, self._index, self._most = search.question, index, most
        self._first = search.found[0] if search.found else None
        self._named_cases = _named_cases(search) | named_documents(search.question.references, index)
        self._cases = named_cases(search, index)
        # of several each is quoted, by what it has that is nearest
        self._best_of = _best_of(self._cases, search) if len(self._cases) > 1 else {}
        self._best = self._best_score(search)
        articles = sum(REFERENCE in found.ranks for found in search.found) if search.question.own_references else 0
        self._limit = min(most, articles + BESIDE_NAMED) if articles else most
        # beside the question before, a follow-up is near to that one's topics and questions
        self._beside_law = not search.question.context and any(
            f.passage.kind.is_law and f.score >= LEAST_SHARES[0] * self._best for f in search.found
        )
        self._passed = 0  # what is left out has its place: what comes after it is no nearer for that
        self._of_kind: Counter[int] = Counter()
        self._of_case: Counter[str] = Counter()

    def consider(self, found: Found) -> None:
        """Take a passage, or leave it out."""
        told = found.passage.authority in self._named_cases and is_told(found.passage, self._question)
        if len(self.chosen) >= (self._most if told else self._limit):
            return
        if REFERENCE not in found.ranks and not (self._is_near(found, told) and self._has_room(found, told)):
            return
        self.chosen.append(found)
        self._of_kind[weight_of(found.passage.kind)] += 1
        self._of_case[found.passage.authority] += 1

    def _is_near(self, found: Found, told: bool) -> bool:
        """Whether its score is near enough to the best, and more than nearness of meaning leads to it."""
        if self._named_cases and found.passage.authority not in self._named_cases:
            return False
        if told:
            return True
        share = LEAST_SHARES[min(len(self.chosen) + self._passed, len(LEAST_SHARES) - 1)]
        if found.ranks.get(TOPIC) == 1:
            share = min(share, OF_NEAREST_TOPIC)
        best = self._best_of.get(found.passage.authority, self._best)
        if found.score < share * best:
            return False
        put_first = found.score >= PUT_FIRST * best
        if self.chosen and not put_first and is_near_by_meaning_alone(found, self._index, self._question.language):
            self._passed += 1
            return False
        return True

    def _has_room(self, found: Found, told: bool) -> bool:
        """Whether cases and commentaries leave room for one more, beside the law and beside one another."""
        if told:
            return True
        weight, authority = weight_of(found.passage.kind), found.passage.authority
        is_asked = bool(self._named_cases) or asks_for(self._question, found.passage.kind)
        if weight and self._of_kind[weight] >= MOST[is_asked]:
            return False
        if weight and not is_asked and self._beside_law and found is not self._first and not _is_like(found):
            return False
        enough = max(1, MOST[True] // len(self._cases)) if self._best_of else self._most
        return authority not in self._cases or self._of_case[authority] < enough

    def _best_score(self, search: Search) -> float:
        others = max((found.score for found in search.found if REFERENCE not in found.ranks), default=0.0)
        of_named = (f.score for f in search.found if f.passage.authority in self._named_cases)
        return max(of_named, default=others)


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
