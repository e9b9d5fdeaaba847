"""Stored moments as the page and its files tell them: by China's clock, like every day that an answer speaks of."""

from datetime import datetime

from prompts import say
from retrieval.dates.clock import in_china


def told_day(iso: str) -> str:
    """Return the day of a moment, ISO 8601.

    :param iso: The moment as it is stored, with its time zone.
    """
    return in_china(datetime.fromisoformat(iso)).date().isoformat()


def told_moment(iso: str, language: str) -> str:
    """Return a moment to the minute, with the name of the clock."""
    moment = in_china(datetime.fromisoformat(iso))
    return say(language, "moment", day=moment.date().isoformat(), time=f"{moment:%H:%M}")
