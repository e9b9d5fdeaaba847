"""Money for users' data or obscene videos is not held against the thresholds for the tool that is sold besides."""

import pytest

from prompts import say
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.reckoning.sold_besides import tell_apart
from retrieval.references.numbers import plain
from retrieval.request import Request, Turn
from retrieval.result import Answer
from tests.retrieval.reckoning.test_reckoned_answer import charges, rows

DATA, PORN = "第二百五十三条之一", "第三百六十三条"


def ask(index: Index, *questions: str) -> Answer:
    turns = tuple(turn for text in questions[:-1] for turn in (Turn("user", text), Turn("assistant", "……")))
    return answer(index, Request(questions[-1], turns))


@pytest.mark.parametrize(
    ("questions", "article"),
    [
        (("He sold VPN access, and sold his customers' phone numbers to a dealer for 5,000 yuan. Is that a crime?",), DATA),
        (("A VPN seller resold 7,000 user records and got 6,000 yuan for them. What threshold applies?",), DATA),
        (("卖梯子的站长把客户资料卖了八千条，够立案吗？",), DATA), (("机场主倒卖用户手机号，获利9000元，怎么判？",), DATA),
        (("VPN卖家保存用户的手机号，名单卖了6000元，哪一档？",), DATA), (("卖VPN的人出售用户信息5000条，立案标准是多少？", "那他一共赚了9000元呢？"), DATA),
        (("The seller of a VPN also sold porn videos and made 9,000 yuan from the porn. Which tier?",), PORN),
        (("群主卖VPN，又在群里卖色情视频，赚了9000元，哪一档？",), PORN), (("群主卖VPN，群里还有人发黄片", "他把那些视频卖了，收了8000元", "如果是300个视频呢？"), PORN),
    ],
)  # fmt: skip
def test_what_is_another_crime_borrows_no_threshold(
    thresholds_index: Index, questions: tuple[str, ...], article: str
) -> None:
    made = ask(thresholds_index, *questions)
    assert rows(made) == []
    first = made.citations[0]
    assert (first.title.zh, first.article, first.paragraph) == ("中华人民共和国刑法", article, 1)
    assert say(made.language, "reckon_unheld", charge="", as_of=made.as_of)[-12:] in made.answer.split("\n\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "My brother bought 6,000 customer records for his VPN business. Is that a crime?",
        "他卖梯子，又买了6000条用户信息，够立案吗？",
    ],
)
def test_data_that_were_bought_are_neither_persons_nor_leaked(thresholds_index: Index, question: str) -> None:
    made = ask(thresholds_index, question)
    assert rows(made) == []
    assert (made.citations[0].article, made.citations[0].paragraph) == (DATA, 3)


def test_the_ranges_for_obscene_articles_are_quoted_and_not_reckoned(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "群主卖VPN，又在群里卖色情视频，赚了9000元，哪一档？")
    assert say("zh", "reckon_ranges") in made.answer
    assert "获利5000至1万元以上" in made.answer
    assert "获利3万至5万元以上" in made.answer


def test_what_the_tool_brought_is_reckoned_beside_it(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "卖VPN收入8万元，又把用户名单卖了4000元，哪一档？")
    assert "刑法第二百八十五条第三款" in charges(made)
    assert all("80,000" in row[0] for row in rows(made))
    assert say("zh", "reckon_unheld", charge="刑法第二百五十三条之一第一款", as_of=made.as_of) in made.answer


def test_the_next_question_may_go_back_to_the_tool(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "卖VPN的人还卖用户信息，卖了4000元，够罪吗？", "那他卖VPN的收入3万元是哪一档？")
    assert "刑法第二百八十五条第三款" in charges(made)
    assert say("zh", "reckon_unheld", charge="刑法第二百五十三条之一第一款", as_of=made.as_of) not in made.answer


@pytest.mark.parametrize(
    "question",
    [
        "卖VPN账号300个，收了3万元，哪一档？", "卖VPN给人看黄片，赚了8000元，哪一档？", "他卖VPN，收集了用户手机号，获利3万元，哪一档？",
        "卖VPN获利3万元，聊天记录能当证据吗，哪一档？", "按285条第三款，卖VPN又卖用户信息，获利3万元，哪一档？",
        "Sold VPN accounts to people who watch porn, made 8,000 yuan. Which tier?",
        "Sold VPN access, kept customer names, made 30,000 yuan. Which tier?",
    ],
)  # fmt: skip
def test_the_tool_s_own_money_is_reckoned_as_before(thresholds_index: Index, question: str) -> None:
    made = ask(thresholds_index, question)
    assert any("285" in row[1] or "第二百八十五条" in row[1] for row in rows(made))


def test_data_that_leaked_are_still_counted(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "平台拒不改正，致使用户信息泄露，六千条用户信息，够286条之一吗？")
    assert charges(made) == {"刑法第二百八十六条之一"}


@pytest.mark.parametrize("words", ["卖", "用户信息", "色情", "sold the ", "videos ", "porn ", "卖VPN", "a", "1"])
def test_behind_a_long_run_of_these_words_what_is_sold_is_told_apart(thresholds_index: Index, words: str) -> None:
    told = tell_apart([plain(f"{words * 2000}，他把用户信息卖了8000元")], thresholds_index)
    assert [charge.unit[1] for charge in told.charges] == [DATA]
    assert told.in_last
