"""What went wrong is told in the page's language, once; what Gradio names in English is named in it too."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.accounts.people import UsersSite, log_in_on_page
from tests.web.ask.asked import CHINESE
from tests.web.site import Site, ask, open_page, open_window

# what is seen of notes: Gradio's and the page's own
_NOTES = """() => [...document.querySelectorAll('.toast-body, .fy-refusal')].filter(e => e.checkVisibility()).map(e => e.innerText)"""
_SEEN = """() => {
    const place = document.querySelector('#fy-chat .fy-answer p').getBoundingClientRect();
    return Boolean(document.elementFromPoint(place.left + 20, place.top + 10).closest('.fy-answer'));
}"""
_NAMES = """() => [...document.querySelectorAll('#fy-left [aria-label], #fy-left [title]')]
    .flatMap(e => [e.getAttribute('aria-label'), e.title]).filter(Boolean)"""


def _fulfil(answer: dict[str, Any], route: Route) -> None:
    route.fulfill(**answer)


@pytest.fixture
def chinese(browser: Browser, site: Site) -> Iterator[Page]:
    """The page in Chinese."""
    page = open_page(browser, site, 1280, 800, "zh-CN", "light")
    yield page
    page.context.close()


def test_what_the_server_refuses_is_told_in_chinese_alone_and_the_question_stays(chinese: Page) -> None:
    box = chinese.locator("#fy-box textarea")
    ask(chinese, CHINESE)
    told = {500: "服务器出错", 503: "同时提问的人太多", 413: "服务器出错", 422: "服务器出错", 429: "同时提问的人太多"}
    for status, words in told.items():
        answer = {"status": status, "content_type": "application/json", "body": '{"detail": "english"}'}
        chinese.route("**/queue/join*", partial(_fulfil, answer))
        box.fill(CHINESE)
        box.press("Enter")
        note = chinese.locator(".fy-refusal:visible")
        expect(note).to_contain_text(words)
        chinese.wait_for_timeout(300)  # Gradio's own note would be there
        (seen,) = chinese.evaluate(_NOTES)
        assert not re.search("[A-Za-z]", seen), seen
        assert chinese.evaluate(_SEEN)  # Gradio's sign of an error would cover the answers
        expect(box).to_have_value(CHINESE)
        chinese.unroute_all()
    # what does not get through by the other way is told too; the next key takes it away
    chinese.route("**/gradio_api/run/predict*", lambda route: route.fulfill(status=500, body="{}"))
    chinese.fill("#fy-talks-search :is(input, textarea)", "朱")
    expect(chinese.locator(".fy-refusal:visible")).to_contain_text("服务器出错")
    chinese.unroute_all()
    chinese.keyboard.press("Shift")
    expect(chinese.locator(".fy-refusal:visible")).to_have_count(0)


def test_a_lost_connection_is_told_once(chinese: Page) -> None:
    ask(chinese, CHINESE)
    chinese.context.set_offline(True)
    chinese.press("#fy-box textarea", "x")
    chinese.press("#fy-box textarea", "Enter")
    expect(chinese.locator(".fy-refusal:visible")).to_contain_text("与法眼的连接已断开")
    chinese.wait_for_timeout(500)
    (seen,) = chinese.evaluate(_NOTES)
    assert not re.search("[A-Za-z]", seen), seen


def test_every_button_has_a_name_in_the_pages_language(chinese: Page) -> None:
    expect(chinese.get_by_role("button", name="荆州朱某案的罪名经历了哪些变化？", exact=True)).to_be_visible()
    ask(chinese, CHINESE)
    expect(chinese.get_by_role("button", name="发送")).to_be_visible()
    expect(chinese.get_by_role("textbox", name="问题", exact=True)).to_be_visible()
    expect(chinese.get_by_role("region", name="提问与回答")).to_be_visible()
    files = "Word|Markdown|English"
    assert [name for name in chinese.evaluate(_NAMES) if re.search("[A-Za-z]{4}", re.sub(files, "", name))] == []


def test_whoever_is_logged_out_meanwhile_is_led_to_the_login_and_back(browser: Browser, users_site: UsersSite) -> None:
    page = open_window(browser, 1280, 800, "zh-CN", "light")
    page.goto(users_site.site.url)
    log_in_on_page(page, "anna")
    page.wait_for_selector(".fy-user")
    page.context.clear_cookies()
    page.get_by_role("tab", name="文件").click()
    file = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"}
    page.set_input_files("#fy-documents input[type=file]", [file])
    expect(page.locator(".fy-uploads .fy-bad")).to_contain_text("法眼拒绝了该请求")
    page.get_by_role("tab", name="提问").click()
    page.fill("#fy-box textarea", CHINESE)
    page.press("#fy-box textarea", "Enter")
    note = page.locator(".fy-refusal:visible")
    expect(note).to_contain_text("登录已失效")
    note.get_by_role("link", name="登录").click()
    log_in_on_page(page, "anna")
    expect(page.locator("#fy-box textarea")).to_have_value(CHINESE)
    page.context.close()
