"""Odd input over HTTP: one sentence and a status of the client's fault, or an answer; never a trace."""

import unicodedata
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.web.http.odd_bodies import CHAT, OPENAI, RAW, SEARCH, TEXTS
from tests.web.site import Site

QUESTION = "刑法第285条第3款怎么规定？"


def sentence_of(response: httpx.Response) -> str:
    """Return the sentence of a refusal, which has nothing else in it."""
    error = response.json()["error"]
    assert response.json().keys() == {"error"}
    sentence = error["message"] if isinstance(error, dict) else error
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert not any(word in sentence for word in ("Traceback", "Error", ".py", "line "))
    assert len(sentence) < 600
    return sentence


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_an_odd_question_is_answered_or_declined(client: httpx.Client, text: str) -> None:
    response = client.post(CHAT, json={"question": text})
    assert response.status_code == 200
    given = response.json()
    assert given["answer"].strip()
    assert given["declined"] == (not given["citations"])
    for citation in given["citations"]:
        if citation["passage_id"]:
            assert citation["text"][citation["start"] : citation["end"]] == citation["quote"] != ""
            assert citation["checks"]["verbatim"] == "pass"


@pytest.mark.parametrize("name", ["numeral of 5000 digits", "case of 5000 figures", "450 references", "emoji", "bidi"])
def test_an_odd_question_is_searched_and_asked_in_openais_form_too(client: httpx.Client, name: str) -> None:
    found = client.post(SEARCH, json={"query": TEXTS[name], "k": 3})
    assert found.status_code == 200
    assert len(found.json()["passages"]) == 3
    messages = [{"role": "user", "content": TEXTS[name]}, {"role": "user", "content": TEXTS[name]}]
    asked = client.post(OPENAI, json={"messages": messages})
    assert asked.status_code == 200
    assert asked.json()["choices"][0]["message"]["content"].strip()


@pytest.mark.parametrize("name", ["numeral of 5000 digits", "number of 5000 figures", "template", "450 references"])
def test_an_odd_turn_before_does_not_matter(client: httpx.Client, name: str) -> None:
    history = [{"role": role, "content": TEXTS[name]} for role in ("user", "assistant")]
    response = client.post(CHAT, json={"question": "那单位犯罪呢？", "history": history})
    assert response.status_code == 200
    assert response.json()["answer"].strip()


@pytest.mark.parametrize(("path", "content", "statuses"), RAW.values(), ids=RAW.keys())
def test_an_odd_body_gets_one_sentence_or_an_answer(
    client: httpx.Client, path: str, content: bytes, statuses: set[int]
) -> None:
    response = client.post(path, content=content, headers={"Content-Type": "application/json"})
    assert response.status_code in statuses
    if response.status_code != 200:
        assert sentence_of(response)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1900-02-28"])
