"""Where a question's dates fall under two versions of a law, or it asks what changed, both are quoted, and it is said why."""

from dataclasses import replace
from datetime import date

from prompts import say
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.ranking.found import Found
from retrieval.reading.changed import asks_for_change
from retrieval.search import Search, allowed_passages

_FIRST = 6  # passages found that may have a counterpart in another version


def with_versions(search: Search, index: Index) -> Search:
    """Return the search with the counterparts of what was found first, in the versions that the other dates fall under."""
    found: list[Found] = []
    allowed = allowed_passages(search.question.request)
    placed: set[Unit] = set()
    for at, one in enumerate(search.found):
        if one.passage.unit in placed:
            continue
        found.append(one)
        placed.add(one.passage.unit)
        for twin in _twins(one, search, index) if at < _FIRST else ():
            held = index.units.get(twin, {})
            own = held.get(search.question.language) or next(iter(held.values()), [])
            if twin not in placed and own and allowed(own[0]):
                found.append(Found(own[0], one.score, one.ranks))
                placed.add(twin)
    return replace(search, found=found)


def _twins(one: Found, search: Search, index: Index) -> list[Unit]:
    """The provision's counterparts in the versions that the other dates fall under, or in all if a change is asked about."""
    unit = one.passage.unit
    twins = [index.versions.counterpart(unit, day) for day in _other_days(search)]
    if asks_for_change(search.question.text):
        twins += [index.versions.counterpart_in(unit, version.id) for version in index.versions.of(unit[0])]
    return [twin for twin in twins if twin]


def _other_days(search: Search) -> list[date]:
    question = search.question
    days = [date(question.as_of.year, 1, 1)] if question.whole_year else []
    return [*days, question.decided] if question.decided else days


def date_warnings(search: Search, index: Index) -> list[str]:
    """Return what to say about the question's dates: whence it is, a change within the year, conduct and decision."""
    question, warnings = search.question, []
    if question.date_carried:
        warnings.append(
            say(question.answer_language, "date_carried", as_of=_shown(question.as_of, question.whole_year))
        )
    changed = _changed_within(search, index) if question.whole_year else False
    if changed:
        warnings.append(say(question.answer_language, "warn_changed", year=question.as_of.year))
    if question.decided:
        conduct = _shown(question.as_of, question.whole_year)
        decided = _shown(question.decided, question.decided_whole_year)
        warnings.append(say(question.answer_language, "warn_decided", as_of=conduct, decided=decided))
    elif question.is_decision and _has_versions(search, index):
        warnings.append(
            say(question.answer_language, "warn_is_decision", as_of=_shown(question.as_of, question.whole_year))
        )
    return warnings


def _shown(day: date, whole_year: bool) -> str:
    return str(day.year) if whole_year else day.isoformat()


def _changed_within(search: Search, index: Index) -> bool:
    """Whether a law found first was replaced within the year asked about, neither on its first day nor after its last."""
    first, last = date(search.question.as_of.year, 1, 1), search.question.as_of
    return any(
        index.authorities[one.passage.authority].may_be_in_force(last)
        and not index.authorities[one.passage.authority].may_be_in_force(first)
        and index.versions.counterpart(one.passage.unit, first) is not None
        for one in search.found[:_FIRST]
    )


def _has_versions(search: Search, index: Index) -> bool:
    """Whether the best passage is of a law that is held in several versions."""
    laws = [one.passage.authority for one in search.found[:1] if one.passage.kind not in (Kind.CASE, Kind.PENALTY)]
    return any(index.versions.of(name) for name in laws)
