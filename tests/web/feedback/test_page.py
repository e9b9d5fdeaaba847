"""Thumbs in a real browser, by keyboard."""

from playwright.sync_api import Page, expect

from retrieval.store.feedback import read_feedback
from tests.web.site import Site, ask, keep_screenshot

QUESTION = "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"


def test_an_answer_is_judged_changed_and_withdrawn(page: Page, site: Site) -> None:
    before = {row.id for row in read_feedback(site.settings)}

    def row() -> tuple | None:
        own = [r for r in read_feedback(site.settings) if r.id not in before]
        return (own[0].thumb, own[0].reasons, own[0].comment) if own else None

    ask(page, QUESTION)
    page.get_by_role("button", name="Helpful", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fy-toast")).to_have_text("Your judgement is saved. Thank you.")
    expect(page.get_by_role("button", name="Helpful ✓", exact=True)).to_be_visible()
    assert row() == ("up", [], "")

    page.get_by_role("button", name="Not helpful").click()
    form = page.get_by_role("dialog")
    expect(form).to_be_visible()
    assert row() == ("down", [], "")
    form.get_by_label("A text is not in force").check()
    form.get_by_label("A citation is wrong").check()
    form.get_by_label("Comment").fill("<b>第一处</b> is wrong")
    keep_screenshot(page, "feedback-form")
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    expect(page.locator(".fy-toast")).to_have_text("Your judgement is saved. Thank you.")
    assert row() == ("down", ["not_in_force", "wrong_citation"], "<b>第一处</b> is wrong")

    page.reload()
    expect(page.get_by_role("button", name="Not helpful ✓")).to_be_visible()
    page.get_by_role("button", name="Reasons, comment").click()
    expect(form.get_by_label("A citation is wrong")).to_be_checked()
    expect(form.get_by_label("It does not answer the question")).not_to_be_checked()
    expect(form.get_by_label("Comment")).to_have_value("<b>第一处</b> is wrong")
    form.get_by_label("Helpful", exact=True).check()
    expect(form.get_by_label("A citation is wrong")).to_be_hidden()
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Helpful ✓", exact=True)).to_be_visible()
    assert row() == ("up", [], "<b>第一处</b> is wrong")

    page.get_by_role("button", name="Reasons, comment").click()
    form.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".fy-toast")).to_have_text("Your judgement is withdrawn.")
    expect(page.get_by_role("button", name="Reasons, comment")).to_have_count(0)
    assert row() is None


def test_the_form_opens_as_often_as_it_is_asked_for(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="Helpful", exact=True).click()
    form = page.get_by_role("dialog")
    for name in ("Reasons, comment", "Reasons, comment", "Not helpful", "Not helpful"):
        page.get_by_role("button", name=name).click()
        expect(form).to_be_visible()
        form.get_by_role("button", name="Close").click()
        expect(form).to_be_hidden()
    page.get_by_role("button", name="Reasons, comment").click()
    form.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("button", name="Reasons, comment")).to_have_count(0)
    expect(page.get_by_role("button", name="Not helpful")).to_be_focused()


def test_closing_the_form_changes_nothing(page: Page, site: Site) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="Not helpful").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Something else").check()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(page.get_by_role("button", name="Not helpful ✓")).to_be_focused()
    *_, last = read_feedback(site.settings)
    assert (last.question, last.thumb, last.reasons) == (QUESTION, "down", [])
