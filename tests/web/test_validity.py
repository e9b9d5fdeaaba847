"""Dates of validity in words."""

from datetime import date, timedelta

import pytest

from retrieval.dates.clock import today
from web.validity import dates_text

BEGIN, END = date(2017, 6, 1), date(2025, 12, 31)
COMING = today() + timedelta(days=1)


@pytest.mark.parametrize(
    ("begin", "end", "long", "beside"),
    [
        (BEGIN, END, "In force from 2017-06-01 to 2025-12-31", "2017-06-01 to 2025-12-31"),
        (BEGIN, None, "In force since 2017-06-01", "from 2017-06-01"),
        (COMING, None, f"Takes effect on {COMING}", f"from {COMING}"),
        (None, END, "In force until 2025-12-31", "until 2025-12-31"),
        (None, None, "Dates of validity not known", "dates not known"),
    ],
)
def test_beside_a_status_the_dates_do_not_say_it_again(
    begin: date | None, end: date | None, long: str, beside: str
) -> None:
    assert dates_text(begin, end, "en") == long
    assert dates_text(begin, end, "en", beside_status=True) == beside
    assert dates_text(begin, end, "zh") != dates_text(begin, end, "zh", beside_status=True)
