"""Of an article the paragraphs that answer are quoted, also where only one reading of a question leads to them."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn

FACTS = "Police detained both, charge 285(3); a helper answered messages. "
FACTS_ZH = "甲卖翻墙账号，乙每月拿2000元做客服，罪名285条第三款。"


def quoted(index: Index, *questions: str) -> list[tuple[str | None, int | None]]:
    """The articles and paragraphs that the last answer of a conversation quotes."""
    history: tuple[Turn, ...] = ()
    for question in questions[:-1]:
        told = answer(index, Request(question, history)).answer
        history += (Turn("user", question), Turn("assistant", told))
    made = answer(index, Request(questions[-1], history))
    return [(citation.article, citation.paragraph) for citation in made.citations]


@pytest.mark.parametrize(
    ("questions", "place"),
    [
        (("Compare 286-1 and 285(3): sentencing ranges", "and which prevails when both fit?"), ("第二百八十六条之一", 3)),
        (("285条第三款怎么罚", "单位犯呢"), ("第二百八十五条", 4)),
        # an article that its topic means as a whole
        (("Can the court depart from the sentencing recommendation after a guilty plea?",), ("第二百零一条", 2)),
    ],
)  # fmt: skip
def test_the_paragraph_that_answers_is_quoted(
    procedure_index: Index, questions: tuple[str, ...], place: tuple[str, int]
) -> None:
    assert place in quoted(procedure_index, *questions)


@pytest.mark.parametrize(
    ("questions", "articles"),
    [
        ((FACTS + "What range, and what can the helper hope for?",), {"第二百八十五条", "第二十七条"}),
        ((FACTS_ZH + "问：量刑档次、法定刑，乙能争取什么？",), {"第二百八十五条", "第二十七条"}),
        (("pls, two things: is an employee who uses a VPN on a trip punishable, and must we keep logs??",), {"第二十二条", "第二十三条"}),
        (("卖VPN被拘了怎么办", "能不能取保，能不能缓刑？"), {"第六十七条", "第七十二条"}),
    ],
)  # fmt: skip
def test_each_of_the_things_asked_is_answered(
    procedure_index: Index, questions: tuple[str, ...], articles: set[str]
) -> None:
    assert articles <= {article for article, _ in quoted(procedure_index, *questions)}


@pytest.mark.parametrize(
    ("questions", "is_mitigation"),
    [
        (("285第三款情节特别严重的标准是多少", "那法定刑呢"), False), (("提供工具罪的法定刑是多少",), False), (("sentencing range for 225",), False),
        (("能在法定刑以下判吗，285条第三款",), True), (("285(3): is a sentence below the statutory range possible?",), True),
    ],
)  # fmt: skip
def test_the_range_of_a_charge_is_in_its_own_provision(
    procedure_index: Index, questions: tuple[str, ...], is_mitigation: bool
) -> None:
    assert (quoted(procedure_index, *questions)[0][0] == "第六十三条") is is_mitigation
