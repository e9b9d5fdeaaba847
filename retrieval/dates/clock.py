"""Which day is today: in China, whose law it is, wherever the machine stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")


def today() -> date:
    """Return the day that it is in China now.

    Asked for where a question comes in, and handed down from there: no other code looks at a clock for the day.
    """
    return datetime.now(CHINA).date()


def in_china(moment: datetime) -> datetime:
    """Return a moment, given with its time zone, by China's clock."""
    return moment.astimezone(CHINA)
