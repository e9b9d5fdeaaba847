"""The forms in which lawyers write a date, and the numbers that are none."""

from datetime import date

import pytest

from retrieval.dates.reading import read_dates
from retrieval.dates.relative import spell_out
from retrieval.dates.unread import unread_dates
from retrieval.references.numbers import plain

TODAY = date(2026, 11, 26)


def days(text: str) -> tuple[str, str] | None:
    read = read_dates(spell_out(plain(text), TODAY), [], TODAY)
    return (read.begin.isoformat(), read.day.isoformat()) if read else None


def is_unsure(text: str) -> bool:
    read = read_dates(plain(text), [], TODAY)
    return bool(read and read.said)


@pytest.mark.parametrize(
    ("text", "begin", "day"),
    [
        ("on 31/12/2018", "2018-12-31", "2018-12-31"),
        ("12/31/2018", "2018-12-31", "2018-12-31"),
        ("31-12-2018", "2018-12-31", "2018-12-31"),
        ("31.12.2018", "2018-12-31", "2018-12-31"),
        ("As of 1.6.2016, was Article 27 in force?", "2016-06-01", "2016-06-01"),
        ("01/06/2016", "2016-06-01", "2016-06-01"),
        ("31/12/18", "2018-12-31", "2018-12-31"),
        ("２０１９/３/５卖的", "2019-03-05", "2019-03-05"),
        ("２０１９．３．５", "2019-03-05", "2019-03-05"),
        ("20190305卖的", "2019-03-05", "2019-03-05"),
        ("sold in 2019-03", "2019-03-01", "2019-03-31"),
        ("2019.3卖的", "2019-03-01", "2019-03-31"),
        ("03/2019", "2019-03-01", "2019-03-31"),
        ("31-Dec-2018", "2018-12-31", "2018-12-31"),
        ("Dec '18", "2018-12-01", "2018-12-31"),
        ("in 2019 March", "2019-03-01", "2019-03-31"),
        ("March to May 2018", "2018-03-01", "2018-05-31"),
        ("19年3月卖的", "2019-03-01", "2019-03-31"),
        ("一九年三月五日", "2019-03-05", "2019-03-05"),
        ("19年底卖的", "2019-10-01", "2019-12-31"),
        ("18年卖的", "2018-01-01", "2018-12-31"),
        ("零八年的事", "2008-01-01", "2008-12-31"),
        ("in '19 he sold", "2019-01-01", "2019-12-31"),
        ("which law governs 2019 conduct", "2019-01-01", "2019-12-31"),
        ("the 2018 sales", "2018-01-01", "2018-12-31"),
        ("FY2019", "2019-01-01", "2019-12-31"),
        ("tax year 2019", "2019-01-01", "2019-12-31"),
        ("2019年度的销售", "2019-01-01", "2019-12-31"),
        ("throughout 2019", "2019-01-01", "2019-12-31"),
        ("in early 2019", "2019-01-01", "2019-03-31"),
        ("mid-2018", "2018-05-01", "2018-08-31"),
        ("spring of 2018", "2018-03-01", "2018-05-31"),
        ("2018年冬天", "2018-12-01", "2019-02-28"),
        ("2019年上半年", "2019-01-01", "2019-06-30"),
        ("2019年下半年", "2019-07-01", "2019-12-31"),
        ("the first half of 2019", "2019-01-01", "2019-06-30"),
        ("H2 2019", "2019-07-01", "2019-12-31"),
        ("2019年第一季度", "2019-01-01", "2019-03-31"),
        ("2019 Q3 sales", "2019-07-01", "2019-09-30"),
        ("2019年前三季度", "2019-01-01", "2019-09-30"),
        ("2019年3月上旬", "2019-03-01", "2019-03-10"),
        ("late March 2019", "2019-03-21", "2019-03-31"),
        ("今年上半年卖的", "2026-01-01", "2026-06-30"),
        ("early this year he sold", "2026-01-01", "2026-03-31"),
        # both ends of what lasted
        ("2018年3月至2020年5月", "2018-03-01", "2020-05-31"),
        ("2018年3月—2020年5月", "2018-03-01", "2020-05-31"),
        ("2018.3-2020.5", "2018-03-01", "2020-05-31"),
        ("2018年3-5月", "2018-03-01", "2018-05-31"),
        ("2018年3、4月", "2018-03-01", "2018-04-30"),
        ("2018至2020年", "2018-01-01", "2020-12-31"),
        ("2018和2019两年", "2018-01-01", "2019-12-31"),
        ("2018年、2019年都卖过", "2018-01-01", "2019-12-31"),
        ("2017–2019", "2017-01-01", "2019-12-31"),
        ("2017-19", "2017-01-01", "2019-12-31"),
        ("between 2018 and 2020", "2018-01-01", "2020-12-31"),
        ("from 2017 to 2019", "2017-01-01", "2019-12-31"),
        ("He sold in 2018, 2019 and 2020", "2018-01-01", "2020-12-31"),
        ("In 2018 and 2019 he sold VPNs", "2018-01-01", "2019-12-31"),
        ("from 01/03/2018 to 05/06/2019", "2018-03-01", "2019-06-05"),
        ("1.3.2018-5.6.2019", "2018-03-01", "2019-06-05"),
        # what goes on until today
        ("从2018年至今一直在卖", "2018-01-01", "2026-11-26"),
        ("2018年3月开始卖，2018年以来", "2018-03-01", "2018-03-31"),
        ("2018年3月以来", "2018-03-01", "2026-11-26"),
        ("since 2018", "2018-01-01", "2026-11-26"),
        ("from 2018 until now", "2018-01-01", "2026-11-26"),
        ("2019年以后的行为", "2020-01-01", "2026-11-26"),
        ("after 2019", "2020-01-01", "2026-11-26"),
    ],
)
def test_a_date_is_read(text: str, begin: str, day: str) -> None:
    assert days(text) == (begin, day)
    assert unread_dates(plain(text), []) == ()


