"""The numbers in an answer, in a real browser: each opens its words, by mouse and keyboard, on a desk and a phone."""

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.ask.asked import CHINESE, ENGLISH, links
from tests.web.site import Site, ask, foreign_requests, keep_screenshot, open_page, stored_in_browser


@pytest.mark.parametrize(
    ("question", "width", "height", "locale", "scheme"),
    [
        (ENGLISH, 1280, 800, "en-US", "light"), (CHINESE, 1280, 800, "zh-CN", "dark"), (CHINESE, 1024, 768, "zh-CN", "light"),
        (ENGLISH, 390, 844, "en-US", "dark"), (CHINESE, 390, 844, "zh-CN", "light"),
    ],
    ids=["desk-en-light", "desk-zh-dark", "tablet-zh-light", "phone-en-dark", "phone-zh-light"],
)  # fmt: skip
def test_every_number_opens_its_words(
    browser: Browser, site: Site, client: httpx.Client, request: pytest.FixtureRequest,
    question: str, width: int, height: int, locale: str, scheme: str,
) -> None:  # fmt: skip
    own = client.post("/api/chat", json={"question": question}).json()
    page = open_page(browser, site, width, height, locale, scheme)
    seen = foreign_requests(page, site)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()
    page.wait_for_selector("#fy-box textarea")
    ask(page, question)
    opened = links(page)
    assert [link.rsplit("-", 1)[1] for link in opened] == [str(c["n"]) for c in own["citations"]]
    for link, citation in zip(opened, own["citations"], strict=True):
        page.locator(f"#fy-chat p a[href='{link}']").first.click()
        expect(page.locator("#hit")).to_have_text(citation["quote"])
        assert page.locator("#hit").evaluate("e => e.textContent") == citation["quote"]
        assert page.locator("#fy-panel .fy-panel-label").inner_text() == citation["label"]
        assert page.locator("#fy-panel .fy-passage").first.evaluate("e => e.textContent") == citation["text"]
        expect(page.locator("#hit")).to_be_in_viewport()
        assert page.locator("#fy-panel .fy-check").count() == 4
    if width < 900:  # what is shown, and the way back, stay in sight down to the end of the text
        page.locator("#fy-panel .fy-passage").last.evaluate("e => e.scrollIntoView({block: 'end'})")
        expect(page.locator("#fy-panel .fy-panel-label")).to_be_in_viewport(ratio=1)
        expect(page.locator("#fy-panel .fy-back")).to_be_in_viewport(ratio=1)
    keep_screenshot(page, request.node.callspec.id)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.url.partition("?c=")[0].rstrip("/") == site.url
    assert seen == []
    assert errors == []
    stored = stored_in_browser(page)
    assert question[:12] not in stored
    assert own["answer"][:12] not in stored
    page.context.close()


def test_the_marked_words_have_the_fonts_of_their_text(page: Page) -> None:
    ask(page, CHINESE)
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    page.wait_for_selector("#hit")
    fonts = "es => [...new Set(es.map(e => getComputedStyle(e).fontFamily))]"
    assert len(page.locator(".fy-passage:lang(zh), #hit").evaluate_all(fonts)) == 1


def test_the_way_to_the_end_stands_at_the_side(page: Page) -> None:
    ask(page, ENGLISH)
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -5000)
    button, chat = page.locator(".scroll-down-button-container").bounding_box(), page.locator("#fy-chat").bounding_box()
    assert button
    assert chat
    assert button["x"] > chat["x"] + 0.9 * chat["width"]


def test_previous_and_next_go_through_the_citations(page: Page) -> None:
    ask(page, ENGLISH)
    first, second, *_ = links(page)
    page.click(f"#fy-chat p a[href='{first}']")
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text("Citation 1 of")
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text("Citation 2 of")
    assert "fy-open" in (page.locator(f"#fy-chat p a[href='{second}']").get_attribute("class") or "")
    page.get_by_role("button", name="Previous").click()
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text("Citation 1 of")


def test_an_older_messages_number_opens_its_own_source(page: Page, client: httpx.Client) -> None:
    ask(page, ENGLISH)
    ask(page, CHINESE)
    old = client.post("/api/chat", json={"question": ENGLISH}).json()["citations"][0]
    page.click(f"#fy-chat p a[href='{links(page, 0)[0]}']")
    expect(page.locator("#fy-panel .fy-panel-label")).to_have_text(old["label"])
    assert page.locator("#hit").evaluate("e => e.textContent") == old["quote"]


def test_a_number_is_reached_and_opened_by_keyboard(page: Page) -> None:
    ask(page, ENGLISH)
    page.locator("#fy-chat p a[href^='#cite-']").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#hit")).to_be_visible()


def test_what_was_found_besides_opens_too(page: Page) -> None:
    ask(page, ENGLISH)
    page.locator("#fy-chat details summary").click()
    page.locator("#fy-chat a[href^='#found-']").first.click()
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text("not cited")
    assert page.locator("#hit").count() == 0


def test_a_click_that_does_not_arrive_is_said_until_one_does(browser: Browser, site: Site) -> None:
    page = open_page(browser, site, 1280, 800, "zh-CN", "light")
    ask(page, CHINESE)
    note, again = page.locator(".fy-refusal[data-why=offline]"), "document.querySelector('.fy-refusal button').click()"
    page.route("**/*", lambda route: route.abort())
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(note).to_contain_text("与法眼的连接已断开")
    expect(note.get_by_role("button", name="重试连接")).to_be_visible()
    page.unroute_all()
    page.evaluate(again)
    expect(note).to_be_hidden()
    expect(page.locator("#fy-chat .fy-answer")).to_be_visible()  # Gradio loads the page anew
    page.context.close()
