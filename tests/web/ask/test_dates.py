"""The date that a reader types."""

from datetime import date

import pytest

from web.ask.dates import normal_date, read_date
from web.ask.refuse import refuse_date


@pytest.mark.parametrize(
    "typed",
    ["2010-05-01", "2010-5-1", "2010/05/01", "2010.5.1", "2010年5月1日", " 2010 年 5 月 1 日 ", "２０１０／５／１"],
)
def test_the_usual_forms_are_one_date(typed: str) -> None:
    assert read_date(typed) == date(2010, 5, 1)
    assert normal_date(typed) == "2010-05-01"


@pytest.mark.parametrize(
    "typed", ["yesterday", "2010", "2010-05", "2010-5/1", "01/05/2010", "2020-13-01", "2019-02-29", "0000-01-01", "<b>"]
)
def test_anything_else_is_no_date(typed: str) -> None:
    assert normal_date(typed) == ""
    assert typed in (refuse_date(typed, "en") or "")


def test_nothing_is_no_date_and_no_fault() -> None:
    assert read_date(None) is None
    assert read_date("  ") is None
    assert refuse_date("", "en") is None
    assert normal_date("") == ""
