"""Fayan's own HTTP form: health, search, chat, and what odd input gets."""

import json
from typing import Any

import httpx
import pytest

from tests.web.site import Site

ENGLISH = "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"
CHINESE = "荆州朱某案的罪名经历了哪些变化？"
SOURCE = {
    "passage_id", "kind", "title", "number", "article", "paragraph", "item", "label", "text", "status", "effective_from",
    "effective_to", "notes",
}  # fmt: skip


def test_it_says_starting_before_it_says_ok(site: Site) -> None:
    assert site.first[0] == 503
    assert site.first[-1] == 200


def test_health(client: httpx.Client, site: Site) -> None:
    health = client.get("/healthz").json()
    assert health.keys() == {"status", "passages", "model", "chat_model", "index_id"}
    assert health["status"] == "ok"
    assert health["passages"] > 100
    assert health["model"] == "intfloat/multilingual-e5-small"
    assert health["chat_model"] is None
    assert (site.settings.data_dir / "index" / health["index_id"]).is_dir()


@pytest.mark.parametrize(("question", "language"), [(ENGLISH, "en"), (CHINESE, "zh")])
def test_an_answer_has_the_shape_of_the_contract(client: httpx.Client, question: str, language: str) -> None:
    answer = client.post("/api/chat", json={"question": question}).json()
    assert answer.keys() == {
        "answer", "language", "declined", "reason", "as_of", "mode", "dropped", "citations", "also_found", "timings_ms",
    }  # fmt: skip
    assert answer["language"] == language
    assert not answer["declined"]
    assert answer["timings_ms"].keys() == {"question", "search", "answer", "checks", "total"}
    assert [c["n"] for c in answer["citations"]] == list(range(1, len(answer["citations"]) + 1))
    for citation in answer["citations"]:
        assert citation.keys() == SOURCE | {"n", "quote", "start", "end", "checks"}
        assert citation["text"][citation["start"] : citation["end"]] == citation["quote"] != ""
        assert citation["checks"].keys() == {"exists", "in_force", "verbatim", "supported"}
        assert f"[{citation['n']}]" in answer["answer"]
    for found in answer["also_found"]:
        assert found.keys() == SOURCE | {"rank"}


def test_a_question_that_the_corpus_cannot_answer_is_declined(client: httpx.Client) -> None:
    answer = client.post("/api/chat", json={"question": "How do I bake sourdough bread at home?"}).json()
    assert answer["declined"]
    assert answer["reason"] == "out_of_scope"
    assert answer["citations"] == []


def test_date_kinds_language_and_history_are_used(client: httpx.Client) -> None:
    asked = {"question": CHINESE, "as_of": "2018-12-31", "kinds": ["case"], "language": "en"}
    answer = client.post("/api/chat", json=asked).json()
    assert answer["as_of"] == "2018-12-31"
    assert answer["language"] == "en"
    assert {c["kind"] for c in answer["citations"]} == {"case"}
    history = [
        {"role": "user", "content": "刑法第二百八十五条第三款规定了什么？"}, {"role": "assistant", "content": "提供程序、工具。"},
    ]  # fmt: skip
    follow = client.post("/api/chat", json={"question": "那单位犯罪呢？", "history": history}).json()
    assert "criminal-law" in {(c["passage_id"] or "").split(":")[0] for c in follow["citations"]}


@pytest.mark.parametrize("k", [1, 7, 100])
def test_search_returns_k_passages_by_rank(client: httpx.Client, k: int) -> None:
    found = client.post("/api/search", json={"query": "违法所得", "k": k}).json()
    assert found.keys() == {"passages", "timings_ms"}
    assert [p["rank"] for p in found["passages"]] == list(range(1, k + 1))
    assert all(p.keys() == SOURCE | {"rank"} for p in found["passages"])


def test_control_characters_are_removed_from_a_question(client: httpx.Client) -> None:
    plain = client.post("/api/chat", json={"question": CHINESE}).json()
    dirty = client.post("/api/chat", json={"question": f"\x00\u202e{CHINESE[:4]}\x1b\u200b{CHINESE[4:]}\x7f"}).json()
    assert dirty["answer"] == plain["answer"]


