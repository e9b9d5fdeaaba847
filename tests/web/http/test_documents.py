"""Documents over HTTP: added, asked about, removed."""

from collections.abc import Callable
from io import BytesIO

import httpx
import pytest
from docx import Document

from ingest.sync import sync
from retrieval.settings import Settings
from tests.web.site import PATIENCE_S, free_port, start_app

MEMO = """# Memorandum on the Kestrel account

The Kestrel account of Ms Orlova shows 4,321 yuan of subscription income from zebra-striped relay servers.

## Outcome

The bureau of Nanwu district closed the Kestrel matter on 3 May 2021 with a written warning.
"""
QUESTION = "How much subscription income does the Kestrel account of Ms Orlova show?"


def send(client: httpx.Client, name: str, content: bytes) -> httpx.Response:
    """Post a file."""
    return client.post("/api/documents", files={"file": (name, content)})


def test_a_document_is_added_found_quoted_and_removed(client: httpx.Client) -> None:
    first = send(client, "memo.md", MEMO.encode())
    assert first.status_code == 201
    document = first.json()
    assert document.keys() == {"id", "title", "name", "passages", "status", "reason", "added", "shared"}
    assert document["title"] == "Memorandum on the Kestrel account"
    assert document["passages"] >= 1
    assert (document["status"], document["reason"]) == ("ready", None)

    again = send(client, "other-name.md", MEMO.encode())
    assert again.status_code == 200
    assert again.json() == document
    assert document in client.get("/api/documents").json()["documents"]

    answer = client.post("/api/chat", json={"question": QUESTION, "documents": [document["id"]]}).json()
    assert not answer["declined"]
    assert {c["kind"] for c in answer["citations"]} == {"document"}
    assert any("4,321 yuan" in c["quote"] for c in answer["citations"])

    assert client.delete(f"/api/documents/{document['id']}").status_code == 204
    gone = client.delete(f"/api/documents/{document['id']}")
    assert gone.status_code == 404
    assert document["id"] in gone.json()["error"]
    assert document not in client.get("/api/documents").json()["documents"]
    found = client.post("/api/search", json={"query": QUESTION, "k": 100}).json()["passages"]
    assert not [p for p in found if p["kind"] == "document"]


def test_a_word_document_is_read(client: httpx.Client) -> None:
    file, written = BytesIO(), Document()
    written.add_heading("关于红隼账户的备忘录", 1)
    written.add_paragraph("红隼账户的订阅收入为四千三百二十一元。")
    written.save(file)
    added = send(client, "备忘录.docx", file.getvalue())
    assert added.status_code == 201
    found = client.post("/api/search", json={"query": "红隼账户的订阅收入", "documents": [added.json()["id"]]}).json()
    assert "四千三百二十一元" in found["passages"][0]["text"]
    assert client.delete(f"/api/documents/{added.json()['id']}").status_code == 204


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.exe", b"MZ\x90\x00"), ("empty.txt", b""), ("blank.txt", b" \n \n"), ("fake.pdf", b"not a PDF at all"),
        ("fake.docx", b"PK\x03\x04 cut off"), ("nameless", b"text"), ("../../etc/passwd", b"root"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(client: httpx.Client, name: str, content: bytes) -> None:
    response = send(client, name, content)
    assert response.status_code == 422
    assert response.json().keys() == {"error"}
    assert name.rsplit("/", 1)[-1] in response.json()["error"]
    assert client.get("/api/documents").json() == {"documents": []}


def test_with_a_broken_corpus_one_sentence_says_so_and_the_log_says_where(workspace: Callable[..., Settings]) -> None:
    own = workspace("guiding-case-97-wang-lijun").model_copy(update={"port": free_port()})
    sync(own, progress=False)
    with start_app(own) as running, httpx.Client(base_url=running.url, timeout=PATIENCE_S) as client:
        held = send(client, "memo.md", MEMO.encode()).json()
        meta = next(own.corpus_dir.rglob("meta.yaml"))
        meta.write_text(meta.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
        for language, words in (
            ("en", "could not be added because the corpus cannot be read"),
            ("zh-CN", "文件未能加入"),
        ):
            client.headers["Accept-Language"] = language
            refused = send(client, "other.md", b"# Other\n\nAn osprey.")
            assert refused.status_code == 503
            assert words in refused.json()["error"]
            assert "python -m ingest.check" in refused.json()["error"]
            assert "meta.yaml" not in refused.json()["error"]
        assert client.get("/api/documents").json()["documents"] == [held]
        assert "文件已删除" in client.delete(f"/api/documents/{held['id']}").json()["error"]
    assert f"{meta}: nonsense" in running.log.read_text(encoding="utf-8")


def test_a_long_name_keeps_its_beginning_and_its_ending(client: httpx.Client) -> None:
    document = send(client, f"a file {'with a very long name ' * 15}.txt", b"An avocet.").json()
    client.delete(f"/api/documents/{document['id']}")
    assert document["name"].startswith("a file with")
    assert document["name"].endswith(".txt")
    assert document["title"].startswith("a file with")
    assert len(document["name"]) == 200


def test_a_file_over_fifty_megabytes_is_refused(client: httpx.Client) -> None:
    response = send(client, "large.txt", b"x" * (50 * 1024 * 1024 + 1))
    assert response.status_code == 413
    assert response.json()["error"] == "The file is larger than 50 MB."
    response = send(client, "larger.txt", b"x" * (52 * 1024 * 1024))
    assert response.status_code == 413


def test_a_request_without_a_file_is_refused(client: httpx.Client) -> None:
    for response in (
        client.post("/api/documents"),
        client.post("/api/documents", json={"file": "x"}),
        client.post("/api/documents", files={"document": ("a.txt", b"text")}),
        client.post("/api/documents", files={"other": (None, b"text")}),
        client.post("/api/documents", content=b"x", headers={"Content-Type": "multipart/form-data"}),
    ):
        assert response.status_code in (400, 422)
        assert response.json()["error"].endswith(".")
