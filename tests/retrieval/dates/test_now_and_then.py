"""Today set beside a date, both sides of a date, and the year of a text, which is no date of conduct."""

from datetime import date

import pytest

from retrieval.dates.now_and_then import sets_today_beside
from retrieval.dates.reading import read_dates


@pytest.mark.parametrize(
    "text",
    [
        "Maximum fine for tools, today and before 2026", "the fine before 2026 and now", "as of 2024 versus today, the fine",
        "the fine now and in 2024", "How does today's fine differ from that in 2024?", "the current law or that of 2025",
        "现在和2026年以前罚款一样吗", "2026年以前和现在罚款各是多少", "2025年和现在的处罚有什么不同", "现行法与2025年的法律相比有何区别",
        "2019年的行为,现在的标准和当时的有什么不同", "2024年与目前的规定",
    ],
)  # fmt: skip
def test_today_is_asked_about_too(text: str) -> None:
    assert sets_today_beside(text)


@pytest.mark.parametrize(
    "text",
    [
        "他2019年卖VPN,现在被抓了", "2018年到现在一直卖", "2024年卖,现在取保候审", "2019年卖VPN,现在改成自己用", "2025年处罚了,现在又起诉",
        "2025年6月卖的,和朋友一样的罚吗", "He sold in 2019 and now he is charged", "He sold from 2018 to today",
        "sold in 2024; now what should he do?", "He lives here now and sold VPNs in 2019", "What is the law today?", "he sold in 2019 and is now detained",
    ],
)  # fmt: skip
def test_today_is_not_asked_about(text: str) -> None:
    assert not sets_today_beside(text)


@pytest.mark.parametrize(
    ("text", "begin", "day"),
    [
        ("2026年1月1日前后有什么变化", "2025-12-31", "2026-01-01"),
        ("2026年前后", "2025-12-31", "2026-12-31"),
        ("before and after 1 January 2026", "2025-12-31", "2026-11-26"),
        ("before or after 1 January 2026", "2025-12-31", "2026-11-26"),
        ("on either side of 1 January 2026", "2025-12-31", "2026-11-26"),
    ],
)
def test_both_sides_of_a_date_are_meant(text: str, begin: str, day: str) -> None:
    read = read_dates(text, [], date(2026, 11, 26))
    assert read
    assert (read.begin.isoformat(), read.day.isoformat()) == (begin, day)


@pytest.mark.parametrize(
    "text",
    [
        "2025年的新治安法", "2025年的新解释", "按2025年的新法", "2025年修法后", "2025年修改后的规定", "2025年新修订的法律", "2025年新规", "2022年的新立案标准",
    ],
)  # fmt: skip
def test_the_year_of_a_text_is_no_date(text: str) -> None:
    assert read_dates(text, []) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025年卖VPN违法吗", "2025年新卖的账号违法吗", "2025年最新款软件违法吗", "2025年新开的机场合法吗", "2019年新买的服务器", "2025年修改了配置",
        "2025年在法院判刑", "2025年新的违法所得", "2025年新入职的员工说不违反规定", "2025年新规模", "2025年用新办法卖",
    ],
)  # fmt: skip
def test_the_year_of_conduct_stays_one(text: str) -> None:
    assert read_dates(text, []) is not None
