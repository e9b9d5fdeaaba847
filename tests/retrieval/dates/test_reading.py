"""The date that a question asks about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.dates.days import days_of
from retrieval.dates.reading import read_dates


def find_date(text: str, masked: list[tuple[int, int]]) -> tuple[date, bool] | None:
    found = read_dates(text, masked)
    return (found.day, found.whole_year) if found else None


@pytest.mark.parametrize(
    ("text", "day", "whole_year"),
    [
        ("2023年卖VPN怎么判", date(2023, 12, 31), True),
        ("在2024年5月", date(2024, 5, 31), False),
        ("2024年2月的行为", date(2024, 2, 29), False),
        ("2018年3月7日被拘留", date(2018, 3, 7), False),
        ("2018年3月7号", date(2018, 3, 7), False),
        ("2024年以前的行为", date(2023, 12, 31), False),
        ("2024年5月之前", date(2024, 4, 30), False),
        ("2025-11-30 那天", date(2025, 11, 30), False),
        ("Was it in force in 2023?", date(2023, 12, 31), True),
        ("as of 1 May 2024", date(2024, 5, 1), False),
        ("on May 1, 2024", date(2024, 5, 1), False),
        ("on 2 February 2020", date(2020, 2, 2), False),
        ("during February 2020", date(2020, 2, 29), False),
        ("before 2026", date(2025, 12, 31), False),
        ("prior to 1 January 2026", date(2025, 12, 31), False),
        ("at the end of 2025", date(2025, 12, 31), True),
        ("in Sept. 2022", date(2022, 9, 30), False),
        ("as at 2025-12-31", date(2025, 12, 31), False),
        ("conduct in late 2025", date(2025, 12, 31), True),
        ("Conduct Oct 2013 to May 2017: which measures?", date(2017, 5, 31), False),
        ("between October 2013 and May 2017", date(2017, 5, 31), False),
        ("between 2012 and 2014 he sold", date(2014, 12, 31), True),
        ("sold from March 2015 until the end of 2016", date(2016, 12, 31), True),
        ("He sold in 2016 and 2017 he stopped", date(2016, 12, 31), True),
        ("2023年1月至6月卖翻墙软件", date(2023, 6, 30), False),
        ("2023年1月5日至6月3日", date(2023, 6, 3), False),
        ("2017年底到2019年初卖的", date(2019, 3, 31), True),
        ("2017年上半年至2019年5月底", date(2019, 5, 31), False),
        ("Was it in force on 1st July 2021?", date(2021, 7, 1), False),
        ("the 1st of September 2015", date(2015, 9, 1), False),
        ("1 Sept 2015", date(2015, 9, 1), False),
        ("30 October 2015, sold", date(2015, 10, 30), False),
        ("on September 1st, 2015", date(2015, 9, 1), False),
        ("in June of 2023", date(2023, 6, 30), False),
        ("before 1st July 2021", date(2021, 6, 30), False),
        ("from 5 May 2014 to 7 June 2015", date(2015, 6, 7), False),
        ("2023/06/30卖的", date(2023, 6, 30), False),
        ("2023.6.30卖的", date(2023, 6, 30), False),
        ("二〇二一年三月的行为", date(2021, 3, 31), False),
        ("二零二一年十二月三十日", date(2021, 12, 30), False),
        ("在2015年11月1日前是犯罪吗", date(2015, 10, 31), False),
        ("2015年前的行为", date(2014, 12, 31), False),
        ("2015年前后的行为", date(2015, 12, 31), True),
        # when somebody was born, or a company founded, is not when it happened
        ("张某，1995年生，2022年3月至2023年11月期间推广机场", date(2023, 11, 30), False),
        ("被告人1988年3月出生，2023年1月卖翻墙软件", date(2023, 1, 31), False),
        ("我1990年注册的公司，2024年开始卖企业VPN", date(2024, 12, 31), True),
        ("He was born in 1995 and sold VPNs in 2019", date(2019, 12, 31), True),
        ("selling was made illegal in 2019, he sold from 2016 to 2018", date(2018, 12, 31), True),
        ("the company was founded in 2001; sales in 2022", date(2022, 12, 31), True),
    ],
)
def test_dates_in_questions(text: str, day: date, whole_year: bool) -> None:
    assert find_date(text, []) == (day, whole_year)


@pytest.mark.parametrize(
    "text",
    [
        "提供翻墙软件构成什么罪？",
        "2011年两高解释第三条",
        "2021年征求意见稿第四十一条",
        "2016年网络安全法",
        "2022年文章怎么说",
        "the 2021 draft",
        "under the 2011 Interpretation",
        "in the 2016 text",
        "sold 2000 accounts",
        "2000元",
        "a fine of 2,000 yuan",
        "2024年13月",
        "法释〔2011〕19号",
        "the article of 2022",
        "我儿子2005年出生，今年帮同学搭梯子",
        "my son was born in 2005",
        "since using a VPN became a crime in 2017, how many years",
        "as the Supreme People's Court held in 2024",
        "2017年翻墙入罪以后",
        "the fine was 2000",
        "that may 2020 apply?",
        "第二百二十五条",
        "",
    ],
)
def test_years_that_are_no_dates(text: str) -> None:
    masked = [(0, 6)] if text.startswith("2016年") else []
    assert find_date(text, masked) is None


def test_a_year_within_a_name_is_masked() -> None:
    text = "2016年网络安全法在2018年有效吗"
    assert find_date(text, [(0, 10)]) == (date(2018, 12, 31), True)


@given(st.dates(date(1980, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_three_forms(day: date) -> None:
    english = f"on {day.day} {day:%B} {day.year}"
    chinese = f"{day.year}年{day.month}月{day.day}日"
    for text in (day.isoformat(), english, chinese):
        assert find_date(f"what applied {text} ?", []) == (day, False)


@given(st.integers(1980, 2099), st.integers(1, 12))
def test_a_month_is_its_last_day(year: int, month: int) -> None:
    days = days_of(year, month)
    assert days is not None
    first, last = days
    assert (first.year, first.month, first.day) == (last.year, last.month, 1) == (year, month, 1)
    assert days_of(year, month, last.day) == (last, last)
    assert days_of(year, month, last.day + 1) is None


@pytest.mark.parametrize("text", ["2019 H3", "4H 2019", "2019 4H", "〇5年", "0五年", "in 2019 H4"])
def test_what_is_no_date_is_no_error(text: str) -> None:
    found = find_date(text, [])
    assert found is None or isinstance(found[0], date)


@given(st.text("年月日0123456789-inofMay,之前 2024", max_size=40))
def test_no_text_is_an_error(text: str) -> None:
    found = find_date(text, [])
    assert found is None or isinstance(found[0], date)


@pytest.mark.parametrize(
    ("text", "conduct", "decided"),
    [
        ("翻墙是2020年的事2024年才查到", 2020, 2024),
        ("VPN used in 2020, caught in 2024", 2020, 2024),
        ("行为在2025年，2026年判决，用新法还是旧法？", 2025, 2026),
        ("行为在2025年12月,处罚在2026年2月,用旧法还是新法", 2025, 2026),
        ("2026年判决的案子，行为在2025年", 2025, 2026),
        ("2024年卖翻墙软件2026年才被判", 2024, 2026),
        ("The sale was in November 2025 and the penalty decision in March 2026: which law applies?", 2025, 2026),
        ("sold VPNs in 2024 and was convicted in 2026", 2024, 2026),
        ("He was sentenced in 2026 for sales in 2025", 2025, 2026),
        ("从2024年5月到2026年3月持续销售", 2026, None),
        ("from 2024 until March 2026 he sold accounts", 2026, None),
        ("2018年卖，2020年才被抓", 2018, 2020),
        ("2026年5月被抓，2025年卖的", 2025, 2026),
        ("The client was arrested in 2020 for sales in 2018", 2018, 2020),
        # what began then ended with the arrest at the latest
        ("2017年开始卖，2020年被抓", 2020, 2020),
        ("he sold from 2017 and was arrested in 2019", 2019, 2019),
        ("2023年卖VPN怎么判", 2023, None),
        ("Under the law of 2022, was there a penalty?", 2022, None),
    ],
)
def test_the_conduct_s_date_is_told_from_the_decision_s(text: str, conduct: int, decided: int | None) -> None:
    dated = read_dates(text, [])
    assert dated
    assert (dated.day.year, dated.decided.year if dated.decided else None) == (conduct, decided)
    assert not dated.is_decision


@pytest.mark.parametrize("text", ["2026年3月被判刑，适用哪个法律", "Which law applies if he was sentenced in 2026?"])
def test_a_decision_s_date_alone_is_known_as_such(text: str) -> None:
    dated = read_dates(text, [])
    assert dated
    assert dated.is_decision


def test_the_name_of_a_law_is_no_decision() -> None:
    """The Public Security Administration Punishments Law punishes, but the date is that of the use."""
    text = "2026年3月我用VPN上外网，治安管理处罚法怎么规定？"
    start = text.index("治安")
    found = read_dates(text, [(start, start + len("治安管理处罚法"))])
    assert found is not None
    assert (found.day, found.is_decision) == (date(2026, 3, 31), False)


@pytest.mark.parametrize(
    ("text", "day", "decided"),
    [
        ("2020年5月翻墙，公安2023年6月才发现", date(2020, 5, 31), date(2023, 6, 30)),
        ("In 2023 the police dug up that she had surfed abroad in 2019", date(2019, 12, 31), date(2023, 12, 31)),
        ("He browsed in 2019, which they noticed in 2023", date(2019, 12, 31), date(2023, 12, 31)),
        ("2020年5月翻墙，2023年6月发现软件还在", date(2020, 5, 31), None),
    ],
)
def test_the_day_of_the_finding_is_told_from_that_of_the_conduct(text: str, day: date, decided: date | None) -> None:
    read = read_dates(text, [])
    assert read is not None
    assert (read.day, read.decided) == (day, decided)
