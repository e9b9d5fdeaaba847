"""Which day it is where the law applies."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_CHINA = ZoneInfo("Asia/Shanghai")


def today_in_china() -> date:
    """Return the date in China: an act is in force from the first hour of a day there, wherever the server stands."""
    return datetime.now(_CHINA).date()
