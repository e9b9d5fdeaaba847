"""Whether the time for prosecution is over: tier, maximum punishment, period of art. 87, and the day on which it ends."""

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from retrieval.amounts.bases import stated_last
from retrieval.amounts.placed import TIERS
from retrieval.amounts.resumed import resumed
from retrieval.authority import CRIMINAL_LAW
from retrieval.dates.days import Days
from retrieval.dates.relative import spell_out
from retrieval.dates.spelt import find_spelt
from retrieval.index import Index
from retrieval.question import Question
from retrieval.reading.limitation import asks_for_limitation, asks_whether_over
from retrieval.reckoning.charged import named_crimes
from retrieval.reckoning.punishments import (
    LIMITATION,
    Period,
    Range,
    ranges_of,
    read_periods,
)
from retrieval.reckoning.reckon import Reckoning
from retrieval.reckoning.tiers import Row
from retrieval.search import Search

_TOLD = (
    ("particularly_serious", re.compile(r"特别严重|第二档|\bparticularly serious\b|\b(?:second|upper|heavier|higher) tier\b", re.IGNORECASE)),
    ("serious", re.compile(r"(?<!特别)情节严重|第一档|基本(?:档|刑)|(?<!particularly )\bserious circumstances\b|\b(?:first|base|basic|lower) tier\b", re.IGNORECASE)),
)  # fmt: skip


_Crime = tuple[str, int | None]  # article of the Criminal Law, and paragraph


@dataclass(frozen=True)
class _Applying:
    """A range of a crime that may apply.

    :param is_known: Whether it is known that it does, or would if its circumstances were found.
    """

    own: Range
    alone: bool
    is_known: bool
    has_figure: bool = True


@dataclass(frozen=True)
class Limit:
    """The period for a crime in one of its ranges of punishment.

    :param article: Of the Criminal Law.
    :param paragraph: The crime's, None where the article has one crime.
    :param alone: Whether the crime has no other range.
    :param ends: The days on which the period is over at the earliest and at the latest, None where it is not known from
        when it is counted, or which range applies.
    :param has_figure: Whether the amounts reach this range; else no figure for it is held, and it may apply besides.
    """

    article: str
    paragraph: int | None
    own: Range
    alone: bool
    period: Period
    ends: Days | None
    has_figure: bool = True

    def state(self, filed: Days | None, today: date) -> str:
        """Return `late`, `in_time`, `unclear` by the days of the filing, `over`, `running`, `open` by today; empty if unknown.

        :param filed: The first and the last day on which the case may have been opened.
        """
        if self.ends is None:
            return ""
        first, last = self.ends
        if filed is None:
            return "over" if today > last else "running" if today < first else "open"
        return "late" if filed[0] > last else "in_time" if filed[1] < first else "unclear"


@dataclass(frozen=True)
class Limitation:
    """What can be said of the limitation of a case.

    :param start: The last day of what was done, None if none is told.
    :param is_exact: Whether that very day is told, not a month or a year with it.
    :param goes_on: Whether it is told as going on until today, so that the period has not begun.
    :param filed: The days told of the filing, or of what followed it.
    :param lacking: What the question does not tell: `date`, `charge`, `tier`.
    """

    limits: tuple[Limit, ...]
    start: date | None
    is_exact: bool
    goes_on: bool
    filed: Days | None
    lacking: tuple[str, ...]


def limitation_of(search: Search, reckoning: Reckoning, index: Index) -> Limitation | None:
    """Return what can be said of the limitation; None if that is not asked, or of a decided case, or the law is not held."""
    question = search.question
    held = index.units.get((CRIMINAL_LAW, LIMITATION), {}).get("zh", [])
    periods = read_periods("\n".join(passage.text for passage in held if question.request.admits(passage)))
    named = (index.authorities[name].kind for reference in question.references for name in reference.authorities)
    if not periods or not _is_asked(question) or any(kind.is_decision for kind in named):
        return None
    start = question.as_of if question.begin and not question.is_decision else None
    goes_on = bool(start and start >= question.today and question.begin != start)
    charged = _charged(search, reckoning, index)
    crimes = [crime for crime in charged if _was_one(crime, question, index)]
    applying = [(crime, one) for crime in crimes for one in _ranges_that_apply(crime, search, reckoning, index)]
    days = list(_days_told(question))
    earliest = next((max(first, date(last.year, 1, 1)) for first, last in days if last == start), start)
    counted_from = None if goes_on or not start or not earliest else (earliest, start)
    limits = tuple(
        Limit(*charge, one.own, one.alone, period, ends, one.has_figure)
        for charge, one in applying
        if (period := next((own for own in periods if own.covers(one.own)), None))
        for ends in [_years_after(counted_from, period.years) if counted_from and one.is_known else None]
    )
    if charged and not limits and all(paragraph for _, paragraph in charged):
        return None  # no crime on that day, or one without a punishment in years
    if not limits and start is None and not asks_whether_over(question.text):
        return None  # the rule is asked for, of no case
    tier_unknown = bool(limits) and not all(one.is_known for _, one in applying)
    lacks = {"date": start is None, "charge": not limits, "tier": tier_unknown}
    return Limitation(
        limits, start, earliest == start, goes_on, _filed(question, days),
        tuple(name for name, missing in lacks.items() if missing),
    )  # fmt: skip