CHAT, SEARCH = "/api/chat", "/api/search"
ODD: list[tuple[str, Any, int, str]] = [
    (CHAT, {}, 422, "question"),
    (CHAT, {"question": ""}, 422, "question"),
    (CHAT, {"question": " \n\t\x00 "}, 422, "question"),
    (CHAT, {"question": "x" * 8001}, 422, "8,000"),
    (CHAT, {"question": 7}, 422, "7"),
    (CHAT, {"question": None}, 422, "None"),
    (CHAT, {"question": ["a"]}, 422, "question"),
    (CHAT, {"question": "a", "qestion": "b"}, 422, "qestion"),
    (CHAT, {"question": "a", "as_of": "31.12.2020"}, 422, "31.12.2020"),
    (CHAT, {"question": "a", "as_of": "2020-02-30"}, 422, "2020-02-30"),
    (CHAT, {"question": "a", "as_of": 20200101}, 422, "20200101"),
    (CHAT, {"question": "a", "kinds": ["statut"]}, 422, "statut"),
    (CHAT, {"question": "a", "kinds": "statute"}, 422, "kinds"),
    (CHAT, {"question": "a", "kinds": []}, 422, "kinds"),
    (CHAT, {"question": "a", "documents": "x"}, 422, "documents"),
    (CHAT, {"question": "a", "language": "fr"}, 422, "fr"),
    (CHAT, {"question": "a", "mode": "guessing"}, 422, "guessing"),
    (CHAT, {"question": "a", "mode": "generating"}, 400, "FAYAN_CHAT_MODEL"),
    (CHAT, {"question": "a", "history": "b"}, 422, "history"),
    (CHAT, {"question": "a", "history": [{"role": "system", "content": "b"}]}, 422, "history[0].role"),
    (CHAT, {"question": "a", "history": [{"role": "user"}]}, 422, "history[0].content"),
    (CHAT, {"question": "a", "history": [{"role": "user", "content": "b", "c": 1}]}, 422, "history[0].c"),
    (CHAT, [1, 2], 422, "[1, 2]"),
    (CHAT, "text", 422, "text"),
    (SEARCH, {"query": "a", "k": 0}, 422, "from 1 to 100"),
    (SEARCH, {"query": "a", "k": 101}, 422, "101"),
    (SEARCH, {"query": "a", "k": -1}, 422, "-1"),
    (SEARCH, {"query": "a", "k": "ten"}, 422, "ten"),
    (SEARCH, {"query": "a", "k": True}, 422, "True"),
    (SEARCH, {"query": "a", "k": 2.5}, 422, "2.5"),
    (SEARCH, {"question": "a"}, 422, "query"),
]


@pytest.mark.parametrize(("path", "body", "status", "word"), ODD, ids=range(len(ODD)))
def test_odd_input_gets_one_sentence(client: httpx.Client, path: str, body: Any, status: int, word: str) -> None:
    response = client.post(path, json=body)
    assert response.status_code == status
    assert response.json().keys() == {"error"}
    sentence = response.json()["error"]
    assert word in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert len(sentence) < 500


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"{'question': 'a'}", b"\xff\xfe", b"[" * 100_000, b'{"question": "\xe5"}', b"null", b"NaN", b'{"k": 1e999}'],
    ids=["empty", "cut off", "quotes", "UTF-16 mark", "deep", "half a character", "null", "NaN", "infinite"],
)  # fmt: skip
@pytest.mark.parametrize("path", [CHAT, SEARCH])
def test_what_is_no_json_gets_one_sentence(client: httpx.Client, path: str, content: bytes) -> None:
    response = client.post(path, content=content, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    assert response.json()["error"].endswith(".")


def test_half_a_surrogate_pair_is_refused(client: httpx.Client) -> None:
    response = client.post(CHAT, content=b'{"question": "a\\ud800b"}')
    assert response.status_code == 422
    assert "question" in response.json()["error"]


def test_several_faults_are_told_together(client: httpx.Client) -> None:
    sentence = client.post(SEARCH, json={"query": "", "k": 0}).json()["error"]
    assert "query" in sentence
    assert "“k”" in sentence


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nothing", 404), ("POST", "/api", 404), ("GET", "/v1/nothing", 404), ("GET", "/api/chat", 405),
        ("PUT", "/api/documents", 405), ("POST", "/healthz", 405), ("GET", "/v1/chat/completions", 405),
        ("GET", "/docs", 404), ("GET", "/openapi.json", 404), ("GET", "/gradio_api/openapi.json", 404),
    ],
)  # fmt: skip
def test_unknown_paths_and_methods(client: httpx.Client, method: str, path: str, status: int) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    if path.startswith(("/api", "/healthz")):
        assert response.json()["error"].endswith(".")
    if path.startswith("/v1/"):
        assert response.json()["error"]["type"] == "invalid_request_error"


def test_a_body_over_one_megabyte_is_refused(client: httpx.Client) -> None:
    body = json.dumps({"question": "a", "history": [{"role": "user", "content": "x" * (1 << 20)}]}).encode()
    assert client.post(CHAT, content=body).status_code == 413
    pieces = (body[at : at + 65536] for at in range(0, len(body), 65536))  # sent in chunks, without a length
    response = client.post(CHAT, content=pieces)
    assert response.status_code == 413
    assert "1 MB" in response.json()["error"]


def test_the_log_holds_no_question(client: httpx.Client, site: Site) -> None:
    secret = "Qweasdzxc"
    client.post(CHAT, json={"question": f"What does Article 285 say about {secret}?"})
    client.post(CHAT, json={"question": secret, "extra": secret})
    log = site.log.read_text(encoding="utf-8")
    assert f"Fayan answers at {site.url}" in log
    assert secret not in log
