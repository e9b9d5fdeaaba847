"""What the answers are restricted to: how it is asked for, and how the page says so."""

from datetime import date

import httpx
import pytest
from playwright.sync_api import Page, expect

from retrieval.authority import Kind
from tests.web.site import ask, open_controls
from web.ask.chat import Controls
from web.ask.controls import GONE, chosen_html
from web.transcripts.conversation import Conversation

LAW = frozenset(Kind) - {Kind.DOCUMENT}
NOTE = "The Wren retainer of Ms Dahl is 7,654 yuan a quarter, payable on the ninth day."
EMPTY = Conversation("", "", "", "")
ON_NOTE = "How much is the Wren retainer of Ms Dahl?"


@pytest.mark.parametrize(
    ("controls", "kinds", "documents"),
    [
        (Controls(None, [], "", "quoting"), None, None),
        (Controls(None, ["case"], "", "quoting"), {Kind.CASE, Kind.DOCUMENT}, None),
        (Controls(None, [], "", "quoting", "corpus"), LAW, None),
        (Controls(None, ["case"], "", "quoting", "corpus"), {Kind.CASE}, None),
        (Controls(None, ["case"], "", "quoting", "documents"), {Kind.DOCUMENT}, None),
        (Controls(None, [], "", "quoting", "documents", ["doc-1"]), {Kind.DOCUMENT}, {"doc-1"}),
        (Controls(None, [], "", "quoting", "all", ["doc-1"]), None, None),
    ],
)  # fmt: skip
def test_scope_and_kinds_say_what_is_searched(controls: Controls, kinds: set | None, documents: set | None) -> None:
    request = controls.request("?", EMPTY)
    assert request.kinds == kinds
    assert request.documents == documents


def test_date_language_and_user_are_passed_on() -> None:
    request = Controls("2018-12-31", [], "zh", user="ada").request("?", EMPTY)
    assert (request.as_of, request.language, request.user) == (date(2018, 12, 31), "zh", "ada")


@pytest.mark.parametrize(("question", "chosen", "page", "language"), [
    ("?", "", "zh", "zh"), ("。。。", "", "zh", "zh"), ("qubao houshen", "", "zh", "zh"), ("285", "", "en", "en"),
    ("qubao houshen", "en", "zh", "en"), ("What is qubao houshen?", "", "zh", None), ("取保候审", "", "en", None), ("bail", "", "zh", None),
])  # fmt: skip
def test_what_is_in_no_language_is_answered_in_the_pages(
    question: str, chosen: str, page: str, language: str | None
) -> None:
    assert Controls(None, [], chosen).request(question, EMPTY, page).language == language


def test_a_chosen_document_that_is_gone_is_said() -> None:
    assert "was removed: nothing is searched" in chosen_html(None, [], "", "documents", [GONE], "en")


def test_nothing_chosen_says_nothing() -> None:
    assert chosen_html(None, [], "", "all", [], "en") == ""


def test_all_that_is_chosen_is_said() -> None:
    html = chosen_html("2010年5月1日", ["case"], "zh", "corpus", [], "en")
    for words in ("law as of 2010-05-01", "Case", "Corpus only", "answer in Chinese", "Remove all"):
        assert words in html


def test_questions_go_to_the_corpus_to_the_documents_or_to_one_of_them(page: Page, client: httpx.Client) -> None:
    note, other = (
        client.post("/api/documents", files={"file": (f"{n}.md", text.encode())}).json()
        for n, text in enumerate((f"# Wren\n\n{NOTE}", "# Finch\n\nThe Finch lease ends on 30 June 2031."))
    )
    try:
        open_controls(page)
        page.get_by_label("Corpus only").check()
        expect(page.locator("#fy-chosen")).to_contain_text("Corpus only")
        ask(page, ON_NOTE)
        assert "7,654" not in page.locator("#fy-chat .bot-row").last.inner_text()
        page.get_by_label("My documents only").check()
        ask(page, ON_NOTE)
        expect(page.locator("#fy-chat .fy-answer").last).to_contain_text("7,654 yuan a quarter")
        page.get_by_label("Of my documents").click()
        page.get_by_role("option", name="Finch").click()
        expect(page.locator("#fy-chosen")).to_contain_text("1 of my documents")
        ask(page, ON_NOTE)
        assert "7,654" not in page.locator("#fy-chat .fy-answer").last.inner_text()
        page.get_by_role("button", name="Remove all").click()
        expect(page.locator("#fy-chosen")).to_be_empty()
        expect(page.locator("#fy-box textarea")).to_be_focused()
        ask(page, ON_NOTE)
        expect(page.locator("#fy-chat .fy-answer").last).to_contain_text("7,654 yuan a quarter")
    finally:
        for held in (note, other):
            client.delete(f"/api/documents/{held['id']}")


def test_the_scope_of_documents_without_any_is_refused(page: Page) -> None:
    open_controls(page)
    page.get_by_label("My documents only").check()
    page.fill("#fy-box textarea", ON_NOTE)
    page.press("#fy-box textarea", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("You have added no documents")
    expect(page.locator("#fy-box textarea")).to_have_value(ON_NOTE)
    assert page.locator("#fy-chat .user-row").count() == 0


def test_without_a_language_model_the_only_mode_is_said(page: Page) -> None:
    open_controls(page)
    expect(page.locator("#fy-controls")).to_contain_text("every answer is made of quotations")
    expect(page.get_by_label("Quotations only")).to_be_disabled()
