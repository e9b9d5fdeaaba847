"""The page in a real browser."""

import io
import re

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.web.site import Site, ask, foreign_requests, keep_screenshot, open_page, stored_in_browser

ENGLISH = "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"
CHINESE = "荆州朱某案的罪名经历了哪些变化？"


def links(page: Page, message: int = -1) -> list[str]:
    """Return the links on the numbers within an answer, in their order."""
    answer = page.locator("#fy-chat .fy-answer").nth(message)
    return [link.get_attribute("href") or "" for link in answer.locator("p a[href^='#cite-']").all()]


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


def test_the_words_on_the_page_are_the_answers_words(page: Page, client: httpx.Client) -> None:
    own = client.post("/api/chat", json={"question": ENGLISH}).json()
    ask(page, ENGLISH)
    shown = " ".join(page.locator("#fy-chat .fy-answer").inner_text().split())
    for block in own["answer"].split("\n\n"):
        assert " ".join(block.split()) in shown


def test_the_marked_words_have_the_fonts_of_their_text(page: Page) -> None:
    ask(page, CHINESE)
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    page.wait_for_selector("#hit")
    fonts = "es => [...new Set(es.map(e => getComputedStyle(e).fontFamily))]"
    assert len(page.locator(".fy-passage:lang(zh), #hit").evaluate_all(fonts)) == 1


@pytest.mark.parametrize("landscape", [False, True])
def test_paper_holds_the_whole_answer(page: Page, landscape: bool) -> None:
    ask(page, ENGLISH)
    # a paper's Chinese characters come back as other ones that look the same
    words = re.findall(r"[a-z]{4,}", page.locator("#fy-chat .fy-answer").inner_text())
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", landscape=landscape)))
    printed = "".join("".join(sheet.extract_text().split()) for sheet in paper.pages)
    assert [word for word in words if word not in printed] == []


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


def test_a_follow_up_uses_the_conversation(page: Page) -> None:
    ask(page, "刑法第二百八十五条第三款规定了什么？")
    ask(page, "那单位犯罪呢？")
    expect(page.locator("#fy-chat .fy-answer").last).to_contain_text("第二百八十五条")


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


def test_a_decline_looks_different(page: Page) -> None:
    ask(page, "How do I bake sourdough bread at home?")
    expect(page.locator("#fy-chat .fy-decline")).to_contain_text("Not answered")


def test_the_examples_are_answered(page: Page) -> None:
    page.wait_for_selector("#fy-chat .example")
    texts = page.locator("#fy-chat .example").all_inner_texts()
    assert len(texts) == 8
    for text in texts:
        if page.locator("#fy-chat .example").count() == 0:
            page.get_by_role("button", name="New conversation").click()
        page.locator("#fy-chat .example", has_text=text.strip()).click()
        page.wait_for_selector("#fy-chat .fy-sources")
        assert links(page), text
        assert page.locator("#fy-chat .fy-decline").count() == 0, text
        page.get_by_role("button", name="New conversation").click()
        expect(page.locator("#fy-chat .fy-sources")).to_have_count(0)


def test_date_kinds_and_language_are_used(page: Page) -> None:
    page.get_by_role("button", name="Date, sources, documents, language").click()
    page.fill("#fy-as-of input", "2018-12-31")
    page.get_by_label("Kinds in the corpus").click()
    page.get_by_role("option", name="Case", exact=True).click()
    page.get_by_label("Chinese").check()
    ask(page, "What four charges did the Zhu case in Jingzhou go through?")
    answer = page.locator("#fy-chat .fy-answer")
    expect(answer).to_have_attribute("lang", "zh")
    expect(answer.locator(".fy-step")).to_contain_text("2018-12-31")
    assert set(page.locator("#fy-chat .fy-answer > .fy-sources").first.locator(".fy-badge").all_inner_texts()) == {
        "案例"
    }


