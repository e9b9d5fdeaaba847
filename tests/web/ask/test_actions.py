"""A question edited and asked again; an answer copied."""

from playwright.sync_api import Page, expect

from tests.web.site import Site, ask, key_of, open_controls
from web.transcripts.store import Conversations

FIRST = "刑法第二百八十五条第三款规定了什么？"
SECOND = "那单位犯罪呢？"
OTHER = "荆州朱某案的罪名经历了哪些变化？"


def questions(page: Page) -> list[str]:
    """Return the questions of the conversation."""
    return page.locator("#fy-chat .user-row").all_inner_texts()


def test_an_edited_question_takes_the_place_of_itself_and_of_what_followed(page: Page) -> None:
    ask(page, FIRST)
    ask(page, SECOND)
    page.get_by_role("button", name="Edit the question").first.click()
    expect(page.locator("#fy-box textarea")).to_have_value(FIRST)
    expect(page.locator("#fy-box textarea")).to_be_focused()
    expect(page.locator("#fy-editing")).to_contain_text("the new one takes its place")
    assert questions(page) == [FIRST, SECOND]  # nothing is lost before the new question is sent
    page.fill("#fy-box textarea", OTHER)
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-chat .user-row")).to_have_text([OTHER])
    expect(page.locator("#fy-chat .fy-answer")).to_contain_text("朱某")
    expect(page.locator("#fy-editing")).to_be_hidden()
    ask(page, SECOND)
    expect(page.locator("#fy-chat .fy-understood")).to_contain_text(OTHER.rstrip("？"))
    assert FIRST.rstrip("？") not in page.locator("#fy-chat .fy-understood").inner_text()


def test_editing_can_be_left(page: Page) -> None:
    ask(page, FIRST)
    page.get_by_role("button", name="Edit the question").click()
    page.get_by_role("button", name="Leave it as it was").click()
    expect(page.locator("#fy-editing")).to_be_hidden()
    expect(page.locator("#fy-box textarea")).to_have_value("")
    expect(page.locator("#fy-box textarea")).to_be_focused()
    ask(page, OTHER)
    assert questions(page) == [FIRST, OTHER]


def test_the_last_question_can_be_asked_again_with_other_restrictions(page: Page) -> None:
    ask(page, FIRST)
    old = page.locator("#fy-chat .fy-act").first.get_attribute("id")
    open_controls(page)
    page.get_by_label("English").check()
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator("#fy-chat .fy-answer")).to_have_attribute("lang", "en")
    assert questions(page) == [FIRST]
    assert page.locator("#fy-chat .fy-act").first.get_attribute("id") != old


def test_the_source_of_an_answer_that_is_replaced_closes(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    ask(page, FIRST)
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(page.locator("#fy-panel .fy-panel-label")).to_be_visible()
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator("#fy-panel")).to_contain_text("Sources open here")
    expect(page.locator("#fy-box .submit-button")).to_be_visible()  # the new answer is there
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(page.locator("#fy-panel .fy-panel-label")).to_be_visible()
    page.get_by_role("button", name="Edit the question").click()
    expect(page.locator("#fy-box textarea")).to_have_value(FIRST)
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-panel")).to_contain_text("Sources open here")
    assert errors == []


def test_a_source_whose_answer_was_replaced_elsewhere_is_said_to_be_gone(page: Page, site: Site) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    ask(page, FIRST)
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(page.get_by_role("button", name="Next")).to_be_visible()  # the first source is open before it is gone
    store = Conversations(site.settings)
    store.delete("", key_of(page))
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#fy-panel")).to_contain_text("This source is no longer kept")
    expect(page.locator("#fy-panel .fy-panel")).to_be_focused()
    assert errors == []


def test_only_the_last_answer_offers_to_ask_again(page: Page) -> None:
    ask(page, FIRST)
    ask(page, SECOND)
    expect(page.get_by_role("button", name="Ask again")).to_have_count(1)
    expect(page.get_by_role("button", name="Edit the question")).to_have_count(2)


def test_how_a_follow_up_was_read_is_said(page: Page) -> None:
    ask(page, FIRST)
    assert page.locator("#fy-chat .fy-understood").count() == 0
    ask(page, SECOND)
    line = page.locator("#fy-chat .fy-step").last.inner_text()
    assert line.startswith("理解为：“刑法第二百八十五条第三款规定了什么")
    assert "个段落" in line
    assert "毫秒" in line


def test_an_answer_is_copied_as_it_is_read(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, FIRST)
    page.get_by_role("button", name="Copy the answer").click()
    expect(page.locator("#fy-chat .fy-done")).to_have_text("✓ Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "《刑法》第二百八十五条第三款" in copied
    assert "[1] 《刑法》第二百八十五条第三款" in copied
    for besides in ("Copy the answer", "毫秒", "另检索到"):
        assert besides not in copied
    assert "\\" not in copied


_CLIPBOARD = """async () => {
    const [held] = await navigator.clipboard.read();
    const forms = {};
    for (const type of held.types) forms[type] = await (await held.getType(type)).text();
    return forms;
}"""
_CHOOSE = """() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('#fy-chat .fy-answer'));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand('copy');
}"""


def test_what_is_copied_holds_bold_and_lists_and_nothing_of_the_page(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(color_scheme="dark")
    ask(page, FIRST)
    button = page.get_by_role("button", name="Copy the answer")
    button.click()
    expect(page.locator("#fy-chat .fy-done")).to_be_visible()
    forms = [page.evaluate(_CLIPBOARD)]
    page.evaluate(_CHOOSE)  # by hand
    forms.append(page.evaluate(_CLIPBOARD))
    expect(button).to_be_visible()
    # a page served without encryption has no clipboard of this kind
    page.evaluate("() => { Clipboard.prototype.write = undefined; return navigator.clipboard.writeText(''); }")
    button.click()
    expect(page.locator("#fy-chat .fy-done")).to_be_visible()
    forms.append(page.evaluate(_CLIPBOARD))
    for copied in forms:
        rich, plain = copied["text/html"], copied["text/plain"]
        assert "<strong>" in rich
        assert "<li" in rich
        for words in ("《刑法》第二百八十五条第三款", "[1]", "情节严重"):
            assert words in rich
            assert words in plain
        for besides in ("style=", "class=", "href", "127.0.0.1", "毫秒", "另检索到", "Copy the answer"):
            assert besides not in rich, besides