def _is_asked(question: Question) -> bool:
    """Whether the limitation is asked for, or was before this question gave another sum: and if it was 60,000?"""
    if asks_for_limitation(question.text):
        return True
    for at in range(len(question.earlier), 0, -1):
        texts = [*question.earlier, question.text][: at + 1]
        if not resumed(texts[at], stated_last(texts[:at])):
            return False
        if asks_for_limitation(texts[at - 1]):
            return True
    return False


def _charged(search: Search, reckoning: Reckoning, index: Index) -> list[_Crime]:
    """The crimes at stake: those named, those else that the amounts reach."""
    measured = list(dict.fromkeys(_crime_of(row) for row in reckoning.rows))
    reached = [_crime_of(row) for row in reckoning.rows if row.reached]
    charges: list[_Crime] = []
    for charge in named_crimes(search, index).charges:
        article = charge.unit[1] or ""
        own = [crime for crime in measured if crime[0] == article]
        charges += own if own and charge.paragraph is None else [(article, charge.paragraph)]
    return list(dict.fromkeys(charges or reached))


def _crime_of(row: Row) -> _Crime:
    """The crime that a row is of; of paragraphs that share its standard and its punishment, the first."""
    return row.measure.charge_article or "", next(iter(row.measure.charge_paragraphs), None)


def _was_one(crime: _Crime, question: Question, index: Index) -> bool:
    """Whether a crime was one on the day asked about."""
    article, paragraph = crime
    held = index.units.get((CRIMINAL_LAW, article), {}).get("zh", [])
    return any(own.in_force_on(question.as_of, question.today, paragraph) != "fail" for own in held)


def _ranges_that_apply(crime: _Crime, search: Search, reckoning: Reckoning, index: Index) -> Iterator[_Applying]:
    """Yield the ranges of a crime that its amounts reach or the question tells; all of them, if neither is known."""
    ranges = ranges_of(*crime, index)
    alone = len(ranges) == 1
    rows = [
        row
        for row in reckoning.rows
        if row.measure.charge_article == crime[0] and crime[1] in (row.measure.charge_paragraphs or (crime[1],))
    ]
    tiers = {row.reached.tier for row in rows if row.reached}
    if tiers and not (reckoning.costs_decide or reckoning.share_decides):
        tiers = {max(tiers, key=TIERS.index)}  # each of the measures is enough by itself
    if not rows:
        tiers = {name for name, said in _TOLD if said.search(search.question.understood)}
    with_figures = {step.tier for row in rows for step in row.steps}
    for own in ranges:
        is_one = sum(other.tier == own.tier for other in ranges) == 1
        if alone or not tiers or own.tier in tiers:
            yield _Applying(own, alone, alone or (bool(tiers) and is_one))
        elif rows and own.tier == TIERS[-1] and own.tier not in with_figures:
            yield _Applying(own, alone, is_one, has_figure=False)


def _days_told(question: Question) -> Iterator[Days]:
    """The first and the last day of each date that the question, or one that it points back to, gives."""
    for text in (question.text, *question.earlier):
        yield from ((one.first, one.last) for one in find_spelt(spell_out(text, question.today), []))


def _filed(question: Question, days: list[Days]) -> Days | None:
    decided = question.decided
    if decided is None:
        return None
    return next((own for own in days if own[1] == decided), (decided, decided))


def _years_after(days: Days, years: int) -> Days:
    """The same days so many years later."""
    return _later(days[0], years), _later(days[1], years)


def _later(day: date, years: int) -> date:
    """The same day so many years later; of 29 February the last of the month."""
    year = day.year + years
    leaps = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=1)).replace(year=year) if leaps and not isleap(year) else day.replace(year=year)
