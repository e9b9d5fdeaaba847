"""Conversations in a real browser, left for another one, and questions asked in one that changed meanwhile."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.conversations.talks import CHINESE, ENGLISH
from tests.web.site import (
    PATIENCE_S,
    Site,
    ask,
    key_of,
)
from web.transcripts.store import Conversations


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
