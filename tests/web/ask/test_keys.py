"""The keyboard in a real browser: what an input method writes, where the focus goes, what stays in sight."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.ask.asked import CHINESE, ENGLISH
from tests.web.site import ask

_ENTER = """([name, more]) => document.querySelector('#fy-box textarea').dispatchEvent(new KeyboardEvent(
    name, { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, bubbles: true, cancelable: true, ...more }))"""


@pytest.mark.parametrize("more", [{"isComposing": True}, {"keyCode": 229, "which": 229}], ids=["composing", "229"])
def test_what_ends_a_word_of_an_input_method_does_not_send(page: Page, more: dict[str, object]) -> None:
    box = page.locator("#fy-box textarea")
    box.fill("xingfa")
    for name in ("keydown", "keypress"):
        page.evaluate(_ENTER, [name, more])
    page.wait_for_timeout(400)
    expect(box).to_have_value("xingfa")
    assert page.locator("#fy-chat .user-row").count() == 0
    box.fill(CHINESE)
    for name in ("keydown", "keypress"):
        page.evaluate(_ENTER, [name, {}])
    expect(page.locator("#fy-chat .user-row")).to_have_text([CHINESE])


def test_asking_again_by_the_keyboard_leaves_the_focus_in_the_box(page: Page) -> None:
    ask(page, ENGLISH)
    old = page.locator("#fy-chat .fy-act").first.get_attribute("id") or ""
    page.get_by_role("button", name="Ask again").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("id => !document.getElementById(id)", arg=old)
    expect(page.locator("#fy-chat .fy-sources").first).to_be_visible()
    expect(page.locator("#fy-box textarea")).to_be_focused()


def test_which_authority_is_open_stays_in_sight_beside_its_words(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    ask(page, ENGLISH)
    page.locator("#fy-chat p a[href$='-3']").first.click()
    heading, hit = page.locator("#fy-panel .fy-panel-label"), page.locator("#hit")
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text("Citation 3")
    expect(hit).to_be_in_viewport()
    page.locator("#fy-panel .fy-panel").evaluate("e => e.scrollTop = e.scrollHeight")
    expect(heading).to_be_in_viewport(ratio=1)
    expect(hit).not_to_be_in_viewport()
    page.locator("#fy-chat p a[href$='-3']").first.click()  # once more: the words come back
    expect(hit).to_be_in_viewport()
    words, above = hit.bounding_box(), heading.bounding_box()
    assert words
    assert above
    assert words["y"] >= above["y"] + above["height"] - 1


def test_on_a_phone_a_number_opens_its_source_again_after_the_way_back(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, CHINESE)
    number, heading = page.locator("#fy-chat p a[href^='#cite-']").first, page.locator("#fy-panel .fy-panel-label")
    for _ in range(2):
        number.click()
        expect(heading).to_be_in_viewport()
        page.get_by_role("button", name="Back", exact=True).click()
        expect(number).to_be_focused()
        expect(heading).not_to_be_in_viewport()
