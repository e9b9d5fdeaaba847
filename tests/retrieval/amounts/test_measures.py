"""The figures of a text with what they are figures of, and which of them another text carries."""

import pytest

from retrieval.amounts.measures import carried, measures
from retrieval.amounts.unread import unread_sums


def read(text: str) -> set[str]:
    return {f"{one.value} {one.unit}".strip() for one in measures(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("违法所得5万元以上", {"50000 yuan"}), ("0.5万元", {"5000 yuan"}), ("伍萬圓整", {"50000 yuan"}), ("一百二十万元", {"1200000 yuan"}),
        ("RMB 5,000", {"5000 yuan"}), ("fifty thousand (50,000) yuan", {"50000", "50000 yuan"}), ("$5,000", {"5000 foreign"}), ("五千美元", {"5000 foreign"}),
        ("not less than three years but not more than seven years", {"36 months", "84 months"}), ("three to seven years", {"36 months", "84 months"}),
        ("3至7年", {"36 months", "84 months"}), ("三年以上七年以下", {"36 months", "84 months"}), ("三年半", {"42 months"}), ("六个月", {"6 months"}),
        ("a five-year term", {"60 months"}), ("五日以上十五日以下", {"5 days", "15 days"}), ("不满十八周岁", {"18 age"}), ("五小时", {"5 hours"}),
        ("二十人次", {"20 person_times"}), ("20 person-times", {"20 person_times"}), ("二十名用户", {"20 people"}), ("one hundred persons", {"100 people"}),
        ("20台以上", {"20 machines"}), ("20 or more computer information systems", {"20 machines"}), ("十组以上", {"10 sets"}), ("五百条信息", {"500 records"}),
        ("百分之五十", {"50 percent"}), ("53.85%", {"53.85 percent"}), ("30 per cent", {"30 percent"}), ("一倍以上五倍以下", {"1 times", "5 times"}),
        ("第二百八十六条之一第一款第（三）项", {"286-1 article"}), ("art. 286-1(1)", {"286-1 article"}), ("第285、286条", {"285 article", "286 article"}),
        ("arts. 25 and 27 CL", {"25 article", "27 article"}), ("CL 285(3)", {"285 article"}), ("Article 285, 5,000 yuan", {"285 article", "5000 yuan"}),
        ("2011年9月1日", {"2011-09-01 date"}), ("1 September 2011", {"2011-09-01 date"}), ("Sept. 1, 2011", {"2011-09-01 date"}), ("2011-09-01", {"2011-09-01 date"}),
        ("September 2011", {"2011-09 date"}), ("二〇一一年", {"2011 date"}), ("法释〔2011〕19号", {"2011 date", "19 number"}),
        ("一般、三者、十分严重、统一、两高、（一）", set()), ("one of the two charges", set()), ("第三款第五项", set()), ("第一，第三人不构成", set()), ("the 2nd ground", set()),
        ("two to three thousand yuan and five years", {"2000 yuan", "3000 yuan", "60 months"}), ("five to ten thousand yuan; four months", {"5000 yuan", "10000 yuan", "4 months"}),
        ("三个工作日", {"3 days"}), ("共有三个用户", {"3 people"}), ("八个付费会员", {"8 people"}), ("两个用户账号", {"2 accounts"}), ("nine VPN accounts", {"9 accounts"}),
        ("two foreign servers", {"2 machines"}), ("three former customers", {"3 people"}), ("五年以内", {"60 months"}),
        ("第19号令", {"19 number"}), ("paragraph 3, item (5)", set()),
    ],
)  # fmt: skip
def test_figures_and_what_they_are(text: str, expected: set[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("claimed", "known", "outcome"),
    [
        ("five thousand yuan", "五千元", True), ("5,000", "五千元", True), ("5,000 yuan", "五千以上", True), ("five years", "60个月", True),
        ("in 2011", "2011-09-01", True), ("in September 2011", "2011年9月1日", True), ("the 2011 text", "2011-09-01", True), ("20 persons", "二十名", True),
        ("5,000 yuan", "5,000 persons", False), ("20 persons", "二十人次", False), ("20 persons", "二十台", False), ("3 months", "3 years", False),
        ("5万元", "5元", False), ("50%", "50年", False), ("2 September 2011", "2011-09-01", False), ("2011-09-01", "2011", False),
        ("fined two to three thousand yuan and five years", "two to three thousand yuan; three years", False), ("三个工作日", "十个工作日", False),
        ("共有三个用户", "八个用户", False), ("two VPN accounts", "nine VPN accounts", False), ("two VPN accounts", "two accounts", True),
        ("ten persons", "第十条", False), ("第十条", "十人", False), ("3", "第三条", False), ("art. 286", "第二百八十六条之一", False), ("No. 19", "19人", False),
    ],
)  # fmt: skip
def test_which_figures_another_text_carries(claimed: str, known: str, outcome: bool) -> None:
    assert carried(measures(claimed), measures(known)) is outcome


@pytest.mark.parametrize("piece", ["一", "1,", "one ", "第", "hundred and ", "two to ", "hundred ", "art. 1, ", "("])
def test_a_long_run_takes_no_quadratic_time(piece: str) -> None:
    text = piece * (12_000 // len(piece))
    assert len(measures(text)) < 3
    assert unread_sums(text) == []
