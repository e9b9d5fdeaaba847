"""Where a question's dates fall under two versions of a law, or it compares them, both are quoted, and it is said why."""

from dataclasses import replace
from datetime import date

from prompts import say
from retrieval.dates.days import days_of
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.ranking.legs import REFERENCE
from retrieval.reading.changed import asks_for_change
from retrieval.search import Search

_FIRST = 6  # passages found that may have a counterpart in another version
_COMPARED = 2  # of them, where nothing but a comparison of the versions asks for the other one


def with_versions(search: Search, index: Index) -> Search:
    """Return the search with the counterparts of what was found first, in the versions that the other dates fall under.

    And in every other version, if it is asked what a change of the law made different.
    """
    found: list[Found] = []
    allowed = search.question.request.admits
    known = {one.passage.unit: one for one in search.found}
    placed: set[Unit] = set()
    for at, one in enumerate(_changed_first(search, index)):
        if one.passage.unit in placed:
            continue
        found.append(one)
        placed.add(one.passage.unit)
        for twin in _twins(search, one, at, index):
            held = index.units.get(twin, {}) if twin else {}
            own = held.get(search.question.language) or next(iter(held.values()), [])
            if twin is None or twin in placed or not own or not allowed(own[0]):
                continue
            # one that was found further down comes up beside the other
            found.append(
                replace(known[twin], score=one.score) if twin in known else Found(own[0], one.score, one.ranks)
            )
            placed.add(twin)
    return replace(search, found=found)


def _changed_first(search: Search, index: Index) -> list[Found]:
    """What was found; of what a change made different, a provision that the other version has too before one that is new.

    The article on a law's commencement is near to every question on its revision, and says nothing of what is asked.
    """
    found = search.found
    if not found or REFERENCE in found[0].ranks or not asks_for_change(search.question.text):
        return found
    law = found[0].passage.authority
    both = next(
        (one for one in found[:_FIRST] if one.passage.authority == law and _in_versions(one.passage.unit, index)), None
    )
    if both is None or both is found[0]:
        return found
    return [replace(both, score=found[0].score), *(one for one in found if one is not both)]


def _in_versions(unit: Unit, index: Index) -> list[Unit]:
    """The counterparts of a provision in every other version of its law."""
    twins = (index.versions.counterpart_in(unit, version.id) for version in index.versions.of(unit[0]))
    return [twin for twin in twins if twin]


def _twins(search: Search, one: Found, at: int, index: Index) -> list[Unit | None]:
    """The counterparts that are asked for of a passage, by its place in the result."""
    unit = one.passage.unit
    twins = [index.versions.counterpart(unit, day) for day in _other_days(search)] if at < _FIRST else []
    if at < _COMPARED and asks_for_change(search.question.text):
        twins += _in_versions(unit, index)
    return twins


def _other_days(search: Search) -> list[date]:
    question = search.question
    days = [question.begin] if question.begin and question.begin < question.as_of else []
    return [*days, question.decided] if question.decided else days


def date_warnings(search: Search, index: Index) -> list[str]:
    """Return what to say about the question's dates: whence it is, a change within the year, conduct and decision."""
    question, warnings = search.question, []
    warnings += how_dates_were_read(question)
    if question.begin and _changed_within(search, index, question.begin):
        warnings.append(_changed(question, question.begin))
    if question.decided:
        conduct = _time(question)
        decided = _shown(question.decided, question.decided_whole_year)
        warnings.append(say(question.answer_language, "warn_decided", as_of=conduct, decided=decided))
    elif question.is_decision and _has_versions(search, index):
        warnings.append(say(question.answer_language, "warn_is_decision", as_of=_time(question)))
    return warnings


def how_dates_were_read(question: Question) -> list[str]:
    """Return what to say of dates that were not read, that may be meant otherwise, and that are of an earlier question."""
    language, said = question.answer_language, []
    if question.dates_unread:
        name = "date_unread" if question.dated else "date_unread_today"
        unread = ("、" if language == "zh" else ", ").join(question.dates_unread)
        said.append(say(language, name, said=unread, as_of=question.as_of))
    if question.law_to_come:
        said.append(say(language, "law_to_come", year=question.law_to_come, today=question.today))
    if question.decision_before:
        decided = _shown(question.decision_before.day, question.decision_before.whole_year)
        said.append(say(language, "decision_before", decided=decided, today=question.today))
    if question.of_older_text:
        said.append(say(language, "date_of_older_text", as_of=question.as_of))
    if question.date_said:
        said.append(say(language, "date_read", said=question.date_said, as_of=_time(question)))
    if question.date_carried:
        said.append(say(language, "date_carried", as_of=_time(question)))
    return said


def _time(question: Question) -> str:
    """The time asked about: a day, a year, or both ends."""
    begin = question.begin or question.as_of
    if question.whole_year and (begin, question.as_of) == days_of(question.as_of.year):
        return str(question.as_of.year)
    if begin == question.as_of:
        return question.as_of.isoformat()
    return say(question.answer_language, "time_from_to", begin=begin, end=question.as_of)


def _changed(question: Question, begin: date) -> str:
    if question.whole_year and begin.year == question.as_of.year:
        return say(question.answer_language, "warn_changed", year=question.as_of.year)
    return say(question.answer_language, "warn_changed_between", begin=begin, as_of=question.as_of)


def _shown(day: date, whole_year: bool) -> str:
    return str(day.year) if whole_year else day.isoformat()


def _changed_within(search: Search, index: Index, first: date) -> bool:
    """Whether a law found first was replaced within the time asked about, neither on its first day nor after its last."""
    last = search.question.as_of
    return any(
        index.authorities[one.passage.authority].may_be_in_force(last)
        and not index.authorities[one.passage.authority].may_be_in_force(first)
        and index.versions.counterpart(one.passage.unit, first) is not None
        for one in search.found[:_FIRST]
    )


def _has_versions(search: Search, index: Index) -> bool:
    """Whether the best passage is of a law that is held in several versions."""
    laws = [one.passage.authority for one in search.found[:1] if not one.passage.kind.is_decision]
    return any(index.versions.of(name) for name in laws)
