"""What was typed and chosen stays over a reload of the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.site import ask, key_of, stored_in_browser

TYPED = "刑法第二百八十五条第三款规定了什么？"


def _switch(page: Page) -> None:
    page.click(".fy-language:visible")


def _lose_the_network(page: Page) -> None:
    page.context.set_offline(True)
    page.press("#fy-box textarea", "Enter")
    page.wait_for_timeout(500)
    with page.expect_navigation():
        page.context.set_offline(False)


def _reload(page: Page) -> None:
    page.reload()


@pytest.mark.parametrize("reload", [_reload, _switch, _lose_the_network])
def test_a_question_and_its_restrictions_outlive_a_reload(page: Page, reload: Callable[[Page], None]) -> None:
    page.locator("#fy-controls > button").click()
    page.get_by_label("Corpus only").check()
    expect(page.locator("#fy-chosen")).to_contain_text("Corpus only")
    page.fill("#fy-as-of input", "2018-12-31")
    page.locator("#fy-box textarea").click()
    expect(page.locator("#fy-chosen .fy-chip")).to_have_count(2)
    page.fill("#fy-box textarea", TYPED)
    reload(page)
    box = page.locator("#fy-box textarea")
    expect(box).to_have_value(TYPED)
    expect(page.locator("#fy-chosen .fy-chip")).to_have_count(2)
    expect(page.locator("#fy-chosen")).to_contain_text("2018-12-31")
    assert TYPED[:6] not in stored_in_browser(page)
    ask(page, TYPED)
    expect(page.locator("#fy-chat .fy-step").last).to_contain_text("2018-12-31")


def test_what_was_sent_or_never_typed_is_not_put_back(page: Page) -> None:
    ask(page, TYPED)
    assert key_of(page)
    with page.expect_response("**/run/predict*"):
        page.reload()
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(1)
    expect(page.locator("#fy-box textarea")).to_have_value("")
    expect(page.locator("#fy-chosen")).to_be_empty()


def test_what_another_kept_is_not_put_back(page: Page) -> None:
    page.evaluate("""addEventListener("pagehide", () =>
        sessionStorage.setItem("fayan_kept", JSON.stringify({ user: "anna", question: "secret" })))""")
    with page.expect_response(lambda response: "secret" in (response.request.post_data or "")):
        page.reload()
    page.wait_for_timeout(300)
    expect(page.locator("#fy-box textarea")).to_have_value("")
    assert "secret" not in stored_in_browser(page)
