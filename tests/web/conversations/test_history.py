"""Back and forward in a real browser: they lead through conversations, as they lead through views."""

import re

from playwright.sync_api import Page, expect

from tests.web.conversations.talks import CHINESE, ENGLISH
from tests.web.site import Site, ask, key_of
from web.transcripts.store import Conversations

EMPTY = re.compile(r"^[^?]*$")


def shown(page: Page, question: str | None) -> None:
    """Expect a conversation of one question, or an empty view, under its address."""
    rows = page.locator("#fy-chat .user-row")
    if question is None:
        expect(rows).to_have_count(0)
        expect(page).to_have_url(EMPTY)
    else:
        expect(rows).to_have_text([question])
        assert key_of(page) == page.locator(".fy-talk-head").get_attribute("data-id")


def test_back_and_forward_lead_through_conversations_and_views(page: Page, site: Site) -> None:
    ask(page, ENGLISH)
    first = key_of(page)
    page.get_by_role("button", name="New conversation").click()
    shown(page, None)
    ask(page, CHINESE)
    second = key_of(page)
    page.locator(".fy-talk-open", has_text=ENGLISH[:20]).click()
    shown(page, ENGLISH)
    page.get_by_role("tab", name="Library").click()
    expect(page).to_have_url(re.compile("view=library"))
    for question in (ENGLISH, CHINESE, ENGLISH):
        page.go_back()
        shown(page, question)
    for question in (CHINESE, ENGLISH):
        page.go_forward()
        shown(page, question)
    # after a reload the entries of before still open what they name
    page.reload()
    shown(page, ENGLISH)
    page.go_back()
    shown(page, CHINESE)
    assert {first, second} == {talk.id for talk in Conversations(site.settings).list("")}


def test_a_question_on_its_way_is_there_when_back_leads_to_it(page: Page, site: Site) -> None:
    page.fill("#fy-box textarea", CHINESE)
    page.press("#fy-box textarea", "Enter")
    page.get_by_role("tab", name="Library").click()
    expect(page.locator("#fy-chat .fy-sources").first).to_be_attached()
    page.go_back()
    shown(page, CHINESE)
    # what was deleted is not come back to
    store = Conversations(site.settings)
    page.get_by_role("button", name="New conversation").click()
    shown(page, None)
    store.delete("", store.list("")[0].id)
    page.go_back()
    shown(page, None)
