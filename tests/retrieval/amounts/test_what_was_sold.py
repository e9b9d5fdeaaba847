"""Sums behind a sale, rebates, and the numbers of charges, which are no sums."""

import pytest

from retrieval.amounts.stated import read_amounts
from retrieval.references.numbers import plain


def read(text: str) -> list[tuple[int, str | None]]:
    return [(a.value, a.role.name if a.role else None) for a in read_amounts(plain(text)) if a.unit == "yuan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司转租国际专线带宽，去年收60万，够非法经营吗", [(600_000, "gross")]),
        ("The team resells spare bandwidth to other firms, about 600,000 yuan last year.", [(600_000, "gross")]),
        ("resold an IPLC for 800,000 yuan", [(800_000, "gross")]),
        ("转租国际专线80万元", [(800_000, "gross")]),
        ("转租国际专线，一年90万", [(900_000, "gross")]),
        ("We sublet our line to three firms, RMB 700,000 in total.", [(700_000, "gross")]),
        ("He sold V2Ray accounts to students, roughly 12,000 yuan over two years", [(12_000, "gross")]),
        # a price, a fine, what was taken away, the law's figure
        ("sells VPN accounts, about 300 yuan", []),
        ("卖VPN，没收60万", []),
        ("卖VPN，被罚5万元", []),
        ("她卖节点，冻结了20万元", []),
        ("sold accounts, 50,000 yuan was frozen", []),
        ("卖VPN给同事，5000元以上才够罪吗", []),
    ],
)
def test_a_sum_that_stands_alone_behind_a_sale(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在群里发了几个机场的推广链接，拿了返利3000块", [(3_000, "gains")]),
        ("返现5千元", [(5_000, "gains")]),
        ("收到回扣一万二", [(12_000, "gains")]),
        ("平台给他返利3000元", [(3_000, "gains")]),
        ("I posted links and got 3,000 yuan in rebates", [(3_000, "gains")]),
        ("cashback of 6,000 yuan", [(6_000, "gains")]),
        ("referral fees 8,000 yuan", [(8_000, "gains")]),
        ("he was paid rebates of 3,000 yuan", [(3_000, "pay")]),
        ("给代理返利3000元，收入2万元", [(3_000, "cost"), (20_000, "gross")]),
        ("she paid agents rebates of 3,000 yuan and made 20,000 yuan", [(3_000, "cost"), (20_000, "earned")]),
    ],
)
def test_rebates_are_gains_of_who_gets_them(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one act, two charges: 225 and 285(3)", []),
        ("charges 285 and 286", []),
        ("charges of 225 and 287-2", []),
        ("counts: 285 and 225", []),
        ("the charge is 225, receipts 60,000", [(60_000, "gross")]),
        ("所得按225还是285算", []),
        ("违法所得225和285三款怎么认定", []),
        ("一个行为两个罪名：225和285三款，收了6万", [(60_000, "gross")]),
        ("够225吗，赚了5万", [(50_000, "earned")]),
        ("赚了225和286之一有什么关系", []),
        ("seller charges 285 yuan", [(285, "gross")]),
        ("she charged 240 for each account", [(240, "gross")]),
        ("earned 225 yuan and paid 285 yuan", [(225, "earned"), (285, "cost")]),
        ("收款225，成本120", [(225, "gross"), (120, "cost")]),
        ("收了285元", [(285, "gross")]),
        ("按300块一个卖了20个", [(6_000, "gross")]),
    ],
)
def test_a_number_that_is_an_article_is_no_sum(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text) == expected
