"""Whatever goes wrong with a model's service: the quotations in its place, and one sentence that says why and what to do."""

import pytest

from retrieval.chain import stream
from retrieval.index import Index
from retrieval.model.chat import load_chat_model
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.settings import Settings
from tests.retrieval.answer.written.scripted_server import Script, scripted_server

QUESTION = Request("What does Article 285(3) of the Criminal Law punish?")
SENTENCE = "Providing tools is punished [1]."
CALL = {"tool_calls": [{"index": 0, "id": "1", "type": "function", "function": {"name": "search", "arguments": "{}"}}]}
FAILING = [
    ("cut at its length", Script([SENTENCE], finish="length"), "was cut: ask a narrower question"),
    ("filtered", Script([SENTENCE], finish="content_filter"), "held the answer back"),
    ("refused", Script([], delta={"refusal": "I cannot help."}), "wrote nothing"),
    ("tools", Script([], finish="tool_calls", delta=CALL), "called a tool instead of answering"),
    ("tools after a text", Script(["Let me search."], finish="tool_calls", delta=CALL), "called a tool"),
    ("null", Script([], delta={"content": None}), "wrote nothing: ask again"),
    ("thoughts alone", Script([], delta={"reasoning_content": "The seller is guilty [1]."}), "wrote nothing"),
    ("thoughts in tags alone", Script(["<think>The seller is guilty [1].</think>"]), "wrote nothing"),
    ("thoughts without an end", Script(["<think>The seller ", "is guilty [1]."]), "wrote nothing"),
    ("key", Script(status=401), "refuses the key, HTTP 401: whoever runs Fayan must set a valid one"),
    ("access", Script(status=403), "refuses the key, HTTP 403"),
    ("model", Script(status=404), "must check FAYAN_CHAT_MODEL and FAYAN_CHAT_BASE_URL"),
    ("busy for long", Script(status=429, headers={"Retry-After": "90"}), "ask again in 90 seconds"),
    ("busy", Script(status=429), "takes no more questions at present, HTTP 429: ask again later"),
    ("too much", Script(status=400), "HTTP 400: the question with its passages may be too long"),
    ("broken", Script(status=500), "its service failed, HTTP 500: ask again later"),
    ("unreadable", Script([SENTENCE], garbage=True), "cannot be read"),
    ("an error in the stream", Script([SENTENCE], raw=b'data: {"error": {"message": "out of memory"}}\n\n'), "cannot be read"),
    ("another charset", Script([], raw="data: {\"content\": \"刑法\"}\n\n".encode("gb18030")), "cannot be read"),
    ("cut off", Script([SENTENCE], cut_off=True), "broke off before the end: ask again"),
    ("endless", Script(["No end. " * 1000] * 4), "longer than 30,000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "why"), [row[1:] for row in FAILING], ids=[row[0] for row in FAILING])
def test_the_quotations_stand_in_its_place_and_why_is_said(index: Index, script: Script, why: str) -> None:
    with scripted_server(script) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url), timeout_s=5.0)
        *_, given = stream(index, QUESTION, model=model)
    assert isinstance(given, Answer)
    said, *quoted = given.answer.split("\n\n")
    assert said.startswith("The language model could not answer (")
    assert why in said
    assert said.endswith("); here are the passages themselves.")
    assert given.mode == "quoting"
    assert quoted
    assert {citation.checks.verbatim for citation in given.citations} == {"pass"}
    assert SENTENCE not in given.answer
    assert "guilty" not in given.answer


def test_a_service_that_stalls_or_is_down_is_named(index: Index) -> None:
    with scripted_server(Script([SENTENCE], stall_s=3.0)) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url), timeout_s=0.2)
        *_, slow = stream(index, QUESTION, model=model)
    *_, down = stream(index, QUESTION, model=model)
    assert "did not answer in time" in slow.answer
    assert "cannot be reached" in down.answer


def test_a_question_in_chinese_is_told_in_chinese(index: Index) -> None:
    with scripted_server(Script([SENTENCE], finish="length")) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        *_, given = stream(index, Request("刑法第285条第3款怎么规定？"), model=model)
    assert given.answer.startswith(
        "语言模型未能作答（其回答达到模型的长度上限而被截断：请缩小问题的范围），以下为资料原文。"
    )