@pytest.mark.parametrize(
    "text",
    [
        "1.6.2016", "5/3/2019", "31/12/18", "20190305", "2009-11", "19年3月卖的", "08年卖的", "in '19", "in early 2019",
        "2019年初", "summer 2018", "late March 2019", "from 01/03/2018 to 05/06/2019",
    ],
)  # fmt: skip
def test_what_may_be_meant_otherwise_is_known_as_such(text: str) -> None:
    assert is_unsure(text)


@pytest.mark.parametrize(
    "text",
    [
        "31/12/2018",
        "5/5/2019",
        "2019-03-05",
        "2019年3月",
        "2019年上半年",
        "Q1 2019",
        "2017-19",
        "5 Mar 2019",
        "in 2019",
    ],
)
def test_what_is_plain_is_not(text: str) -> None:
    assert not is_unsure(text)


@pytest.mark.parametrize(
    "text",
    [
        "version 1.2.16", "判了15年", "有期徒刑13年6月", "经营了19年3个月", "收入2019元", "sold 2019 accounts", "about 2000",
        "earned from 2000 customers", "by 2018 users", "5000.2019", "2018000元", "¥2019", "在2019人中推广", "10年以上有期徒刑",
        "in the 2018 judgment", "the 2022 article",
    ],
)  # fmt: skip
def test_a_number_is_no_date(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what applied on 30 February 2019?", "30 February 2019"),
        ("2019-02-30卖的", "2019-02-30"),
        ("2024年13月的行为", "2024年13月"),
        ("2019/31/12", "2019/31/12"),
        ("somewhen 2019", "2019"),
        ("the 2010s", "2010s"),
        ("Sale 2018?", "2018"),
    ],
)
def test_what_was_not_understood_is_told(text: str, said: str) -> None:
    assert unread_dates(text, []) == (said,)


@pytest.mark.parametrize(
    "text",
    [
        "(2018)鄂1003刑初150号", "法释〔2011〕19号", "2011年两高解释第三条", "2022年那篇文章怎么说", "the 2021 draft", "under the 2011 Interpretation",
        "Fa Shi [2019] No. 15", "a 2024 reply of the Supreme People's Court", "the fine was 2000", "sold 2019 accounts", "收入2019元",
        "¥2019", "2,019", "the 2018 Jingzhou case", "指导案例97号", "Order No. 2019", "the 2016 text", "2015年版", "the article of 2022",
    ],
)  # fmt: skip
def test_names_and_numbers_are_not_told(text: str) -> None:
    assert unread_dates(plain(text), []) == ()
