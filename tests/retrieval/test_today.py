"""What is in force goes by the day in China, not by the server's clock."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

import retrieval.today
from retrieval.question import Request
from retrieval.search import search
from retrieval.store.index import Index
from retrieval.today import today_in_china


@pytest.fixture(params=["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server elsewhere."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("server")
def test_the_day_is_that_of_china() -> None:
    assert today_in_china() == (datetime.now(UTC) + timedelta(hours=8)).date()


@pytest.mark.parametrize(("hour", "day"), [(15, 1), (16, 2)])
def test_a_question_is_of_the_new_day_from_midnight_in_beijing_on(
    index: Index, monkeypatch: pytest.MonkeyPatch, hour: int, day: int
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 1, 1, hour, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(retrieval.today, "datetime", Clock)
    for question in ("提供翻墙软件会被判什么罪？", "What is the penalty for selling VPN software?"):
        assert search(index, Request(question), 3).question.as_of == datetime(2026, 1, day).date()
