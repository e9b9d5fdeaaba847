"""Machines, sets, users, sites, groups and messages are reckoned as sums are, against the crime that counts them."""

import pytest

from prompts import say
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request
from tests.retrieval.reckoning.test_reckoned_answer import rows

SERIOUS, WORSE, BELOW = "情节严重", "情节特别严重", "未达到起点"
GRAVE, GRAVER = "后果严重", "后果特别严重"


def reached(index: Index, question: str) -> list[tuple[str, str]]:
    """The crimes and what is reached of each."""
    made = answer(index, Request(question))
    return [
        (row[1].replace("：", ":").split(":")[0].split("刑法")[-1].removeprefix("Criminal Law art. "), row[3])
        for row in rows(made)
    ]


@pytest.mark.parametrize(
    ("question", "charge", "tier"),
    [
        ("他控制了19台计算机，怎么判？", "第二百八十五条第二款", BELOW), ("他控制了20台计算机，怎么判？", "第二百八十五条第二款", SERIOUS),
        ("非法控制９９台电脑，哪一档？", "第二百八十五条第二款", SERIOUS), ("非法控制一百台电脑，哪一档？", "第二百八十五条第二款", WORSE),
        ("A hacker controlled 120 computers; which tier under 285(2)?", "285(2)", "particularly serious"),
        ("获取银行身份认证信息9组，情节严重吗", "第二百八十五条第二款", BELOW), ("获取银行身份认证信息50组，情节严重吗", "第二百八十五条第二款", WORSE),
        ("他非法获取了499组身份认证信息，怎么判", "第二百八十五条第二款", BELOW), ("He sold 600 sets of identity authentication data. What tier?", "285(2)", "serious"),
        ("刑法第285条第2款，违法所得25000元，哪一档？", "第二百八十五条第二款", WORSE), ("Article 285(2): loss of 9,999 yuan, which tier?", "285(2)", "below the threshold"),
        ("破坏计算机信息系统造成损失6万元，是否后果特别严重？", "第二百八十六条第一款、第二款", GRAVER), ("破坏计算机信息系统罪，违法所得4999元，哪一档？", "第二百八十六条第一款、第二款", BELOW),
        ("刑法第286条第3款违法所得6000元，哪一档", "第二百八十六条第三款", GRAVE), ("他用病毒感染了25台电脑，什么后果？", "第二百八十六条第三款", GRAVE),
        ("攻击致9台电脑无法使用，破坏计算机信息系统罪，够罪吗", "第二百八十六条第一款、第二款", BELOW), ("攻击导致50台电脑瘫痪，破坏计算机信息系统罪，哪一档", "第二百八十六条第一款、第二款", GRAVER),
        ("让为两万用户提供服务的系统瘫痪了2小时，怎么判？", "第二百八十六条第一款、第二款", GRAVE), ("让为五万用户提供服务的系统瘫痪30分钟，怎么判", "第二百八十六条第一款、第二款", BELOW),
        ("A system serving 9,999 users was down for 2 hours. Which tier of Article 286?", "286(1)(2)", "below the threshold"),
        ("使为１００００用户提供服务的系统瘫痪2小时，破坏计算机信息系统罪，哪一档？", "第二百八十六条第一款、第二款", GRAVE), ("删除了25台电脑里的数据，怎么判？", "第二百八十六条第一款、第二款", GRAVE),
        ("让为五万用户提供服务的系统瘫痪一小时，怎么判", "第二百八十六条第一款、第二款", GRAVER), ("gains of 30,000 under art. 287-1", "287-1", "serious"),
        ("非法利用信息网络罪，违法所得9999元，情节严重吗", "第二百八十七条之一", BELOW), ("设立了5个用于诈骗的微信群，够罪吗？", "第二百八十七条之一", SERIOUS),
        ("设立了两个诈骗网站，够罪吗", "第二百八十七条之一", BELOW), ("He set up 3 websites for fraud. Serious?", "287-1", "serious"),
        ("在网站上发布诈骗信息150条，够罪吗", "第二百八十七条之一", SERIOUS), ("I posted 99 fraud ads on a website; is that serious?", "287-1", "below the threshold"),
    ],
)  # fmt: skip
def test_what_a_count_reaches(thresholds_index: Index, question: str, charge: str, tier: str) -> None:
    assert (charge, tier) in reached(thresholds_index, question)
    assert all(article == charge for article, _ in reached(thresholds_index, question))


def test_of_a_time_that_is_not_told_it_is_said_that_it_decides(thresholds_index: Index) -> None:
    made = answer(thresholds_index, Request("让为两万用户提供服务的系统瘫痪了，怎么判？"))
    assert [row[3] for row in rows(made)] == [GRAVE + say("zh", "reckon_also_hours", value=1)]


@pytest.mark.parametrize(
    "question",
    [
        "租了3台服务器卖VPN，赚了3万",
        "他用5台电脑卖VPN，违法所得3万元",
        "I sold VPNs from 3 servers and made 30,000 yuan",
    ],
)
def test_a_seller_s_own_machines_count_for_nothing(thresholds_index: Index, question: str) -> None:
    found = reached(thresholds_index, question)
    assert {article.removeprefix("第二百") for article, _ in found} <= {"八十五条第三款", "二十五条", "285(3)", "225"}
    assert found
