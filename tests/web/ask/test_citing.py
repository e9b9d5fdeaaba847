"""What can be done with an open source: its citation copied, the library opened, the next one reached by keyboard."""

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.web.site import ask
from tests.web.transcripts.samples import make_citation, make_found
from web.ask.panel import panel_html
from web.transcripts.sources import ShownSource, Wording

QUESTION = "刑法第二百八十五条第三款规定了什么？"


def open_third_paragraph(page: Page, client: httpx.Client) -> list[dict]:
    """Ask, open the citation of art. 285(3), return the answer's citations."""
    citations = client.post("/api/chat", json={"question": QUESTION}).json()["citations"]
    (wanted,) = [c["n"] for c in citations if c["label"] == "《刑法》第二百八十五条第三款"]
    ask(page, QUESTION)
    page.locator(f"#fy-chat p a[href$='-{wanted}']").first.click()
    expect(page.locator("#fy-panel .fy-panel-label")).to_have_text("《刑法》第二百八十五条第三款")
    return citations


@pytest.mark.parametrize(
    ("button", "form"),
    [
        ("Copy citation (中文)", "《中华人民共和国刑法》第二百八十五条第三款"),
        ("Copy citation (English)", "Criminal Law of the People's Republic of China, art. 285, para. 3 (effective 2015-11-01)"),
    ],
)  # fmt: skip
def test_a_citation_is_copied_in_its_usual_form(page: Page, client: httpx.Client, button: str, form: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_third_paragraph(page, client)
    page.get_by_role("button", name=button).click()
    expect(page.locator("#fy-panel .fy-done")).to_have_text("✓ Copied")
    assert page.evaluate("navigator.clipboard.readText()") == form
    expect(page.locator("#fy-status")).to_have_text(f"Copied {form}")
    expect(page.get_by_role("button", name=button)).to_be_visible()  # ready for the next time


def test_the_library_opens_at_the_quoted_words(page: Page, client: httpx.Client) -> None:
    citations = open_third_paragraph(page, client)
    (cited,) = [c for c in citations if c["label"] == "《刑法》第二百八十五条第三款"]
    page.get_by_role("link", name="Open in library").click()
    expect(page.get_by_role("tab", name="Library")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#fy-lib-hit")).to_have_text(cited["quote"])


def test_the_arrows_go_through_the_citations_and_escape_goes_back(page: Page, client: httpx.Client) -> None:
    question = "刑法第二十五条、第二十六条、第二十七条、第二十八条怎么规定？"
    total = len(client.post("/api/chat", json={"question": question}).json()["citations"])
    ask(page, question)
    page.locator("#fy-chat p a[href^='#cite-']").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text(f"Citation 1 of {total}")
    page.keyboard.press("ArrowRight")  # from a number the focus goes on to the next number
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text(f"Citation 2 of {total}")
    expect(page.locator("#fy-chat p a.fy-open")).to_be_focused()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text(f"Citation 3 of {total}")
    expect(page.get_by_role("button", name="Next")).to_be_focused()  # although the panel was drawn anew
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text(f"Citation 2 of {total}")
    page.keyboard.press("Escape")
    expect(page.locator("#fy-chat p a.fy-open")).to_be_focused()


def next_citation_drawn(page: Page) -> None:
    expect(page.locator("#fy-panel .fy-nav")).to_contain_text("Citation 2")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_the_panel_drawn_anew_does_not_take_the_keyboard_back(page: Page, client: httpx.Client) -> None:
    ask(page, "刑法第二十五条、第二十六条、第二十七条、第二十八条怎么规定？")
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")  # the panel of the second citation is still to come
    next_citation_drawn(page)
    expect(page.locator("#fy-chat p a.fy-open")).to_be_focused()


def test_the_panel_drawn_anew_leaves_the_question_box_alone(page: Page, client: httpx.Client) -> None:
    ask(page, "刑法第二十五条、第二十六条、第二十七条、第二十八条怎么规定？")
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    page.get_by_role("button", name="Next").click()
    page.focus("#fy-box textarea")
    next_citation_drawn(page)
    expect(page.locator("#fy-box textarea")).to_be_focused()


def test_arrows_in_the_question_box_move_the_caret_only(page: Page, client: httpx.Client) -> None:
    open_third_paragraph(page, client)
    before = page.locator("#fy-panel .fy-nav").inner_text()
    page.fill("#fy-box textarea", "刑法")
    page.press("#fy-box textarea", "ArrowLeft")
    page.keyboard.type("x")
    expect(page.locator("#fy-box textarea")).to_have_value("刑x法")
    assert page.locator("#fy-panel .fy-nav").inner_text() == before


def test_the_other_language_stands_beside_the_text_where_there_is_room(page: Page, client: httpx.Client) -> None:
    page.set_viewport_size({"width": 1600, "height": 900})
    open_third_paragraph(page, client)
    own, other = (box.bounding_box() for box in page.locator("#fy-panel .fy-texts > div").all())
    assert own["y"] == other["y"]
    assert own["x"] + own["width"] <= other["x"]
    expect(page.locator("#fy-panel .fy-same")).to_contain_text("provides programs or tools specially used")
    page.set_viewport_size({"width": 1024, "height": 768})
    own, other = (box.bounding_box() for box in page.locator("#fy-panel .fy-texts > div").all())
    assert own["y"] + own["height"] <= other["y"]


def test_a_screen_reader_is_told_once_of_an_answer_and_of_an_open_source(page: Page, client: httpx.Client) -> None:
    page.wait_for_selector("#fy-status", state="attached")
    page.evaluate("""() => {
        window.told = [];
        const line = document.querySelector('#fy-status');
        new MutationObserver(() => window.told.push(line.textContent)).observe(line, {childList: true, characterData: true});
    }""")
    total = len(open_third_paragraph(page, client))
    page.wait_for_function("window.told.length > 1")  # the source is told of with the next frame
    answered, opened = page.evaluate("window.told")
    assert answered.startswith(f"Answer; citations: {total}. 《刑法》")
    assert opened == "Source opened: 《刑法》第二百八十五条第三款"
    assert page.locator("#fy-chat [aria-live]").count() == 0


def test_what_the_corpus_does_not_hold_has_no_citation_to_copy() -> None:
    missing = make_citation(passage_id=None, kind=None, text="", quote="", start=None, end=None)
    html = panel_html(ShownSource(missing), "en", missing.effective_from)
    assert "data-copy" not in html
    assert "fy-library" not in html


def test_the_same_paragraph_of_the_other_language_is_shown_and_escaped() -> None:
    other = Wording("en", "One.\n<b>Two</b>.", "translation", (5, 15))
    html = panel_html(ShownSource(make_found(), (), None, other), "en", make_citation().effective_from)
    assert '<span class="fy-same">&lt;b&gt;Two&lt;/b&gt;</span>' in html
