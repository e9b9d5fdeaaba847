"""Quotations of a written answer: over several sentences, in whatever marks, and with words left out."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.model.chat import load_chat_model
from retrieval.quoted import quotations
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.settings import Settings
from tests.retrieval.generating.scripted_server import Script, scripted_server

PARAGRAPHS = (
    "提供专门用于侵入、非法控制计算机信息系统的程序、工具，或者明知他人实施侵入、非法控制计算机信息系统的违法犯罪行为而为其提供程序、工具，情节严重的，依照前款的规定处罚。",
    "单位犯前三款罪的，对单位判处罚金，并对其直接负责的主管人员和其他直接责任人员，依照各该款的规定处罚。",
)  # fmt: skip
ALTERED = "提供专门用于侵入计算机信息系统的程序、工具，情节轻微的，免除处罚"


def write(index: Index, text: str) -> Answer:
    """Have a model write an answer whose first passage is Article 285."""
    with scripted_server(Script([text])) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        return answer(index, Request("刑法第285条第3款怎么规定？"), model=model)


@pytest.mark.parametrize(
    "text",
    [
        "条文写道：“提供专门用于侵入计算机信息系统的程序、工具。情节轻微的，不予处罚。”[1]",
        f"第三款规定：『{ALTERED}』[1]。", f"第三款规定：‘{ALTERED}’[1]。", f"第三款规定[1]：\n\n> {ALTERED}。[1]",
        f"第三款“{ALTERED}。轻微的，不罚。”，见该条[1]。",
    ],
)  # fmt: skip
def test_an_altered_quotation_is_marked_and_fails(index: Index, text: str) -> None:
    given = write(index, text)
    assert given.citations[0].checks.verbatim == "fail"
    assert given.citations[0].checks.supported == "fail"
    assert "（所引资料不支持）" in given.answer


@pytest.mark.parametrize(
    "text",
    [
        f"条文为：“{''.join(PARAGRAPHS)}”[1]",
        f"条文为：“{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}”[1]",
        f"第三款规定[1]：\n\n> {PARAGRAPHS[0]}[1]",
        "第三款规定：『提供专门用于侵入……程序、工具，情节严重的』[1]。",
    ],
)
def test_the_words_of_the_text_pass_wherever_its_lines_break(index: Index, text: str) -> None:
    given = write(index, text)
    assert given.citations[0].checks.verbatim == "pass"
    assert "（所引资料不支持）" not in given.answer


def test_a_quotation_belongs_to_the_numbers_that_follow_it() -> None:
    found = list(quotations("“一二三四五六七”和“七六五四三二一”都是[2][3]。\n\n此外‘八九八九八九’。[4]"))
    assert [(q.words, q.cited) for q in found] == [
        ("一二三四五六七", ()),
        ("七六五四三二一", (2, 3)),
        ("八九八九八九", (4,)),
    ]
