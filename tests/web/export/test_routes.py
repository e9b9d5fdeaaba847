"""The route that gives files, and the links to it on the page."""

import io
from urllib.parse import unquote

import docx
import httpx
import pytest
from playwright.sync_api import Page

from tests.web.export.test_docx import footnotes
from tests.web.site import Site, ask, key_of
from tests.web.transcripts.stored import make_reply, say
from web.identity import USER
from web.transcripts.store import Conversations

CHINESE = "荆州朱某案的罪名经历了哪些变化？"


def test_one_click_on_the_page_gives_the_answer_with_its_footnotes(
    page: Page, site: Site, client: httpx.Client
) -> None:
    ask(page, CHINESE)
    ask(page, "What does Article 285(3) of the Criminal Law punish?")
    stored = Conversations(site.settings).read("", key_of(page))
    with page.expect_download() as download:
        page.locator("#fy-chat .fy-export-link", has_text="Word").first.click()
    assert len(page.context.pages) == 1
    assert download.value.suggested_filename == f"Fayan - {CHINESE}.docx"
    content = download.value.path().read_bytes()
    notes, cited = footnotes(content), stored.messages[0].reply.answer.citations
    assert [any(c.quote in note for note in notes) for c in cited] == [True] * len(cited)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    assert stored.messages[1].question not in text
    with page.expect_download() as download:
        page.locator("#fy-talk-head .fy-export-link", has_text="Markdown").last.click()
    whole = download.value.path().read_text(encoding="utf-8")
    assert stored.messages[1].question in whole.replace("\\", "")
    assert "[^1]" not in whole


@pytest.fixture
def kept(site: Site) -> tuple[str, str]:
    """The ids of a conversation and its message."""
    message = say(Conversations(site.settings), "", CHINESE, reply=make_reply())
    return message.conversation, message.id


@pytest.mark.parametrize(("suffix", "kind"), [("docx", "wordprocessingml"), ("md", "text/markdown; charset=utf-8")])
def test_a_file_has_its_type_its_name_and_is_kept_nowhere(
    client: httpx.Client, kept: tuple[str, str], suffix: str, kind: str
) -> None:
    answer = client.get(f"/export/{kept[0]}.{suffix}")
    assert answer.status_code == 200
    assert kind in answer.headers["content-type"]
    assert answer.headers["cache-control"] == "no-store"
    assert f"{CHINESE}.{suffix}" in unquote(answer.headers["content-disposition"])
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(("language", "words"), [("en", "Table of authorities"), ("zh", "引用依据一览")])
def test_the_page_s_language_is_the_file_s(
    client: httpx.Client, kept: tuple[str, str], language: str, words: str
) -> None:
    assert words in client.get(f"/export/{kept[0]}.md", params={"language": language}).text
    assert words in client.get(f"/export/{kept[0]}.md", headers={"Accept-Language": language}).text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/export/nothing.docx", 404, "no conversation “nothing”"), ("/export/{key}.pdf", 404, ".docx or .md"), ("/export/{key}", 404, ".docx or .md"),
        ("/export/{key}.md?message=nothing", 404, "no message “nothing”"), ("/export/{key}.md?citations=2", 400, "0 or 1"),
        ("/export/{key}.md?language=fr", 400, "en or zh"), ("/export/..%2f{key}.md", 404, "nothing at"), ("/export", 404, "nothing at"),
        ("/export/a/b.md", 404, "nothing at"),
    ],
)  # fmt: skip
def test_what_there_is_not_is_said(
    client: httpx.Client, kept: tuple[str, str], path: str, status: int, words: str
) -> None:
    answer = client.get(path.format(key=kept[0]))
    assert answer.status_code == status
    assert words in answer.json()["error"]


def test_other_methods_are_not_allowed(client: httpx.Client, kept: tuple[str, str]) -> None:
    assert client.post(f"/export/{kept[0]}.md").status_code == 405


def test_another_users_conversation_is_not_given(site: Site, client: httpx.Client) -> None:
    """Without a login nobody has a name, so what belongs to a name is given to nobody."""
    message = say(Conversations(site.settings), "anna", CHINESE)
    assert client.get(f"/export/{message.conversation}.md").status_code == 404
    assert client.get(f"/export/{message.conversation}.md", headers={USER: "anna"}).status_code == 404
