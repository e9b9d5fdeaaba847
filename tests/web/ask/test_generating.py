"""The app with a language model, which a scripted server plays."""

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, expect

from retrieval.settings import Settings
from tests.retrieval.answer.written.scripted_server import Script, scripted_server
from tests.web.site import PATIENCE_S, Site, ask, free_port, open_controls, open_page, start_app

QUESTION = "What does Article 285(3) of the Criminal Law punish?"
SENTENCE = "It punishes whoever provides such programs or tools [1]."


@pytest.fixture(scope="module")
def written(copied: Settings) -> Iterator[tuple[Site, str, Script]]:
    """An app beside the other one that has a language model."""
    script = Script([SENTENCE[:20], SENTENCE[20:]])
    own = Settings(data_dir=copied.data_dir, corpus_dir=copied.corpus_dir, port=free_port())
    with (
        scripted_server(script) as url,
        start_app(own, FAYAN_CHAT_MODEL="openai:scripted", FAYAN_CHAT_BASE_URL=url) as running,
    ):
        yield running, url, script


def test_the_configured_mode_is_the_default_and_can_be_declined(written: tuple[Site, str, Script]) -> None:
    site, _, script = written
    with httpx.Client(base_url=site.url, timeout=PATIENCE_S) as client:
        assert client.get("/healthz").json()["chat_model"] == "openai:scripted"
        given = client.post("/api/chat", json={"question": QUESTION}).json()
        assert given["mode"] == "generating"
        assert SENTENCE[:-5] in given["answer"]
        asked = len(script.requests)
        quoted = client.post("/api/chat", json={"question": QUESTION, "mode": "quoting"}).json()
        assert quoted["mode"] == "quoting"
        assert len(script.requests) == asked


def test_the_page_names_where_questions_go_and_streams_the_answer(
    written: tuple[Site, str, Script], browser: Browser
) -> None:
    site, url, _ = written
    page = open_page(browser, site, 1280, 800, "en-US", "light")
    expect(page.locator("#fy-foot")).to_contain_text(f"{url}. Unless you agree above", use_inner_text=True)
    open_controls(page)
    expect(page.locator("#fy-consent")).to_contain_text("Only with this consent")
    ask(page, QUESTION)
    expect(page.locator("#fy-chat .fy-answer")).to_contain_text(SENTENCE[:-5])
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(page.locator("#fy-panel .fy-panel-label")).to_contain_text("285")
    page.context.close()


MARKDOWN = (
    "<think>The user wants [7].</think>## Answer\n\n**Yes.** <img src=http://evil.example/x> See [here](javascript:alert(1)).\n\n"
    "Article 285(3) says:\n\n> whoever sells a VPN is punished for it\n\n[1]\n\n"
    "| Tier | Sentence |\n|:--|--:|\n| Serious | 3 years or less, or short-term detention [1] |\n| Particularly serious | 3 years or less [1] |"
)


def test_markdown_is_shown_as_plain_text_with_its_table_and_its_marks(
    written: tuple[Site, str, Script], browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, _, script = written
    monkeypatch.setattr(script, "pieces", [MARKDOWN[at : at + 5] for at in range(0, len(MARKDOWN), 5)])
    body = {"messages": [{"role": "user", "content": QUESTION}]}
    with httpx.Client(base_url=site.url, timeout=PATIENCE_S) as client:
        content = client.post("/v1/chat/completions", json=body).json()["choices"][0]["message"]["content"]
    assert not re.search(r"<|\*\*|##|^>|javascript|evil|wants", content, re.MULTILINE)
    page = open_page(browser, site, 1280, 800, "en-US", "light")
    ask(page, QUESTION)
    answer = page.locator("#fy-chat .fy-answer")
    expect(answer.locator("td")).to_have_count(4)
    expect(answer.locator("td").last).to_contain_text("3 years or less [1] (not supported by the passages cited)")
    expect(answer).to_contain_text("“whoever sells a VPN is punished for it”[1] (not supported")
    assert not re.search(r"\*\*|##|\|", answer.inner_text())
    answer.locator("td a[href^='#cite-']").first.click()
    expect(page.locator("#fy-panel .fy-panel-label")).to_contain_text("285")
    page.context.close()


def test_a_document_is_sent_only_with_consent(written: tuple[Site, str, Script], browser: Browser) -> None:
    site, _, script = written
    memo = "# Osprey\n\nThe Osprey account shows 8,765 yuan of illegal gains from programs for intruding into computer systems."
    question = "Do the illegal gains of the Osprey account reach the threshold of Article 3 of the 2011 Interpretation?"

    def was_sent() -> bool:
        """Whether the model saw the document's words in the last request."""
        return "8,765" in str(script.requests[-1])

    with httpx.Client(base_url=site.url, timeout=PATIENCE_S) as client:
        added = client.post("/api/documents", files={"file": ("osprey.md", memo.encode())}).json()
        try:
            withheld = client.post("/api/chat", json={"question": question}).json()
            assert not was_sent()
            assert withheld["answer"].startswith("Passages of added documents were not sent")
            client.post("/api/chat", json={"question": question, "share_documents": True})
            assert was_sent()
            for odd in ("yes", 1, None):
                assert client.post("/api/chat", json={"question": question, "share_documents": odd}).status_code == 422
            chat = {"messages": [{"role": "user", "content": question}]}
            client.post("/v1/chat/completions", json=chat)
            assert not was_sent()
            client.post("/v1/chat/completions", json={**chat, "share_documents": True})
            assert was_sent()
            page = open_page(browser, site, 1280, 800, "en-US", "light")
            ask(page, question)
            assert not was_sent()
            page.locator("#fy-controls button.label-wrap").click()
            page.locator("#fy-consent input").check()
            ask(page, question)
            assert was_sent()
            page.context.close()
        finally:
            client.delete(f"/api/documents/{added['id']}")


def test_an_answer_can_be_stopped(
    written: tuple[Site, str, Script], browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, _, script = written
    monkeypatch.setattr(script, "stall_s", 1.0)
    monkeypatch.setattr(script, "pieces", [f"word{n} " for n in range(60)])
    page = open_page(browser, site, 1280, 800, "en-US", "light")
    page.fill("#fy-box textarea", QUESTION)
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-chat .bot-row")).to_contain_text("word0", timeout=PATIENCE_S * 1000)
    expect(page.locator("#fy-chat .fy-waiting")).to_contain_text("Writing")  # the search is over
    page.click("#fy-box .stop-button")
    expect(page.locator("#fy-chat .bot-row")).to_contain_text("Stopped before the end; its citations were not checked.")
    expect(page.locator("#fy-box .submit-button")).to_be_visible()
    expect(page.locator("#fy-box textarea")).to_be_focused()
    assert "word0" in page.locator("#fy-chat .bot-row").inner_text()
    assert "word59" not in page.locator("#fy-chat .bot-row").inner_text()
    page.context.close()
