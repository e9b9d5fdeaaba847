"""Dates told from today."""

from datetime import date

import pytest

from retrieval.dates.reading import read_dates
from retrieval.dates.relative import spell_out

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "day", "whole_year"),
    [
        ("他去年卖VPN，怎么判", date(2025, 12, 31), True),
        ("去年3月卖的", date(2025, 3, 31), False),
        ("去年十二月5日卖的", date(2025, 12, 5), False),
        ("前年开始卖翻墙软件", date(2024, 12, 31), True),
        ("大前年的事", date(2023, 12, 31), True),
        ("从前年到去年一直在卖", date(2025, 12, 31), True),
        ("去年底到今年3月卖的", date(2026, 3, 31), False),
        ("三年前的行为", date(2023, 12, 31), True),
        ("5年前卖过机场", date(2021, 12, 31), True),
        ("十年以前的案子", date(2016, 12, 31), True),
        ("两个月前被抓", date(2026, 9, 30), False),
        ("半年前的行为", date(2026, 5, 31), False),
        ("上个月卖了一次", date(2026, 10, 31), False),
        ("11个月前卖的", date(2025, 12, 31), False),
        ("去年以前的行为", date(2024, 12, 31), False),
        ("He sold VPNs last year", date(2025, 12, 31), True),
        ("sold in late last year", date(2025, 12, 31), True),
        ("He sold them in March last year", date(2025, 3, 31), False),
        ("He sold them last year, in March", date(2025, 3, 31), False),
        ("in March of last year", date(2025, 3, 31), False),
        ("in March this year", date(2026, 3, 31), False),
        ("the year before last he sold accounts", date(2024, 12, 31), True),
        ("he sold them two years ago", date(2024, 12, 31), True),
        ("a year ago he ran a node", date(2025, 12, 31), True),
        ("from 2019 until last year", date(2025, 12, 31), True),
        ("between March 2019 and last year", date(2025, 12, 31), True),
        ("He was fined last month", date(2026, 10, 31), False),
        ("11 months ago he sold one", date(2025, 12, 31), False),
        ("before last year", date(2024, 12, 31), False),
    ],
)
def test_told_from_today(text: str, day: date, whole_year: bool) -> None:
    found = read_dates(spell_out(text, TODAY), [])
    assert found is not None
    assert (found.day, found.whole_year) == (day, whole_year)


@pytest.mark.parametrize(
    "text",
    [
        "今年卖VPN怎么判",
        "今年17岁",
        "几年前卖过",
        "十几年前的案子",
        "目前年收入十万",
        "过去年度的收入",
        "二〇二三年前",
        "2023年前",
        "判三年以下有期徒刑",
        "五年以内再犯",
        "三年前后",
        "He sells VPNs this year",
        "in the last year",
        "over the last year he sold",
        "in his last year of university",
        "a few years ago",
        "more than five years ago",
        "a 2 year sentence",
        "",
    ],
)
def test_what_gives_no_date_is_left(text: str) -> None:
    assert spell_out(text, TODAY) == text
