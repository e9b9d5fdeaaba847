"""What a browser is given: packed, and a page where an address leads to nothing."""

import httpx
import pytest

from tests.web.accounts.people import UsersSite

LAW = "/library/authorities/criminal-law?language=zh"


@pytest.mark.parametrize("path", ["/", LAW, "/cases/rows?language=en&width=800", "/api/documents"])
def test_long_answers_are_packed_for_whoever_unpacks_them(client: httpx.Client, path: str) -> None:
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    if len(plain.content) > 1000:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert int(packed.headers["Content-Length"]) < len(plain.content) / 3
    if path == LAW:  # the page differs by the tabs that opened it
        assert packed.text == plain.text


@pytest.mark.parametrize(("stream", "kind"), [(True, "text/event-stream"), (False, "application/json")])
def test_a_stream_is_not_held_back_to_pack_it(client: httpx.Client, stream: bool, kind: str) -> None:
    asked = {
        "model": "fayan",
        "stream": stream,
        "messages": [{"role": "user", "content": "刑法第二百八十五条规定了什么？"}],
    }
    answer = client.post("/v1/chat/completions", json=asked, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Type"].startswith(kind)
    assert ("Content-Encoding" in answer.headers) is not stream


@pytest.mark.parametrize(
    ("language", "words"), [("zh-CN,zh;q=0.9", "此网址没有内容"), ("en-US", "There is nothing at this address")]
)
@pytest.mark.parametrize(
    "path", ["/export/0123456789abcdef.docx", "/export/", "/library/authorities/none", "/docs", "/foo", "/a/b"]
)
def test_a_browser_is_shown_a_page_where_nothing_is(client: httpx.Client, path: str, language: str, words: str) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": language}
    shown = client.get(path, headers=browser)
    assert (shown.status_code, shown.headers["Content-Type"].partition(";")[0]) == (404, "text/html")
    assert words in shown.text
    assert '<a href="/">' in shown.text
    assert shown.headers["Cache-Control"] == "no-store"
    told = client.get(path).json()
    assert told.get("error") or told["detail"] == "Not Found"  # the latter to what the page's own script asks of Gradio


def test_words_of_the_address_are_escaped_and_programs_are_told_in_json(client: httpx.Client) -> None:
    browser = {"Accept": "text/html"}
    shown = client.get("/export/0123456789abcdef.docx?language=<b>x</b>", headers=browser)
    assert shown.status_code == 400
    assert "&lt;b&gt;" in shown.text
    assert "<b>" not in shown.text
    assert client.get("/api/none", headers=browser).json()["error"]
    assert client.post("/export/x", headers=browser).headers["Content-Type"] == "application/json"


def test_the_login_page_is_as_it_was(users_site: UsersSite) -> None:
    with users_site.client() as client:
        shown = client.get("/login?lang=zh").text
    for part in (
        "<title>登录 · 法眼 Fayan</title>",
        'lang="zh-CN"',
        "font-weight",
        '<form method="post" action="/login">',
    ):
        assert part in shown
