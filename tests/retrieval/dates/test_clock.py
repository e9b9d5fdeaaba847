"""The one clock."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from retrieval.dates.clock import in_china, today


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 12, 31, 15, 59, tzinfo=UTC), date(2025, 12, 31)),
        (datetime(2025, 12, 31, 16, 0, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2025, 12, 31, 12, 0, tzinfo=timezone(timedelta(hours=-5))), date(2026, 1, 1)),
        (datetime(2026, 1, 1, 7, 0, tzinfo=timezone(timedelta(hours=9))), date(2026, 1, 1)),
    ],
)
def test_the_day_is_china_s(moment: datetime, day: date) -> None:
    assert in_china(moment).date() == day


def test_today_is_the_day_of_now() -> None:
    now = datetime.now(UTC)
    assert today() in {in_china(now).date(), in_china(now - timedelta(minutes=1)).date()}
