"""A stretch of days that a text names: a day, a month or a part of one, a year or a part of one."""

from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date, date]  # the first and the last of them
_CENTURY_ENDS = 50  # of years of two figures: 49 is 2049, 50 is 1950


def days_of(year: int, month: int | None = None, day: int | None = None) -> Days | None:
    """Return the day, or the first and the last one of the month or year; None if there is no such day."""
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), _end_of_month(year, month)
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def months_of(year: int, first: int, last: int) -> Days:
    """Return the days of some months of a year; a last one before the first is of the year after: winter.

    :param first: The first of the months, 1 to 12.
    """
    return date(year, first, 1), _end_of_month(year if last >= first else year + 1, last)


def _end_of_month(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def full_year(figures: str) -> int:
    """Return the year that two or four figures name: 19 is 2019, 98 is 1998."""
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < _CENTURY_ENDS else 1900)


@dataclass(frozen=True)
class Found:
    """A date that stands in a text from `start` to `end`.

    :param first: The first day of what is named, a day, a month or a year.
    :param last: The last one.
    :param whole_year: Whether it is named by its year without a month.
    :param unsure: Whether it may be meant otherwise: 1/6/2016, early 2019, 19年3月.
    :param stays_open: Whether it goes on from there: after 2019, 2019年以后.
    """

    start: int
    end: int
    first: date
    last: date
    whole_year: bool = False
    unsure: bool = False
    stays_open: bool = False