def test_the_first_and_the_last_day_are_days(client: httpx.Client, day: str) -> None:
    response = client.post(CHAT, json={"question": QUESTION, "as_of": day})
    assert response.status_code == 200
    assert response.json()["as_of"] == day
    outcomes = {c["checks"]["in_force"] for c in response.json()["citations"] if c["kind"] == "statute"}
    assert outcomes == ({"pass"} if day.startswith("9") else {"fail"})


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"}, {"Content-Type": "application/xml; charset=utf-16"}, {"Content-Type": ""},
        {"Content-Type": "application/json; charset=gb2312"}, {"Accept": "image/png"}, {"Accept-Encoding": "br;q=2, nonsense"},
        {"Authorization": "Bearer " + "x" * 4000}, {"Cookie": "a=" + "b" * 4000}, {"X-Forwarded-For": "' OR 1=1"},
    ],
    ids=lambda headers: str(headers)[:40],
)  # fmt: skip
def test_the_body_is_json_whatever_the_headers_call_it(client: httpx.Client, headers: dict[str, str]) -> None:
    plain = client.post(CHAT, json={"question": QUESTION}).json()
    response = client.post(CHAT, content=f'{{"question": "{QUESTION}"}}'.encode(), headers=headers)
    assert response.status_code == 200
    assert response.json()["answer"] == plain["answer"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/chat?question=a", 405), ("DELETE", "/api/documents/" + "x" * 3000, 404), ("DELETE", "/api/documents/%00", 404),
        ("DELETE", "/api/documents/%ff%fe", 404), ("DELETE", "/api/documents/'; DROP TABLE documents; --", 404),
        ("DELETE", "/api/documents/..%2f..%2fetc", 404), ("GET", "/v1/models/%F0%9F%98%80", 404), ("PATCH", "/v1/models", 405),
        ("GET", "/api/%2e%2e/%2e%2e/etc/passwd", 404),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_odd_paths_get_one_sentence(client: httpx.Client, method: str, path: str, status: int) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert sentence_of(response)


FILES: dict[str, tuple[str, bytes, set[int]]] = {
    "articles of any number": ("law.txt", "第零条 甲。\n第0条 乙。\n第99999条 丙。\n第一条 丁。\n".encode() * 2, {201}),
    "headings of any number": ("law.md", f"# 法\n\n## 第{'九' * 30}条\n甲\n\n## Article {'9' * 5000}\nb\n\n## Article 0\nc\n\n## 第99999条\n丁".encode(), {201}),
    "items of any number": ("items.txt", "第一条 甲\n（九九九九九九）乙\n（00）丙\n第二条 丁\n第三条 戊\n（12345678901）己".encode(), {201}),
    "numerals without end": ("numerals.txt", f"违法所得{'亿' * 3000}元，{'一' * 6000}年，[{'9' * 6000}]。".encode(), {201}),
    "one word": ("word.txt", b"x" * 30_000, {201}),
    "title of many lines": ("title.html", b"<title>a\n\nEditor's note: b</title><h1>x<br><br>y</h1><p>text of it</p>", {201}),
    "control characters": ("control.txt", b"a\x1b[31mred\x07\x08 text\x0c next page \x7f of it", {201}),
    "name of an odd kind": ("\u202e\u200b..%00;rm -rf.txt", b"some text", {201}),
    "only marks": ("marks.txt", "\u200b\u202e\ufeff\u2060".encode(), {422}),
    "surrogates": ("surrogates.txt", b"text \xed\xa0\x80 text", {201, 422}),
    "deep HTML": ("deep.html", b"<div>" * 5000 + b"text" + b"</div>" * 5000, {201, 422}),
}  # fmt: skip


@pytest.fixture
def added(client: httpx.Client) -> Any:
    """Add files, and take them away afterwards."""
    ids: list[str] = []

    def add(name: str, content: bytes) -> httpx.Response:
        response = client.post("/api/documents", files={"file": (name, content)})
        if response.status_code == 201:
            ids.append(response.json()["id"])
        return response

    yield add
    for key in ids:
        assert client.delete(f"/api/documents/{key}").status_code == 204


@pytest.mark.parametrize(("name", "content", "statuses"), FILES.values(), ids=FILES.keys())
def test_an_odd_file_is_taken_or_refused_and_spoils_nothing(
    client: httpx.Client, added: Callable[[str, bytes], httpx.Response], name: str, content: bytes, statuses: set[int]
) -> None:
    response = added(name, content)
    assert response.status_code in statuses
    if response.status_code == 422:
        assert sentence_of(response)
        return
    document = response.json()
    assert document["status"] == "ready"
    assert document["title"].isprintable()
    passages = client.post(SEARCH, json={"query": "text 甲 年", "documents": [document["id"]], "k": 100}).json()[
        "passages"
    ]
    assert passages
    for passage in passages:
        assert "\n" not in passage["label"]
        assert not [c for c in passage["text"] if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cf", "Cs")]


def test_after_all_that_the_app_answers_as_before_and_has_logged_no_trace(client: httpx.Client, site: Site) -> None:
    given = client.post(CHAT, json={"question": QUESTION}).json()
    assert ("第二百八十五条", 3) in {(c["article"], c["paragraph"]) for c in given["citations"]}
    assert "Traceback" not in site.log.read_text(encoding="utf-8")
