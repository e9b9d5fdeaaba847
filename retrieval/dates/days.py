"""A day, and the last day of a month or year."""

from dataclasses import dataclass
from datetime import date, timedelta


def last_day(year: int, month: int | None = None, day: int | None = None) -> date | None:
    """Return the day, or the last day of the month or year; None if there is no such day."""
    try:
        if month is None:
            return date(year, 12, 31)
        if day is None:
            return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class Found:
    """A date that stands in a text from `start` to `end`: a day, or the last one of what is named."""

    start: int
    end: int
    day: date
    whole_year: bool
