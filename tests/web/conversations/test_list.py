"""The list of conversations in a real browser: searched, renamed, deleted, on a phone."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.conversations.talks import CHINESE, ENGLISH
from tests.web.site import (
    Site,
    ask,
    keep_screenshot,
    open_page,
)
from web.conversations.list_html import list_html
from web.moments import told_day
from web.transcripts.conversation import Conversation
from web.transcripts.store import Conversations


def test_conversations_are_listed_searched_renamed_and_deleted(page: Page, site: Site) -> None:
    store = Conversations(site.settings)
    ask(page, ENGLISH)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"^[^?]*$"))
    ask(page, CHINESE)
    titles = page.locator(".fy-talk-open")
    expect(titles).to_have_count(2)
    expect(titles.first).to_contain_text(CHINESE)
    expect(titles.first).to_have_attribute("aria-current", "page")
    page.fill("#fy-talks-search :is(input, textarea)", "朱某案")
    expect(titles).to_have_count(1)
    page.fill("#fy-talks-search :is(input, textarea)", "no such words")
    expect(page.locator(".fy-talks")).to_contain_text("No conversation contains “no such words”.")
    page.fill("#fy-talks-search :is(input, textarea)", "")
    expect(titles).to_have_count(2)
    # by keyboard alone
    page.get_by_role("button", name=f"Rename: {CHINESE}").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("客户甲 <b>案</b>")
    page.keyboard.press("Enter")
    expect(titles.first).to_contain_text("客户甲 <b>案</b>")
    expect(page.locator("#fy-talk-head h2")).to_have_text("客户甲 <b>案</b>")
    expect(titles.first).to_be_focused()
    page.get_by_role("button", name="Rename: 客户甲").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(titles.first).to_contain_text("客户甲 <b>案</b>")
    page.get_by_role("button", name="Rename: 客户甲").click()
    expect(page.locator(".fy-talk-edit:visible input")).to_have_value("客户甲 <b>案</b>")
    page.keyboard.press("Escape")
    # another conversation is deleted, the open one stays
    old = store.list("")[1].id
    page.get_by_role("button", name="Delete: What amount").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keep")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(titles).to_have_count(1)
    assert store.read("", old) is None
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(1)
    # the open one is deleted
    page.get_by_role("button", name="Delete: 客户甲").click()
    page.locator(".fy-talk-sure").get_by_role("button", name="Delete").click()
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(0)
    expect(page.locator(".fy-talks")).to_contain_text("No conversations yet.")
    expect(page).to_have_url(re.compile(r"^[^?]*$"))
    assert store.list("") == []


def test_a_long_list_scrolls_by_itself_and_the_view_stays(page: Page, site: Site) -> None:
    store = Conversations(site.settings)
    for n in range(30):
        store.begin("", "", f"Question {n} about illegal gains")
    page.reload()
    listed = page.locator("#fy-talks-list")
    expect(page.locator(".fy-talk")).to_have_count(30)
    assert listed.evaluate("e => e.scrollHeight > e.clientHeight")
    assert page.locator("#fy-tabs > .tabitem > .column").first.evaluate("e => e.scrollHeight <= e.clientHeight")
    page.locator(".fy-talk").last.scroll_into_view_if_needed()
    for part in ("#fy-talks-search", "#fy-talk-head", "#fy-box"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("stored", "day", "told"),
    [
        ("2026-11-27T15:59:59.999+00:00", "2026-11-27", "2026-11-27 23:59 (China time)"),
        ("2026-11-27T16:00:00.000+00:00", "2026-11-28", "2026-11-28 00:00 (China time)"),
        ("2026-12-31T20:30:00.000+00:00", "2027-01-01", "2027-01-01 04:30 (China time)"),
        ("2026-11-28T12:00:00.000+14:00", "2026-11-28", "2026-11-28 06:00 (China time)"),
    ],
)
def test_a_conversation_is_dated_by_the_clock_of_its_answers(stored: str, day: str, told: str) -> None:
    html = list_html([Conversation("a" * 16, "A question", stored, stored)], "en")
    assert f'title="{told}">{day}</time>' in html


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_browsers_clock_changes_no_day(browser: Browser, site: Site, zone: str) -> None:
    talk = Conversations(site.settings)
    talk.begin("", "", "A question")
    (stored,) = talk.list("")
    page = browser.new_page(timezone_id=zone)
    page.goto(site.url)
    expect(page.locator(".fy-talk-open time")).to_have_text(told_day(stored.updated))
    page.close()


@pytest.fixture
def late_renaming(page: Page) -> Iterator[Callable[[], None]]:
    """Two conversations, of which the open one is renamed; the server hears of it when the function is called."""
    ask(page, ENGLISH)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(0)
    ask(page, CHINESE)
    expect(page.locator(".fy-talk-open")).to_have_count(2)
    expect(page.locator("#fy-talk-head h2")).to_have_text(CHINESE)
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "Client A" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    page.route("**/gradio_api/**", hold)
    page.get_by_role("button", name=f"Rename: {CHINESE}").click()
    page.keyboard.type("Client A")
    page.keyboard.press("Enter")

    def release() -> None:
        while not held:  # on its way
            page.wait_for_timeout(20)
        (route,) = held
        with page.expect_response(lambda response: response.request == route.request):
            route.continue_()

    yield release
    page.unroute("**/gradio_api/**")


def test_the_list_shows_what_is_searched_for_when_an_older_answer_comes_late(
    page: Page, late_renaming: Callable[[], None]
) -> None:
    titles = page.locator(".fy-talk-open")
    page.fill("#fy-talks-search :is(input, textarea)", "朱某案")
    expect(titles).to_have_count(1)
    late_renaming()  # its list is that without the search
    expect(titles).to_have_text([re.compile("^Client A")])


def test_the_head_is_that_of_the_open_conversation_when_an_older_answer_comes_late(
    page: Page, late_renaming: Callable[[], None]
) -> None:
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#fy-talk-head h2")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"^[^?]*$"))
    late_renaming()
    expect(page.locator(".fy-talk-open").first).to_contain_text("Client A")
    expect(page.locator("#fy-talk-head h2")).to_have_count(0)
    expect(page.locator(".fy-talk-open[aria-current]")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


def test_on_a_phone_the_list_is_a_drawer(browser: Browser, site: Site) -> None:
    page = open_page(browser, site, 390, 844, "zh-CN", "light")
    ask(page, CHINESE)
    button = page.locator(".fy-talks-button:visible")
    expect(page.locator("#fy-talks")).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#fy-talks")).to_be_visible()
    expect(page.locator("#fy-talks-search :is(input, textarea)")).to_be_focused()
    assert page.locator("#fy-left").evaluate("e => e.inert")
    keep_screenshot(page, "talks-drawer-zh")
    page.keyboard.press("Escape")
    expect(page.locator("#fy-talks")).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    page.locator(".fy-talk-open").first.click()
    expect(page.locator("#fy-talks")).to_be_hidden()
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(1)
    page.context.close()
