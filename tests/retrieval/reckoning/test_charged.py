"""A crime is held against its own thresholds: without any, none of another crime's is borrowed, and that is said."""

from datetime import date

import pytest

from prompts import say
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn
from tests.retrieval.reckoning.test_reckoned_answer import charges, rows


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("盗窃罪，数额3万元，哪一档？", "盗窃罪"), ("涉嫌职务侵占罪，数额3万元，属于哪一档？", "职务侵占罪"), ("诈骗罪，数额３万元，哪一档？", "刑法第二百六十六条"),
        ("刑法第266条，违法所得3万元，哪一档？", "刑法第二百六十六条"), ("开设赌场罪，违法所得3万元，情节严重吗？", "刑法第三百零三条第二款"),
        ("侵犯著作权罪，违法所得3万元，哪一档？", "刑法第二百一十七条"), ("掩饰、隐瞒犯罪所得罪，数额3万元，情节严重吗？", "刑法第三百一十二条第一款"),
        ("侵犯公民个人信息罪，违法所得3万元，哪一档？", "刑法第二百五十三条之一第一款"),

        ("刑法第285条第1款，违法所得3万元，哪一档？", "刑法第二百八十五条第一款"),
        ("theft of 30,000 yuan: which tier?", "theft"),
        ("侵犯公民个人信息，违法所得3万元，哪一档？", "刑法第二百五十三条之一第一款"), ("盗窃3万元，哪一档？", "盗窃"),
        ("I was charged with fraud, 30,000 yuan: which tier?", "Criminal Law art. 266"), ("诈骗罪，违法所得3万元，能取保候审吗？", "刑法第二百六十六条"),
    ],
)  # fmt: skip
def test_a_crime_without_thresholds_is_not_reckoned_and_that_is_said(
    thresholds_index: Index, question: str, named: str
) -> None:
    made = answer(thresholds_index, Request(question))
    assert rows(made) == []
    assert say(made.language, "reckon_unheld", charge=named, as_of=made.as_of) in made.answer
    assert "225" not in made.answer.split("\n\n")[0]


@pytest.mark.parametrize(
    ("question", "charge"),
    [
        ("刑法第285条第三款，违法所得3万元，哪一档？", "刑法第二百八十五条第三款"), ("285三款，违法所得3万元，哪一档？", "刑法第二百八十五条第三款"),
        ("提供侵入、非法控制计算机信息系统程序、工具罪，违法所得3万元，哪一档？", "刑法第二百八十五条第三款"), ("刑法第285条第4款，公司违法所得3万元，哪一档？", "刑法第二百八十五条第三款"),
        ("非法经营罪，违法所得3万元，够数吗？", "刑法第二百二十五条"), ("卖VPN违法所得3万元，构成何罪，哪一档？", "刑法第二百八十五条第三款"),
        ("VPN seller with illegal gains of 30,000 yuan: which tier of Article 285?", "Criminal Law art. 285(3)"),
        ("卖VPN给搞电信诈骗的人，获利3万元，哪一档？", "刑法第二百八十五条第三款"), ("卖翻墙软件获利3万元，是犯罪吗，情节严重吗？", "刑法第二百八十五条第三款"),
    ],
)  # fmt: skip
def test_a_crime_with_thresholds_is_reckoned(thresholds_index: Index, question: str, charge: str) -> None:
    made = answer(thresholds_index, Request(question))
    assert charge in charges(made)
    assert say(made.language, "reckon_unheld", charge="", as_of=made.as_of)[-12:] not in made.answer


def test_of_two_crimes_the_one_without_thresholds_is_said_beside_the_other(thresholds_index: Index) -> None:
    made = answer(thresholds_index, Request("刑法第285条第1款和第285条第3款，违法所得3万元，各属哪一档？"))
    assert charges(made) == {"刑法第二百八十五条第三款"}
    assert say("zh", "reckon_unheld", charge="刑法第二百八十五条第一款", as_of=made.as_of) in made.answer


def test_a_follow_up_with_another_crime_is_held_against_that_crime(thresholds_index: Index) -> None:
    history = (Turn("user", "刑法第285条第三款，违法所得3万元，哪一档？"), Turn("assistant", "…"))
    made = answer(thresholds_index, Request("那按盗窃罪呢？", history))
    assert rows(made) == []
    assert say("zh", "reckon_unheld", charge="盗窃罪", as_of=made.as_of) in made.answer
    assert charges(answer(thresholds_index, Request("那按非法经营罪呢？", history))) == {"刑法第二百二十五条"}


def test_a_crime_that_was_none_on_the_day_is_quoted_with_its_date(index: Index) -> None:
    made = answer(index, Request("2014年帮人收款，帮信罪，违法所得3万元，哪一档？"))
    assert rows(made) == []
    assert say("zh", "reckon_unheld", charge="刑法第二百八十七条之二第一款", as_of=date(2014, 12, 31)) in made.answer
    assert any(c.article == "第二百八十七条之二" and c.checks.in_force == "fail" for c in made.citations)


@pytest.mark.parametrize(
    ("question", "tiers"),
    [
        ("个人擅自经营国际电信业务，非法经营数额60万元，哪一档？", ["未达到起点"]), ("个人擅自经营国际电信业务，非法经营数额100万元，哪一档？", ["情节严重"]),
        ("擅自经营国际电信业务，经营去话业务数额９９９，９９９元，哪一档？", ["未达到起点"]), ("擅自经营国际电信业务，来话业务造成电信资费损失500万元，哪一档？", ["情节特别严重"]),
        ("擅自经营国际电信业务，造成电信资费损失600万元，哪一档？", ["情节特别严重"]), ("擅自经营国际电话业务，去话业务数额500万元，哪一档？", ["情节特别严重"]),
        ("Unlicensed international telecommunications business, turnover of 1,000,000 yuan: which tier of Article 225?", ["serious"]),
        ("Unlicensed international telecom business, outbound call turnover of 999,999 yuan: which tier of Article 225?", ["below the threshold"]),
        ("张某经营VPN，非法经营罪，非法经营数额6万元，哪一档？", ["情节严重"]),
    ],
)  # fmt: skip
def test_international_telecommunications_have_thresholds_of_their_own(
    thresholds_index: Index, question: str, tiers: list[str]
) -> None:
    made = answer(thresholds_index, Request(question))
    assert [row[3] for row in rows(made) if "225" in row[1] or "二百二十五" in row[1]] == tiers


def test_an_english_company_is_held_against_the_figures_for_units(thresholds_index: Index) -> None:
    question = (
        "Our company sold VPN lines, turnover 430,000 yuan, profit 70,000. Does illegal business operation apply?"
    )
    made = answer(thresholds_index, Request(question))
    assert [(row[0], row[3]) for row in rows(made) if "of a unit" in row[1]] == [
        ("430,000 yuan, gross", "below the threshold"),
        ("70,000 yuan, net as stated", "below the threshold"),
    ]
    assert not any("of an individual" in row[1] for row in rows(made))
