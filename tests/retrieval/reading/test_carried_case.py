"""A decided case is spoken of until a question leaves it: for a matter of one's own, a rule, another case."""

from datetime import date

import pytest

from retrieval.authority import Kind
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.question import Question, read_question
from retrieval.reading.follow_up import named_cases
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 24)
ZHU_ZH = (Turn("user", "荆州朱某案判了多久"), Turn("assistant", "荆州朱某案：处理结果。"))
ZHU_EN = (
    Turn("user", "What sentence did the court give in the Jingzhou case?"),
    Turn("assistant", "Zhu case (Jingzhou)."),
)
TOLD = (Turn("user", "翻墙被罚了5000，合法吗"), Turn("assistant", "荆州朱某案：处理结果。"))


def read(index: Index, question: str, history: tuple[Turn, ...]) -> Question:
    return read_question(Request(question, history), index, TODAY)


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("我们这个赚了4万，能判缓吗", ZHU_ZH),
        ("那要退赃吗", ZHU_ZH),
        ("can he get parole?", ZHU_EN),
        ("does repayment help my client?", ZHU_EN),
    ],
)
def test_what_goes_on_is_the_crime_not_the_case(index: Index, question: str, history: tuple[Turn, ...]) -> None:
    asked = read(index, question, history)
    assert named_cases(asked.references, index) == []
    assert "朱某" not in asked.context
    assert "Zhu" not in asked.context
    assert any(term.article for term in asked.terms)


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("他获利多少", ZHU_ZH),
        ("为什么", ZHU_ZH),
        ("之前检察院起诉时用的是哪个罪名？", ZHU_ZH),
        ("how much did he earn?", ZHU_EN),
        ("and what was the fine?", ZHU_EN),
    ],
)
def test_its_facts_stay_its_facts(index: Index, question: str, history: tuple[Turn, ...]) -> None:
    assert named_cases(read(index, question, history).references, index) == ["zhu-jingzhou-2018-150"]


@pytest.mark.parametrize("question", ["没有赚钱", "那能罚15000吗", "依据是哪条"])
def test_a_case_that_only_the_answer_quoted_is_not_spoken_of(index: Index, question: str) -> None:
    assert named_cases(read(index, question, TOLD).references, index) == []


def test_after_a_question_of_ones_own_the_case_stays_left(index: Index) -> None:
    history = (*ZHU_ZH, Turn("user", "我们这个赚了4万，能判缓吗"), Turn("assistant", "《刑法》第七十二条。"))
    asked = read(index, "那罚金呢", history)
    assert named_cases(asked.references, index) == []
    assert "朱某" not in asked.context


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("why wasn't the second one charged under 285(3)?", "guiding-case-97-wang-lijun"),
        ("and the other one?", "zhu-jingzhou-2018-150"),
        ("后一个案子呢", "guiding-case-97-wang-lijun"),
    ],
)
def test_one_of_two_cases_is_meant(index: Index, question: str, case: str) -> None:
    history = (*ZHU_EN[:1], Turn("assistant", "…"), Turn("user", "and Guiding Case 97?"), Turn("assistant", "…"))
    assert named_cases(read(index, question, history).references, index) == [case]


def test_two_cases_are_compared(index: Index) -> None:
    asked = read(index, "compare with Guiding Case 97", ZHU_EN)
    assert set(named_cases(asked.references, index)) == {"zhu-jingzhou-2018-150", "guiding-case-97-wang-lijun"}


@pytest.mark.parametrize("question", ["翻墙被罚了5000，合法吗", "翻墙被派出所罚了1000块"])
def test_a_sum_selects_no_case(index: Index, question: str) -> None:
    made = answer(index, Request(question), today=TODAY)
    assert made.citations[0].kind not in (Kind.CASE, Kind.PENALTY)


@pytest.mark.parametrize(
    ("question", "history"),
    [("and in Hong Kong?", (Turn("user", "Is selling a VPN a crime?"), Turn("assistant", "Article 285."))),
     ("那香港呢", (Turn("user", "卖VPN犯法吗"), Turn("assistant", "刑法第285条。")))],
)  # fmt: skip
def test_another_place_in_a_follow_up_is_another_law(index: Index, question: str, history: tuple[Turn, ...]) -> None:
    assert answer(index, Request(question, history), today=TODAY).reason == "other_jurisdiction"


def test_what_follows_an_aside_goes_on_where_it_began(index: Index) -> None:
    history = (
        Turn("user", "Is selling VPN accounts a crime in China?"), Turn("assistant", "Article 285."),
        Turn("user", "thanks. And what's the weather in Harbin?"), Turn("assistant", "That is not held."),
    )  # fmt: skip
    assert "VPN" in read(index, "and for a reseller?", history).context


def test_another_crime_takes_the_place_of_the_one_before(index: Index) -> None:
    history = (
        Turn("user", "帮信标准是多少"), Turn("assistant", "解释第十二条。"),
        Turn("user", "那违法所得8000呢"), Turn("assistant", "《刑法》第二百八十七条之二。"),
    )  # fmt: skip
    asked = read(index, "那285三款呢", history)
    assert "帮信" not in asked.context
    assert "8000" in asked.context
    assert [(r.article, r.paragraph) for r in asked.own_references] == [((285, 0), 3)]
    made = answer(index, Request("那285三款呢", history), today=TODAY)
    assert "8,000" in made.answer


def test_a_rule_in_between_gives_way_to_the_next(index: Index) -> None:
    history = (
        Turn("user", "卖vpn赚3万判几年"), Turn("assistant", "《刑法》第二百八十五条。"),
        Turn("user", "自首呢"), Turn("assistant", "《刑法》第六十七条。"),
    )  # fmt: skip
    assert read(index, "罚金呢", history).earlier == ("卖vpn赚3万判几年",)


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("后者罚了多少", "guiding-case-97-wang-lijun"),
        ("第一个呢", "zhu-jingzhou-2018-150"),
        ("what did the former earn?", "zhu-jingzhou-2018-150"),
    ],
)
def test_one_of_two_cases_is_meant_by_its_place(index: Index, question: str, case: str) -> None:
    before = (Turn("user", "荆州朱某案和王力军案哪个判得重"), Turn("assistant", "荆州朱某案：处理结果。"))
    assert named_cases(read(index, question, before).references, index) == [case]
