"""Conversations in a real browser, taken up again: after a reload, a restart, a change of the corpus."""

import re

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from retrieval.settings import Settings
from tests.web.conversations.talks import CHINESE, ENGLISH, check_every_number
from tests.web.site import (
    Site,
    ask,
    free_port,
    keep_screenshot,
    key_of,
    open_page,
    start_app,
    stored_in_browser,
)
from web.transcripts.store import Conversations


@pytest.mark.parametrize(
    ("width", "height", "locale"), [(1280, 800, "en-US"), (390, 844, "zh-CN")], ids=["desk-en", "phone-zh"]
)
def test_after_a_reload_every_number_opens_its_words(
    browser: Browser, site: Site, width: int, height: int, locale: str, request: pytest.FixtureRequest
) -> None:
    page = open_page(browser, site, width, height, locale, "light")
    ask(page, ENGLISH)
    ask(page, CHINESE)
    shown = page.locator("#fy-chat .fy-answer").all_inner_texts()
    key = key_of(page)
    page.reload()
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(2)
    assert page.locator("#fy-chat .fy-answer").all_inner_texts() == shown
    assert page.locator("#fy-chat .fy-changed").count() == 0
    assert check_every_number(page, site.settings) > 4
    keep_screenshot(page, f"talks-{request.node.callspec.id}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    stored = stored_in_browser(page)
    for words in (ENGLISH[:12], CHINESE[:6], shown[0][:20], key):
        assert words not in stored
    page.context.close()


def test_a_conversation_goes_on_after_the_app_was_started_again(browser: Browser, copied: Settings) -> None:
    own = Settings(data_dir=copied.data_dir, corpus_dir=copied.corpus_dir, port=free_port())
    with start_app(own) as first:
        page = open_page(browser, first, 1280, 800, "en-US", "light")
        ask(page, ENGLISH)
        shown = page.locator("#fy-chat .fy-answer").inner_text()
        key = key_of(page)
    with start_app(own) as second:
        ask(page, "And for units?")  # in the page that was open all the time
        assert [m.question for m in Conversations(own).read("", key).messages] == [ENGLISH, "And for units?"]
        fresh = open_page(browser, second, 1280, 800, "en-US", "light")
        fresh.locator(".fy-talk-open").first.click()
        expect(fresh.locator("#fy-chat .fy-answer")).to_have_count(2)
        assert fresh.locator("#fy-chat .fy-answer").first.inner_text() == shown
        assert key_of(fresh) == key
        assert check_every_number(fresh, own) > 4
        fresh.context.close()
        page.context.close()


def test_what_is_written_before_the_conversation_is_back_stays(page: Page) -> None:
    ask(page, CHINESE)
    assert key_of(page)  # before the address has it, a reload would begin anew
    held: list[Route] = []
    holding = [True]
    page.route(
        re.compile(r"/gradio_api/(run|queue/join)"),
        lambda route: held.append(route) if holding else route.continue_(),
    )
    page.reload()
    page.fill("#fy-box textarea", ENGLISH)
    assert page.locator("#fy-chat .fy-answer").count() == 0
    holding.clear()  # first: what is asked for from now on is not held
    for route in held:
        route.continue_()
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(1)
    expect(page.locator("#fy-box textarea")).to_have_value(ENGLISH)


def test_what_left_the_corpus_is_flagged_and_still_opens(page: Page, site: Site, client: httpx.Client) -> None:
    text = "鸻鸟协议\n\n鸻鸟条款对承租人的约束期为七年。"
    added = client.post("/api/documents", files={"file": ("plover.txt", text.encode())}).json()
    try:
        ask(page, "鸻鸟协议里的鸻鸟条款对承租人的约束期是多少年？")
    finally:
        client.delete(f"/api/documents/{added['id']}")
    shown = page.locator("#fy-chat .fy-answer > p").all_inner_texts()
    assert key_of(page)
    page.reload()
    row = page.locator("#fy-chat .fy-sources li", has_text="鸻鸟").first
    expect(row.locator(".fy-changed")).to_have_text("已有变动")  # the answer's language
    assert page.locator("#fy-chat .fy-answer > p").all_inner_texts() == shown
    row.locator("a").click()
    expect(page.locator("#fy-panel .fy-changed-since")).to_contain_text("This text is no longer in the corpus.")
    keep_screenshot(page, "talks-changed")
    assert check_every_number(page, site.settings) >= 1


@pytest.mark.parametrize("key", ["0123456789abcdef", "%3Cscript%3E", "../x"])
def test_an_address_of_no_conversation_is_said(browser: Browser, site: Site, key: str) -> None:
    page = browser.new_page(locale="en-US")
    page.goto(f"{site.url}/?c={key}")
    expect(page.get_by_text("There is no such conversation")).to_be_visible()
    assert page.locator("#fy-chat .user-row").count() == 0
    page.close()
