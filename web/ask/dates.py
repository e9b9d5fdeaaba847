"""The date that a reader types: the usual forms are read, and written as ISO 8601."""

import re
import unicodedata
from datetime import date

# 2010-05-01, 2010/5/1, 2010.5.1, 2010年5月1日
_DATE = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日?)")


def read_date(text: str | None) -> date | None:
    """Return the date that was typed, in one of the usual forms; None if none was.

    :raises ValueError: If it is no date.
    """
    text = unicodedata.normalize("NFKC", text or "").strip()
    if not text:
        return None
    if not (found := _DATE.fullmatch(text)):
        raise ValueError(text)
    return date(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6]))


def normal_date(text: str | None) -> str:
    """Return the date that was typed as ISO 8601; empty if none was, or it is no date."""
    try:
        day = read_date(text)
    except ValueError:
        return ""
    return day.isoformat() if day else ""
