"""What a written answer names: held or not, and cited or not."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.model.chat import load_chat_model
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.settings import Settings
from tests.retrieval.answer.written.scripted_server import Script, scripted_server

PUNISHED = "提供侵入计算机信息系统的程序、工具，情节严重的，依照前款处罚[1]。"


def write(index: Index, text: str) -> Answer:
    """Have a model write an answer whose first passage is Article 285."""
    with scripted_server(Script([text])) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        return answer(index, Request("刑法第285条第3款怎么规定？"), model=model)


@pytest.mark.parametrize(
    ("named", "label", "said"),
    [
        ("《网络信息自由法》", "《网络信息自由法》", "没有收录《网络信息自由法》"),
        ("《民法典》第一千一百六十五条", "《民法典》第一千一百六十五条", "没有收录《民法典》"),
        ("《刑法》第九百九十九条", "《刑法》第九百九十九条", "没有第九百九十九条"),
        ("《刑法》第二百八十五条第九款", "《刑法》第二百八十五条", "没有《刑法》第二百八十五条第九款"),
        ("(2020)京0105刑初888号判决", "(2020)京0105刑初888号", "没有收录(2020)京0105刑初888号"),
    ],
)
def test_what_is_not_held_is_said_and_does_not_exist(index: Index, named: str, label: str, said: str) -> None:
    given = write(index, f"根据{named}，{PUNISHED}")
    held, missing = given.citations
    assert (held.checks.exists, held.checks.supported) == ("pass", "fail")
    assert (missing.n, missing.label, missing.checks.exists) == (2, label, "fail")
    assert said in given.answer.split("\n\n")[-1]
    assert given.answer.endswith("[2]")


@pytest.mark.parametrize("named", ["《刑事诉讼法》第二百八十五条", "《刑法》第二百八十六条", "王力军案"])
def test_another_place_than_the_passage_cited_is_not_supported(index: Index, named: str) -> None:
    given = write(index, f"根据{named}，{PUNISHED}")
    assert given.citations[0].checks.supported == "fail"
    assert "（所引资料不支持）" in given.answer


@pytest.mark.parametrize(
    "text",
    [
        f"根据《刑法》第二百八十五条第三款，{PUNISHED}", f"根据第二百八十五条，{PUNISHED}", f"依照《刑法》，{PUNISHED}",
        "第三款规定，对侵入计算机信息系统的，依照前款处罚[1]。",
    ],
)  # fmt: skip
def test_the_place_that_is_cited_is_supported(index: Index, text: str) -> None:
    (citation,) = write(index, text).citations
    assert (citation.checks.exists, citation.checks.supported) == ("pass", "pass")
