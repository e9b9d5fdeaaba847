"""The part that somebody had is asked for; not where he only owns something, nor where no crime was spoken of."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.ranking.asked_rule import rule_reading
from retrieval.reading.roles import RULES, part_in
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "language", "part"),
    [
        ("那员工呢", "zh", "accessory"), ("那公司的员工呢", "zh", "accessory"), ("员工的责任呢", "zh", "accessory"),
        ("客服的地位", "zh", "accessory"), ("老板的刑期呢", "zh", "principal"), ("员工卖账号的呢", "zh", "accessory"),
        ("and the employees?", "en", "accessory"), ("the technician's liability?", "en", "accessory"),
        ("and the owner's sentence?", "en", "principal"), ("what about customer service staff", "en", "accessory"),
        ("如果只是员工的人事数据呢", "zh", None), ("那员工的聊天记录呢", "zh", None), ("员工数据呢", "zh", None), ("员工们的手机呢", "zh", None),
        ("老板的手机密码要交吗", "zh", None), ("客服的通话录音呢", "zh", None), ("员工的工资算违法所得吗", "zh", None),
        ("what if it is only employee data?", "en", None), ("and staff chat records?", "en", None),
        ("and employees' logs?", "en", None), ("the employee’s phone?", "en", None), ("and the owner's laptop?", "en", None),
    ],
)  # fmt: skip
def test_who_only_owns_something_has_no_part(text: str, language: str, part: str | None) -> None:
    assert part_in(text, language, follows=True) == part


@pytest.mark.parametrize(
    ("before", "text", "is_part"),
    [
        ("卖VPN会判几年", "那员工呢", True), ("285条第三款怎么判", "那技术员呢", True), ("How many years for selling VPNs?", "and the employees?", True),
        ("警察把我们公司的人带走了，会被判刑吗", "那员工呢", True),
        ("公司的数据怎么出境", "那员工呢", False), ("数据出境要满足什么条件？", "如果只是员工的人事数据呢？", False),
        ("What are the conditions for a data export?", "and the employees?", False), ("卖VPN会判几年", "员工的聊天记录能当证据吗", False),
    ],
)  # fmt: skip
def test_a_part_is_asked_for_only_after_a_crime(before: str, text: str, is_part: bool, index: Index) -> None:
    turns = (Turn("user", before), Turn("assistant", "[1]"))
    question = read_question(Request(text, turns), index, TODAY)
    read = rule_reading(question, index)
    assert (read is not None and read.text.startswith(tuple(RULES["accessory"].values()))) == is_part
