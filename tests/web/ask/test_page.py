"""The page in a real browser."""

import io
import re

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.web.ask.asked import CHINESE, ENGLISH, links
from tests.web.site import Site, ask, foreign_requests, open_controls, open_page
from web.transcripts.store import Conversations


def test_the_words_on_the_page_are_the_answers_words(page: Page, client: httpx.Client) -> None:
    own = client.post("/api/chat", json={"question": ENGLISH}).json()
    ask(page, ENGLISH)
    shown = " ".join(page.locator("#fy-chat .fy-answer").inner_text().split())
    for block in own["answer"].split("\n\n"):
        assert " ".join(block.split()) in shown


@pytest.mark.parametrize(("paper_format", "landscape"), [("A4", False), ("A4", True), ("A3", True)])
def test_paper_holds_the_whole_answer_and_no_other_clients(
    page: Page, site: Site, paper_format: str, landscape: bool
) -> None:
    other = Conversations(site.settings).begin("", "", "Zebra Ltd and its relay servers")
    ask(page, ENGLISH)
    expect(page.locator(".fy-talk-open", has_text="Zebra").first).to_be_visible()
    # a paper's Chinese characters come back as other ones that look the same
    parts = page.locator("#fy-chat .fy-answer > :not(.fy-found)").all_inner_texts()
    words = re.findall(r"[a-z]{4,}", " ".join(parts))
    paper = PdfReader(io.BytesIO(page.pdf(format=paper_format, landscape=landscape)))
    printed = "".join("".join(sheet.extract_text().split()) for sheet in paper.pages)
    assert [word for word in words if word not in printed] == []
    assert [
        words for words in ("Zebra", "Newconversation", "Markdown", "Askagain", "Sourcesopenhere") if words in printed
    ] == []
    Conversations(site.settings).delete("", other.conversation)


def test_a_follow_up_uses_the_conversation(page: Page) -> None:
    ask(page, "刑法第二百八十五条第三款规定了什么？")
    ask(page, "那单位犯罪呢？")
    expect(page.locator("#fy-chat .fy-answer").last).to_contain_text("第二百八十五条")


def test_a_decline_looks_different(page: Page) -> None:
    ask(page, "How do I bake sourdough bread at home?")
    expect(page.locator("#fy-chat .fy-decline")).to_contain_text("Not answered")


def test_the_examples_are_answered(page: Page) -> None:
    page.wait_for_selector("#fy-chat .example")
    texts = page.locator("#fy-chat .example").all_inner_texts()
    assert len(texts) == 8
    for text in texts:
        if page.locator("#fy-chat .example").count() == 0:
            page.get_by_role("button", name="New conversation").click()
        page.locator("#fy-chat .example", has_text=text.strip()).click()
        page.wait_for_selector("#fy-chat .fy-sources")
        assert links(page), text
        assert page.locator("#fy-chat .fy-decline").count() == 0, text
        page.get_by_role("button", name="New conversation").click()
        expect(page.locator("#fy-chat .fy-sources")).to_have_count(0)


def test_date_kinds_and_language_are_used(page: Page) -> None:
    open_controls(page)
    page.fill("#fy-as-of input", "2018-12-31")
    page.get_by_label("Kinds in the corpus").click()
    page.get_by_role("option", name="Case", exact=True).click()
    page.get_by_label("Chinese").check()
    ask(page, "What four charges did the Zhu case in Jingzhou go through?")
    answer = page.locator("#fy-chat .fy-answer")
    expect(answer).to_have_attribute("lang", "zh")
    expect(answer.locator(".fy-step")).to_contain_text("2018-12-31")
    assert set(page.locator("#fy-chat .fy-answer > .fy-sources").first.locator(".fy-badge").all_inner_texts()) == {
        "案例"
    }


def test_a_question_is_shown_as_it_was_typed(page: Page) -> None:
    typed = "处3~5年和1~2年 **x** <b>y</b> [1](http://x.example) `z` 刑法第二百八十五条？"
    ask(page, typed)
    assert page.locator("#fy-chat .user-row").inner_text().strip() == typed


def test_hostile_text_of_a_document_changes_nothing(page: Page, site: Site, client: httpx.Client) -> None:
    evil = (
        "The Plover clause says 3~5年 and 1~2年 <script>window.hacked = 1</script> "
        '<img src="http://x.example/p.png" onerror="window.hacked = 1"> ![p](http://x.example/q.png) '
        '<form action="http://x.example"><button style="position:fixed">go</button></form> [1] http://x.example/r'
    )
    added = client.post("/api/documents", files={"file": ("plover.txt", f"Plover\n\n{evil}".encode())}).json()
    seen = foreign_requests(page, site)
    try:
        ask(page, "What does the Plover clause say?")
        answer = page.locator("#fy-chat .fy-answer")
        assert re.sub(r"\s+", " ", evil) in re.sub(r"\s+", " ", answer.inner_text())
        for tag in ("script", "img", "form", "del", "s", "a[href^='http']"):
            assert answer.locator(tag).count() == 0, tag
        answer.locator(".fy-sources a[href^='#cite-']", has_text=added["title"]).first.click()
        expect(page.locator("#hit")).to_contain_text("<script>")
        assert page.locator("#fy-panel :is(script, img, form)").count() == 0
        assert page.evaluate("window.hacked") is None
        assert seen == []
    finally:
        client.delete(f"/api/documents/{added['id']}")


def test_two_readers_do_not_see_each_other(browser: Browser, site: Site) -> None:
    one, other = (open_page(browser, site, 1280, 800, "en-US", "light") for _ in range(2))
    ask(one, ENGLISH)
    ask(other, CHINESE)
    assert one.locator("#fy-chat .user-row").all_inner_texts() == [ENGLISH]
    assert other.locator("#fy-chat .user-row").all_inner_texts() == [CHINESE]
    one.context.close()
    other.context.close()


@pytest.mark.parametrize(("locale", "words"), [("en-US", "Not legal advice."), ("zh-CN", "不构成法律意见。")])
def test_the_browsers_language_is_the_pages(browser: Browser, site: Site, locale: str, words: str) -> None:
    page = open_page(browser, site, 1280, 800, locale, "light")
    expect(page.locator("#fy-foot")).to_contain_text(words)
    visible = page.locator("body").inner_text()
    other = "New conversation" if locale == "zh-CN" else "新对话"
    assert other not in visible
    page.context.close()
