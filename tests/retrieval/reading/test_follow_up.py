"""Which questions lean on the turns before them."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 24)
BEFORE = (Turn("user", "提供侵入工具罪情节严重的标准是什么？"), Turn("assistant", "…"))


def leans(index: Index, question: str) -> bool:
    """Whether a question takes something from the turn before it."""
    return bool(read_question(Request(question, BEFORE), index, TODAY).context)


@pytest.mark.parametrize(
    "question",
    [
        "个人翻墙会被罚多少？", "逮捕由谁批准？", "缓刑的条件是什么？", "帮信罪怎么判？", "从犯怎么处罚？", "取保候审谁来决定？",
        "如果卖VPN赚了3万，判几年？", "我弟弟卖翻墙账号，他会坐牢吗？", "我朋友被逮捕了，他还能取保候审吗？",
        "Who signs off on an arrest?", "Is it a crime to use a VPN at home?", "Is there a limitation period for prosecution?",
        "How are accomplices punished?", "What is probation?", "My client sold VPN accounts. Will he be arrested?",
        "What is the helping offence?", "违法所得怎么计算", "离婚后孩子归谁", "房东不退押金怎么办", "今天天气怎么样",
        "Is juyi the same as xingshi juliu?", "right to silence in China", "How do I cook rice?", "My landlord keeps my deposit", "Tell me a joke",
    ],
)  # fmt: skip
def test_what_names_its_own_matter_stands_by_itself(index: Index, question: str) -> None:
    assert not leans(index, question)


@pytest.mark.parametrize(
    "question",
    [
        "罚金怎么判？", "最高判几年？", "单位呢？", "多少钱算严重？", "情节特别严重的标准？", "谁来批准？", "违法所得多少？",
        "如果他自首了呢？", "如果情节特别严重，判多少年？", "他会坐牢吗？", "那从犯、缓刑呢？", "服务器在境外有影响吗？",
        "How much is the fine?", "What is the maximum?", "Any exceptions?", "Is it mandatory?", "Is there an exception?",
        "And is there a fine?", "Will he be arrested?", "Which amount is particularly serious?", "Is it a crime then?",
    ],
)  # fmt: skip
def test_what_asks_only_for_an_aspect_leans_on_the_turn_before(index: Index, question: str) -> None:
    assert leans(index, question)


def test_the_matters_before_do_not_come_first_in_an_answer_to_another(index: Index) -> None:
    asked = read_question(Request("个人翻墙会被罚多少？", BEFORE), index, TODAY)
    assert asked.references == ()


@pytest.mark.parametrize("before", ["怎么做红烧肉", "How do I bake sourdough bread at home?"])
@pytest.mark.parametrize("question", ["违法所得多少？", "What is the maximum?"])
def test_nothing_leans_on_a_subject_that_is_not_held(index: Index, before: str, question: str) -> None:
    asked = read_question(Request(question, (Turn("user", before), Turn("assistant", "…"))), index, TODAY)
    assert (asked.context, asked.references) == ("", ())


@pytest.mark.parametrize("question", ["单位呢？", "Is it mandatory?"])
def test_a_question_that_is_only_repeated_is_read_as_it_was_the_first_time(index: Index, question: str) -> None:
    again = (Turn("user", question), Turn("assistant", "…"))
    for before in ((), BEFORE):
        first = read_question(Request(question, before), index, TODAY)
        assert read_question(Request(question, before + again + again), index, TODAY).understood == first.understood
