"""The date that a follow-up takes from the questions before it: the law at the time of the conduct goes on governing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from retrieval.dates.now_and_then import sets_today_beside
from retrieval.dates.reading import Dated, read_dates, supposes_law_to_come
from retrieval.dates.relative import spell_out
from retrieval.dates.spelt import without_dates
from retrieval.dates.unread import unread_dates
from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.reading.follow_up import READ
from retrieval.reading.normal_form import as_meant
from retrieval.reading.pointing_back import explains_its_pronoun, leans_back, points_back
from retrieval.references.find import find_references
from retrieval.request import Turn
from retrieval.words.tokens import content_words

TURNS = 12  # messages in which a date is looked for
# asked about the law of today, whatever was asked before; 他现在要判几年 is not
_OF_TODAY = re.compile(
    r"现行|如今|今天的?(?:法|规定)|(?:现在|目前)(?:呢|的(?:法|规定|标准)|还?(?:有效|适用|是犯罪|算犯罪|违法))|"
    r"\b(?:today|currently|nowadays|at present|still (?:in force|good law|valid|the law|a crime|apply|applies)|"
    r"(?:current|present) (?:law|rules|text|wording|version)|(?:and|what about|how about|as of) now)\b",
    re.IGNORECASE,
)

_SUPPOSED_HAN = frozenset("换成改如果是要呢那在的话时候年假设若发生做干事情不对错应该其实")
_SUPPOSED = frozenset(
    ["actual", "sorri", "no", "not", "mean", "meant", "correct", "wait", "instead", "rather", "happen"]
)


def dates_of(text: str, index: Index, today: date) -> Dated | None:
    """Return the dates that a question gives by itself; until today, where it sets that beside them."""
    spelt = spell_out(text, today)
    dated = read_dates(spelt, _names(spelt, index), today)
    if dated and not dated.decided and dated.day < today and sets_today_beside(spelt):
        return replace(dated, day=today, whole_year=False, is_decision=False)
    return dated


def dates_not_read(text: str, index: Index) -> tuple[str, ...]:
    """Return what looks like a date in a question and was not read as one."""
    return unread_dates(text, _names(text, index))


def law_to_come(text: str, index: Index, today: date) -> int | None:
    """Return the year, yet to come, whose law a question asks about: of a change that it supposes, or of its own date."""
    spelt = spell_out(text, today)
    names = _names(spelt, index)
    if supposed := supposes_law_to_come(spelt, names, today):
        return supposed
    dated = read_dates(spelt, names, today)
    return dated.day.year if dated and dated.begin > today else None


def _names(text: str, index: Index) -> list[tuple[int, int]]:
    """Where names of authorities stand, numbers among them: a year in them is no date."""
    return [(mention.start, mention.end) for mention in index.registry.mentions(text)]


def carried_date(text: str, turns: Sequence[Turn], index: Index, today: date) -> Dated | None:
    """Return the date of the conduct that a question without one of its own takes from those before; None without any.

    Passed on from question to question as long as each leans on the one before it, also where one names a law.

    :param text: The question, in Simplified characters and plain forms.
    """
    return next((dated for dated in _before(text, turns, index, today) if not dated.is_decision), None)


def decision_before(text: str, turns: Sequence[Turn], index: Index, today: date) -> Dated | None:
    """Return the date of a decision that the questions before give, where the question takes no date from them.

    When the conduct was is not known then: the law of another day is quoted than in the answer before.
    """
    dates = list(_before(text, turns, index, today))
    return dates[0] if dates and all(dated.is_decision for dated in dates) else None


def _before(text: str, turns: Sequence[Turn], index: Index, today: date) -> Iterator[Dated]:
    """Yield the dates that the questions before give, the last one first, as far as each leans on the one before it."""
    for turn in reversed(turns[-TURNS:]):
        if turn.role != "user":
            continue
        if _OF_TODAY.search(text) or not _leans(text, index):
            return
        text = as_meant(turn.content[:READ], index)
        if dated := dates_of(text, index, today):
            yield dated


def gives_only_a_date(text: str, index: Index, today: date) -> bool:
    """Return whether a question says nothing but another date: and if it was in 2018?"""
    spelt = spell_out(text, today)
    bare = without_dates(spelt, _names(spelt, index))
    return bare != spelt and all(set(word) <= _SUPPOSED_HAN or word in _SUPPOSED for word in content_words(bare))


def with_decision(own: Dated, carried: Dated) -> Dated:
    """Return the date carried on, with the decision's that the question itself gives."""
    return replace(carried, said=own.said, decided=own.day, decided_whole_year=own.whole_year)


def _leans(text: str, index: Index) -> bool:
    language = detect_language(text)
    if leans_back(text, language) and not explains_its_pronoun(text, language):
        return True
    return points_back(text, language, find_references(text, index.registry), index)
