"""Sums that are no yuan or none of the conduct's, and thousands with spaces."""

import pytest

from retrieval.amounts.bases import read_bases
from retrieval.amounts.stated import read_all, read_amounts
from retrieval.references.numbers import plain


@pytest.mark.parametrize(
    "text",
    [
        "违法所得港币3万元", "违法所得3万元港币", "违法所得3万元（港币）", "违法所得３万港元", "违法所得美元30000", "违法所得美金3万元", "违法所得日元30000元", "违法所得台币3万元",
        "违法所得新台币30000元", "违法所得3万卢布", "违法所得欧元3万", "违法所得30000元澳门币", "gains of JPY 30,000", "gains of SGD 30,000", "gains of AUD 30,000",
        "gains of HKD 30,000", "gains of HK$30,000", "gains of 30,000 Hong Kong dollars", "gains of 30,000 pounds", "gains of 30,000 CAD", "gains of €30,000",
    ],
)  # fmt: skip
def test_foreign_money_is_no_yuan(text: str) -> None:
    read = read_all(plain(text))
    assert (read.stated, read.foreign) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        "违法所得3万元人民币", "违法所得折合人民币3万元", "卖币赚了3万元", "增加元旦收入3万元", "1月1日元旦后赚了3万元", "he won the trial and made 30,000 yuan",
        "gains of RMB 30,000", "gains of CNY 30,000", "gains of ¥30,000", "违法所得¥30,000元",
    ],
)  # fmt: skip
def test_yuan_are_no_foreign_money(text: str) -> None:
    read = read_all(plain(text))
    assert ([amount.value for amount in read.stated], read.foreign) == ([30_000], False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gains were 5 000 yuan", 5000), ("gains were 25 000", 25_000), ("gains were 5.000,00 yuan", 5000), ("gains were 1 200 000 yuan", 1_200_000),
        ("获利5 000元", 5000), ("违法所得24 999元", 24_999), ("gains were 24\u00a0999 RMB", 24_999), ("gains of 24.999,50 yuan", 24_999),
    ],
)  # fmt: skip
def test_thousands_with_spaces_are_one_number(text: str, value: int) -> None:
    assert [amount.value for amount in read_amounts(plain(text))] == [value]


@pytest.mark.parametrize(
    "other",
    [
        "合法工资收入6000元", "年薪收入6万元", "年薪6万元", "其他合法收入6万元", "房租收入6万元", "妻子收入6万元", "老婆的工资6万元", "his salary at his day job was 6,000 yuan",
        "lawful salary income of 60,000 yuan", "his wife earned 60,000 yuan as a teacher", "his annual salary was 60,000 yuan", "rental income of 60,000 yuan",
    ],
)  # fmt: skip
def test_what_is_lawfully_earned_or_another_s_is_not_counted(other: str) -> None:
    told = "违法所得4000元，" if other[0] > "z" else "gains of 4,000 yuan; "
    assert [(base.name, base.value) for base in read_bases(read_amounts(plain(told + other)))] == [("gains", 4000)]


@pytest.mark.parametrize(
    ("text", "net"),
    [
        ("收入10万元，付员工工资3万元", 70_000), ("收入10万元，工资3万元", 70_000), ("receipts of 100,000 yuan, wages of 30,000 paid to staff", 70_000),
        ("turnover RMB 100,000, salary of helper 30,000", 70_000),
    ],
)  # fmt: skip
def test_wages_that_were_paid_out_are_costs(text: str, net: int) -> None:
    assert [base.value for base in read_bases(read_amounts(plain(text))) if base.name == "net_of_costs"] == [net]
