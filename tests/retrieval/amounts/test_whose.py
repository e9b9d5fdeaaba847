"""Sums of several persons, courts or organs are apart; those of one, by year or by channel, are added."""

import pytest

from retrieval.amounts.bases import read_bases
from retrieval.amounts.stated import read_amounts
from retrieval.references.numbers import plain


def told(text: str) -> list[tuple[str, int]]:
    return [(base.whose, base.value) for base in read_bases(read_amounts(plain(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲违法所得3000元,乙28000元,各属哪一档", [("甲", 3000), ("乙", 28000)]), ("甲违法所得３０００元，乙违法所得２８０００元", [("甲", 3000), ("乙", 28000)]),
        ("我赚了3000元，我哥赚了30000元", [("我", 3000), ("我哥", 30000)]), ("我赚了3000元，他赚了30000元", [("我", 3000), ("他", 30000)]),
        ("一审认定违法所得28000元，二审认定24000元", [("一审", 28000), ("二审", 24000)]),
        ("公安认定获利28000元，检察院认定获利26000元", [("公安", 28000), ("检察院", 26000)]),
        ("张三2022年获利1万元，2023年获利2万元，李四获利4000元", [("张三", 30000), ("李四", 4000)]),
        ("张某某获利3万元，李某获利4000元", [("张某某", 30000), ("李某", 4000)]),
        ("the first court found gains of 28,000 yuan, the second court found gains of 24,000 yuan", [("first court", 28000), ("second court", 24000)]),
        ("The police found gains of 28,000 yuan, the procuratorate 24,000 yuan", [("police", 28000), ("procuratorate", 24000)]),
        ("Zhang made a profit of 3,000 yuan; Li made a profit of 28,000 yuan", [("Zhang", 3000), ("Li", 28000)]),
        ("A had gains of 3,000 yuan; B had gains of 28,000 yuan", [("A", 3000), ("B", 28000)]),
        ("I made 3,000 yuan and my brother made 30,000 yuan", [("I", 3000), ("my brother", 30000)]),
        # an employee's wages and what the employer took are sums of different kinds, and of different persons
        ("客服一个月四千,干了半年,老板赚了三十万", [("客服", 24000), ("老板", 300000)]),
        ("The customer service girl got 4,000 a month for half a year, the boss made 300,000 yuan", [("customer service girl", 24000), ("the boss", 300000)]),
    ],
)  # fmt: skip
def test_sums_of_several_are_apart(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲获利3000元，乙获利28000元，加起来算哪一档", 31000), ("他2022年收入3万元，2023年收入2万元", 50000), ("淘宝收入3万元，微信收入2万元", 50000),
        ("当事人收入3万元，他还收入2万元", 50000), ("我从甲处收了3万元，从乙处收了2万元", 50000), ("我帮他卖VPN，支付宝收了3万元，微信收了2万元", 50000),
        ("My client made 10,000 yuan in 2019 and he made 20,000 yuan in 2020", 30000), ("He earned 10,000 yuan in 2019 and 15,000 yuan in 2020", 25000),
        ("老板2021年收入1万元，2022年收入2万元", 30000), ("李某2021年收入1万元，2022年收入2万元", 30000), ("We received 10,000 yuan by WeChat and received 5,000 yuan by Alipay", 15000),
    ],
)  # fmt: skip
def test_sums_of_one_are_added(text: str, value: int) -> None:
    assert told(text) == [("", value)]


def test_costs_go_with_the_receipts_of_the_same_person() -> None:
    bases = read_bases(read_amounts(plain("甲收入3万元，成本1万元，乙收入2万元")))
    assert [(base.whose, base.name, base.value) for base in bases] == [
        ("甲", "gross", 30000),
        ("甲", "net_of_costs", 20000),
        ("乙", "gross", 20000),
    ]


@pytest.mark.parametrize(
    "text", ["老板赚了30万,当事人拿了工资8000元", "The boss made 300,000 yuan, my client was paid 8,000 yuan"]
)
def test_of_wages_and_what_the_employer_took_the_latter_is_the_employer_s(text: str) -> None:
    bases = read_bases(read_amounts(plain(text)))
    assert [(base.name, base.value, bool(base.whose)) for base in bases] == [
        ("earned", 300000, True),
        ("pay", 8000, False),
    ]
