"""After an administrative penalty an appeal is a reconsideration or a lawsuit; after a conviction it is not."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.ranking.other_sense import fines_of_courts
from retrieval.ranking.remedies import asked_of_remedies, asks_to_sue, remedy_reading
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 24)
FINED = (
    Turn("user", "Our company was fined 15,000 yuan by the police for using a VPN. Lawful?"),
    Turn("assistant", "…"),
)
FINED_ZH = (Turn("user", "公司用VPN被公安罚款15000元"), Turn("assistant", "…"))
APPEALED = (*FINED, Turn("user", "can we appeal?"), Turn("assistant", "…"))
CONVICTED = (Turn("user", "My client was sentenced to 18 months and fined for selling a VPN."), Turn("assistant", "…"))


@pytest.mark.parametrize(
    ("question", "history", "is_told"),
    [
        ("what if we pay late?", FINED, True), ("does the fine go on a criminal record?", FINED, True), ("不交罚款会怎样", FINED_ZH, True),
        ("what if he cannot pay?", CONVICTED, False), ("can the fine be paid in instalments?", (), False), ("罚金能分期交吗", (), False),
    ],
)  # fmt: skip
def test_the_fines_of_courts_are_not_those_that_an_office_imposed(
    procedure_index: Index, question: str, history: tuple[Turn, ...], is_told: bool
) -> None:
    read = read_question(Request(question, history), procedure_index, TODAY)
    assert (("criminal-law", "第五十三条") in fines_of_courts(read, procedure_index)) is is_told


def is_remedy(index: Index, question: str, history: tuple[Turn, ...] = ()) -> bool:
    return remedy_reading(read_question(Request(question, history), index, TODAY), index) is not None


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("can we appeal?", FINED), ("can I take it to court directly?", FINED), ("deadline?", APPEALED), ("within what time?", APPEALED),
        ("能上诉吗", FINED_ZH), ("我想告派出所，怎么告", FINED_ZH), ("不服怎么办", FINED_ZH),
        ("翻墙被派出所罚了1000，去哪里复议", ()), ("fined 1000 for using vpn, where can I complain", ()), ("I was fined and it is not fair", ()),
    ],
)  # fmt: skip
def test_of_a_penalty_remedies_are_asked_for(index: Index, question: str, history: tuple[Turn, ...]) -> None:
    assert is_remedy(index, question, history)


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("can we appeal?", CONVICTED), ("deadline?", FINED), ("能上诉吗", (Turn("user", "卖VPN判了一年半"),)), ("怎么上诉", ()),
        ("someone complained about me, will I be fined", ()), ("派出所给了我一个警告，依据是什么", ()), ("is the fine too high?", FINED), ("告诉我依据", FINED_ZH), ("给翻墙软件打广告的会不会被罚", ()), ("公安通告说要罚款，依据是什么", ()),
    ],
)  # fmt: skip
def test_of_a_conviction_or_without_a_word_for_it_they_are_not(
    index: Index, question: str, history: tuple[Turn, ...]
) -> None:
    assert not is_remedy(index, question, history)


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("can I challenge it in court, and by when?", ["第四十六条"]), ("which court do I sue in?", ["第十八条"]),
        ("我想复议，多长时间内，找谁", ["第二十条", "第二十四条"]), ("reconsideration: where and by when?", ["第二十条", "第二十四条"]),
        ("deadline?", ["第二十条", "第四十六条"]), ("多久之内？", ["第二十条", "第四十六条"]), ("向哪个法院告", ["第十八条"]),
        ("复议多久有结果", []), ("how long does reconsideration take?", []), ("can we appeal?", []), ("不服怎么办", []),
    ],
)  # fmt: skip
def test_by_when_and_where_a_remedy_is_filed(question: str, articles: list[str]) -> None:
    assert [article for _, article in asked_of_remedies(question)] == articles


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("and to sue instead of reconsideration, within what time?", True), ("不申请复议直接起诉，期限多长", True),
        ("how long for reconsideration, and to sue?", False), ("复议和诉讼的期限", False), ("复议期限多长", False),
    ],
)  # fmt: skip
def test_the_lawsuit_alone_is_meant_where_reconsideration_is_left_out(text: str, alone: bool) -> None:
    assert asks_to_sue(text) == alone


@pytest.mark.parametrize(
    "text", ["And to sue instead of reconsideration: what is the time limit?", "不复议直接起诉，多久内要起诉？"]
)
def test_both_remedies_side_by_side_are_those_against_a_penalty(index: Index, text: str) -> None:
    question = read_question(Request(text), index, TODAY)
    assert remedy_reading(question, index) is not None
    assert asked_of_remedies(text) == [("administrative-litigation-law", "第四十六条")]
