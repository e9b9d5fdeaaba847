"""Amounts are read with what they are amounts of; other numbers are none."""

import pytest

from retrieval.amounts.stated import read_amounts


def read(text: str) -> list[tuple[int, str, str | None]]:
    return [(a.value, a.unit, a.role.name if a.role else None) for a in read_amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Receipts 30,000, rental 12,000", [(30000, "yuan", "gross"), (12000, "yuan", "cost")]),
        ("He earned 30,000 yuan and paid 12,000 for servers in 2023", [(30000, "yuan", "gross"), (12000, "yuan", "cost")]),
        ("30,000 in receipts and 12,000 in rental", [(30000, "yuan", "gross"), (12000, "yuan", "cost")]),
        ("违法所得6万元，服务器租金2万元", [(60000, "yuan", "gains"), (20000, "yuan", "cost")]),
        ("违法所得两万五千元", [(25000, "yuan", "gains")]),
        ("收入3万，成本1.2万", [(30000, "yuan", "gross"), (12000, "yuan", "cost")]),
        ("卖给25人，收款4900元", [(25, "people", None), (4900, "yuan", "gross")]),
        ("提供给19人次", [(19, "person_times", None)]),
        ("sold to 25 people for 600 yuan each", [(25, "people", None)]),
        ("经营数额4万元，违法所得8千元", [(40000, "yuan", "turnover"), (8000, "yuan", "gains")]),
        ("profit 18k", [(18000, "yuan", "net")]),
        ("income of 1.5 million yuan", [(1_500_000, "yuan", "gross")]),
        ("违法所得24999元和25000元有区别吗", [(24999, "yuan", "gains"), (25000, "yuan", "gains")]),
        ("He made 30,000 yuan from 3 servers", [(30000, "yuan", "gross")]),
        ("提供过三十多人次", [(30, "person_times", None)]),
        ("收了2万5，30个人", [(25000, "yuan", "gross"), (30, "people", None)]),
        ("违法所得2万5千元", [(25000, "yuan", "gains")]),
        ("收了3万7500元", [(37500, "yuan", "gross")]),
        ("收了2千万元", [(20_000_000, "yuan", "gross")]),
        ("违法所得24,999.6元", [(24999, "yuan", "gains")]),
        ("收了1.2万手续费 通道流水25万", [(12000, "yuan", "gains"), (250_000, "yuan", "settlement")]),
        ("付费用户数一百二十人，收款近三万元", [(120, "people", None), (30000, "yuan", "gross")]),
        ("获利0.57万元", [(5700, "yuan", "gains")]),
        ("违法所得贰万伍仟元", [(25000, "yuan", "gains")]),
        ("收款12,3456元", [(123_456, "yuan", "gross")]),
        ("earned 10,000 yuan in 2019 and 15,000 yuan in 2020", [(10000, "yuan", "gross"), (15000, "yuan", "gross")]),
        ("2018年获利2万2019年获利3万", [(20000, "yuan", "gains"), (30000, "yuan", "gains")]),
        ("1月获利2万3月获利3万", [(20000, "yuan", "gains"), (30000, "yuan", "gains")]),
        ("获利6千，2万5个人", [(6000, "yuan", "gains")]),
        ("赚了1.2w，成本3k", [(12000, "yuan", "gross"), (3000, "yuan", "cost")]),
        ("收入十二万元，用户一百零二人", [(120_000, "yuan", "gross"), (102, "people", None)]),
        ("一共卖了300单，利润3000块", [(300, "person_times", None), (3000, "yuan", "net")]),
        ("he took 37,000 yuan from 45 people", [(37000, "yuan", "gross"), (45, "people", None)]),
        ("45 customers paid 37,000 yuan", [(45, "people", None), (37000, "yuan", "gross")]),
        ("She charged 45 people 37,000 yuan", [(45, "people", None), (37000, "yuan", "gross")]),
        ("He paid 12,000 yuan for servers", [(12000, "yuan", "cost")]),
        ("earned 30,000 yuan, of which 22,000 went on server rent", [(30000, "yuan", "gross"), (22000, "yuan", "cost")]),
        ("Turnover of 37,000 yuan from 45 VPN subscribers", [(37000, "yuan", "gross"), (45, "people", None)]),
        ("gains of 9,999 or 10,000 yuan", [(9999, "yuan", "gains"), (10000, "yuan", "gains")]),
    ],
)  # fmt: skip
def test_amounts_and_their_roles(text: str, expected: list[tuple[int, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "刑法第285条第3款怎么规定",
        "违法所得五千元以上怎么处罚",
        "illegal gains of 5,000 yuan or more",
        "最高可以判七年，对吗",
        "3人合伙，2019年被抓",
        "28 cases above 25,000",
        "He received 3 years in 2019",
        "income of $5,000",
        "收入5000美元",
        "法释〔2011〕19号第三条",
        "租用3台服务器",
        "He sold 30,000 subscriptions",
        "He rented 250 machines",
        "3 persons were involved and he is charged under Article 285",
        "每月20元",
        "获利几万元",
        "获利几十万元",
        "收了上万元",
        "违法所得数千元",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert read(text) == []
