"""What is typed and cannot be asked, in a real browser: dates in many forms, questions too long."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.ask.asked import CHINESE
from tests.web.site import Site, ask, open_controls, open_page


@pytest.mark.parametrize(("typed", "date", "words"), [
    ("   ", "", "Please type a question."), ("What is punished?", "2020-13-01", "“2020-13-01” is not a date"),
    ("What is punished?", "yesterday", "“yesterday” is not a date"),
])  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_a_sentence(page: Page, typed: str, date: str, words: str) -> None:
    open_controls(page)
    page.fill("#fy-as-of input", date)
    page.locator("#fy-as-of input").blur()
    expect(page.get_by_role("alert")).to_have_count(1 if date else 0)  # the date is read as soon as it is left
    page.fill("#fy-box textarea", typed)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.press("#fy-box textarea", "Enter")
    expect(page.get_by_role("alert")).to_contain_text(words)
    assert page.locator("#fy-chat .user-row").count() == 0
    expect(page.locator("#fy-box textarea")).to_have_value(typed)  # nothing of it is lost
    page.locator("#fy-box textarea").press("x")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("typed", ["2018/12/31", "2018年12月31日"])
def test_a_date_is_taken_in_the_usual_forms(page: Page, typed: str) -> None:
    open_controls(page)
    page.fill("#fy-as-of input", typed)
    expect(page.locator("#fy-chosen")).to_contain_text("law as of 2018-12-31")
    ask(page, CHINESE)
    expect(page.locator("#fy-chat .fy-step")).to_contain_text("2018-12-31")
    expect(page.locator("#fy-as-of input")).to_have_value("2018-12-31")


def test_what_is_no_date_is_said_once_it_is_left(page: Page) -> None:
    open_controls(page)
    page.fill("#fy-as-of input", "yesterday")
    page.focus("#fy-box textarea")
    expect(page.get_by_role("alert")).to_contain_text("“yesterday” is not a date")
    expect(page.locator("#fy-as-of input")).to_have_value("yesterday")
    expect(page.locator("#fy-chosen")).to_be_empty()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)], ids=["desk", "phone"])
def test_the_calendar_is_the_browsers_own(browser: Browser, site: Site, width: int, height: int) -> None:
    page = open_page(browser, site, width, height, "en-US", "light")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_controls(page)
    page.fill("#fy-as-of input", "2018-12-31")
    button = page.get_by_role("button", name="Choose a date")
    button.click()
    expect(page.locator("#fy-calendar input")).to_have_value("2018-12-31")
    page.keyboard.press("Escape")
    page.fill("#fy-calendar input", "2019-01-01", force=True)
    expect(page.locator("#fy-as-of input")).to_have_value("2019-01-01")
    expect(page.locator("#fy-chosen")).to_contain_text("law as of 2019-01-01")
    assert errors == []
    page.context.close()


def test_what_is_refused_is_refused_again_and_taken_once_it_is_right(page: Page) -> None:
    open_controls(page)
    page.fill("#fy-as-of input", "2020-13-01")
    for typed in ("刑法第二百八十五条", "怎么规定？"):
        page.locator("#fy-box textarea").press_sequentially(typed, delay=50)
        expect(page.get_by_role("alert")).to_have_count(0)
        page.press("#fy-box textarea", "Enter")
        expect(page.get_by_role("alert")).to_contain_text("“2020-13-01” is not a date")
    page.fill("#fy-as-of input", "2020-12-01")
    page.focus("#fy-box textarea")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-chat .fy-sources").first).to_be_visible()
    expect(page.locator("#fy-box textarea")).to_have_value("")


def test_an_over_long_question_is_refused_with_its_length(page: Page) -> None:
    pasted = "x" * 8000 + "?"
    page.focus("#fy-box textarea")
    page.keyboard.insert_text(pasted)
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-refused")).to_contain_text("8,001 characters; at most 8,000")
    expect(page.locator("#fy-box textarea")).to_have_value(pasted)
