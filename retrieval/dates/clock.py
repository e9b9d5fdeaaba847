"""Which day is today: in China, whose law it is, wherever the machine stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_CHINA = ZoneInfo("Asia/Shanghai")


def today() -> date:
    """Return the day that it is in China now.

    Asked for where a question comes in, and handed down from there: no other code looks at a clock for the day.
    """
    return day_of(datetime.now(_CHINA))


def day_of(moment: datetime) -> date:
    """Return the day that it was in China at a moment, given with its time zone."""
    return moment.astimezone(_CHINA).date()