@pytest.mark.parametrize(("typed", "date", "words"), [
    ("   ", "", "Please type a question."), ("What is punished?", "2020-13-01", "“2020-13-01” is not a date"),
    ("What is punished?", "yesterday", "“yesterday” is not a date"),
])  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_a_sentence(page: Page, typed: str, date: str, words: str) -> None:
    page.get_by_role("button", name="Date, sources, documents, language").click()
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
    page.get_by_role("button", name="Date, sources, documents, language").click()
    page.fill("#fy-as-of input", typed)
    expect(page.locator("#fy-chosen")).to_contain_text("law as of 2018-12-31")
    ask(page, CHINESE)
    expect(page.locator("#fy-chat .fy-step")).to_contain_text("2018-12-31")
    expect(page.locator("#fy-as-of input")).to_have_value("2018-12-31")


def test_what_is_no_date_is_said_once_it_is_left(page: Page) -> None:
    page.get_by_role("button", name="Date, sources, documents, language").click()
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
    page.get_by_role("button", name="Date, sources, documents, language").click()
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
    page.get_by_role("button", name="Date, sources, documents, language").click()
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


def test_a_question_is_shown_as_it_was_typed(page: Page) -> None:
    typed = "处3~5年和1~2年 **x** <b>y</b> [1](http://x.example) `z` 刑法第二百八十五条？"
    ask(page, typed)
    assert page.locator("#fy-chat .user-row").inner_text().strip() == typed


def test_hostile_text_of_a_document_changes_nothing(page: Page, site: Site, client: httpx.Client) -> None:
    evil = (
        "The Plover clause says 3~5年 and 1~2年 <script>window.hacked = 1</script> "
        '<img src="http://x.example/p.png" onerror="window.hacked = 1"> ![p](http://x.example/q.png) '
        '<form action="http://x.example"><button style="position:fixed">go</button></form> [1] http://x.example/r'
    )
    added = client.post("/api/documents", files={"file": ("plover.txt", f"Plover\n\n{evil}".encode())}).json()
    seen = foreign_requests(page, site)
    try:
        ask(page, "What does the Plover clause say?")
        answer = page.locator("#fy-chat .fy-answer")
        assert re.sub(r"\s+", " ", evil) in re.sub(r"\s+", " ", answer.inner_text())
        for tag in ("script", "img", "form", "del", "s", "a[href^='http']"):
            assert answer.locator(tag).count() == 0, tag
        answer.locator(".fy-sources a[href^='#cite-']", has_text=added["title"]).first.click()
        expect(page.locator("#hit")).to_contain_text("<script>")
        assert page.locator("#fy-panel :is(script, img, form)").count() == 0
        assert page.evaluate("window.hacked") is None
        assert seen == []
    finally:
        client.delete(f"/api/documents/{added['id']}")


def test_a_click_that_does_not_arrive_is_said_until_one_does(browser: Browser, site: Site) -> None:
    page = open_page(browser, site, 1280, 800, "zh-CN", "light")
    ask(page, CHINESE)
    note, again = page.locator(".fy-offline"), "document.querySelector('.fy-offline button').click()"
    page.route("**/*", lambda route: route.abort())
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(note).to_contain_text("与法眼的连接已断开")
    expect(note.get_by_role("button", name="重试连接")).to_be_visible()
    page.unroute_all()
    page.evaluate(again)
    expect(note).to_be_hidden()
    expect(page.locator("#fy-chat .fy-answer")).to_be_visible()  # Gradio loads the page anew
    page.context.close()


def test_two_readers_do_not_see_each_other(browser: Browser, site: Site) -> None:
    one, other = (open_page(browser, site, 1280, 800, "en-US", "light") for _ in range(2))
    ask(one, ENGLISH)
    ask(other, CHINESE)
    assert one.locator("#fy-chat .user-row").all_inner_texts() == [ENGLISH]
    assert other.locator("#fy-chat .user-row").all_inner_texts() == [CHINESE]
    one.context.close()
    other.context.close()


@pytest.mark.parametrize(("locale", "words"), [("en-US", "Not legal advice."), ("zh-CN", "不构成法律意见。")])
def test_the_browsers_language_is_the_pages(browser: Browser, site: Site, locale: str, words: str) -> None:
    page = open_page(browser, site, 1280, 800, locale, "light")
    expect(page.locator("#fy-foot")).to_contain_text(words)
    visible = page.locator("body").inner_text()
    other = "New conversation" if locale == "zh-CN" else "新对话"
    assert other not in visible
    page.context.close()
