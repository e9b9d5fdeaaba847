"""Conversations in a real browser: resumed, listed, searched, renamed, deleted."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from retrieval.settings import Settings
from tests.web.site import (
    PATIENCE_S,
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

ENGLISH = "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"
CHINESE = "荆州朱某案的罪名经历了哪些变化？"
NUMBER = re.compile(r"#cite-([0-9a-f]+)-(\d+)")


@pytest.fixture(autouse=True)
def emptied(copied: Settings) -> None:
    """No conversation of another test is in the list."""
    Conversations(copied).forget("")


def check_every_number(page: Page, settings: Settings) -> int:
    """Click every number of the page and compare what opens with what is stored; return how many there were."""
    store, clicked = Conversations(settings), 0
    for link in page.locator("#fy-chat p a[href^='#cite-']").all():
        message, number = NUMBER.match(link.get_attribute("href")).groups()
        citation = next(c for c in store.message("", message).reply.answer.citations if c.n == int(number))
        link.click()
        expect(page.locator("#fy-panel .fy-panel-label")).to_have_text(citation.label)
        expect(page.locator("#hit")).to_have_text(citation.quote)
        assert page.locator("#hit").evaluate("e => e.textContent") == citation.quote
        assert page.locator("#fy-panel .fy-passage").first.evaluate("e => e.textContent") == citation.text
        clicked += 1
    return clicked


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


@pytest.mark.parametrize("view", ["Library", "Documents", "Ask"])
def test_a_new_conversation_begins_in_the_box_from_every_view(page: Page, view: str) -> None:
    ask(page, CHINESE)
    assert key_of(page)
    page.get_by_role("tab", name=view).click()
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#fy-box textarea")).to_be_focused()
    expect(page.locator("#fy-chat .user-row")).to_have_count(0)
    expect(page.locator("#fy-box textarea")).to_be_focused()
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


@pytest.mark.parametrize("leave", ["New conversation", "an older one"])
def test_what_was_asked_a_moment_before_does_not_come_back(page: Page, site: Site, leave: str) -> None:
    store = Conversations(site.settings)
    store.begin("", "", "An older question")
    page.reload()
    ask(page, CHINESE)
    asked = key_of(page)
    button = page.get_by_role("button", name="New conversation")
    if leave != "New conversation":
        button = page.locator(".fy-talk-open", has_text="An older question")
    page.fill("#fy-box textarea", ENGLISH)
    page.locator("#fy-box textarea").evaluate(
        """(box, button) => {
            box.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true }));
            button.click();
        }""",
        button.element_handle(),
    )
    page.wait_for_timeout(2500)  # by then the answer would be there
    expect(page.locator("#fy-chat .user-row")).to_have_count(0 if leave == "New conversation" else 1)
    ask(page, "刑法第二百八十五条第三款规定了什么？")
    assert key_of(page) != asked
    assert [m.question for m in store.read("", asked).messages][2:] == []


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


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_dates_are_those_of_the_readers_clock(browser: Browser, site: Site, zone: str) -> None:
    talk = Conversations(site.settings)
    talk.begin("", "", "A question")
    (stored,) = talk.list("")
    page = browser.new_page(timezone_id=zone)
    page.goto(site.url)
    local = datetime.fromisoformat(stored.updated).astimezone(ZoneInfo(zone))
    expect(page.locator(".fy-talk-open time")).to_have_text(local.date().isoformat())
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


@pytest.mark.parametrize("key", ["0123456789abcdef", "%3Cscript%3E", "../x"])
def test_an_address_of_no_conversation_is_said(browser: Browser, site: Site, key: str) -> None:
    page = browser.new_page(locale="en-US")
    page.goto(f"{site.url}/?c={key}")
    expect(page.get_by_text("There is no such conversation")).to_be_visible()
    assert page.locator("#fy-chat .user-row").count() == 0
    page.close()


def test_asking_in_a_conversation_that_was_deleted_elsewhere_begins_a_new_one(page: Page, site: Site) -> None:
    store = Conversations(site.settings)
    ask(page, ENGLISH)
    old = key_of(page)
    store.delete("", old)
    page.fill("#fy-box textarea", CHINESE)
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-chat .user-row")).to_have_text([CHINESE], timeout=PATIENCE_S * 1000)
    expect(page.locator("#fy-box .submit-button")).to_be_visible(timeout=PATIENCE_S * 1000)
    expect(page.get_by_role("alert")).to_contain_text("had been deleted")
    assert [talk.title for talk in store.list("")] == [CHINESE]
    expect(page).not_to_have_url(re.compile(old))  # a moment after the answer
    assert key_of(page) == store.list("")[0].id


def test_a_question_asked_again_is_not_there_twice(page: Page, site: Site) -> None:
    ask(page, ENGLISH)
    key = key_of(page)
    (first,) = Conversations(site.settings).read("", key).messages
    page.get_by_role("button", name="Ask again").click()
    page.wait_for_function("old => !document.getElementById('copy-' + old)", arg=first.id)
    expect(page.locator("#fy-box .submit-button")).to_be_visible(timeout=PATIENCE_S * 1000)
    (again,) = Conversations(site.settings).read("", key).messages
    assert (again.question, again.id == first.id) == (ENGLISH, False)
    expect(page.locator("#fy-chat .user-row")).to_have_count(1)
