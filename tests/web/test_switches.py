"""The language and the look of the page: as the browser has them, and as the reader switches them."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.site import Site, ask, open_page
from web.texts import page_language

ENGLISH, CHINESE = "New conversation", "新对话"


@pytest.mark.parametrize(
    ("accepted", "chosen", "language"),
    [
        ("zh-CN,zh;q=0.9", None, "zh"), ("en-US,zh;q=0.5", None, "en"), (None, None, "en"), ("zh-CN", "en", "en"),
        ("en", "zh", "zh"), ("zh-TW", "fr", "zh"), ("de", "<script>", "en"),
    ],
)  # fmt: skip
def test_the_choice_comes_before_the_browser(accepted: str | None, chosen: str | None, language: str) -> None:
    assert page_language(accepted, chosen) == language


def test_the_language_is_switched_and_kept(browser: Browser, site: Site) -> None:
    page = open_page(browser, site, 1280, 800, "en-US", "light")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("#fy-new")).to_have_text(CHINESE)  # a label of Gradio's
    expect(page.locator("#fy-foot")).to_contain_text("不构成法律意见")  # one of ours
    expect(page.get_by_role("button", name="English")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    ask(page, "How do I bake sourdough bread at home?")
    page.get_by_role("button", name="修改问题").click()  # rendered by the server
    expect(page.locator("#fy-editing")).to_contain_text("正在修改")
    page.fill("#fy-box textarea", " ")
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-refused")).to_contain_text("请输入问题。")
    assert [(c["name"], c["value"]) for c in page.context.cookies()] == [("fayan_language", "zh")]
    page.reload()
    page.get_by_role("button", name="English").click()
    expect(page.locator("#fy-new")).to_have_text(ENGLISH)
    page.context.close()


def is_dark(page: Page) -> bool:
    """Whether the page is drawn dark."""
    light = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
    return sum(light) < 3 * 128


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_look_follows_the_system_until_it_is_switched(browser: Browser, site: Site, scheme: str) -> None:
    page = open_page(browser, site, 1280, 800, "en-US", scheme)
    other = {"light": "dark", "dark": "light"}[scheme]
    assert is_dark(page) is (scheme == "dark")
    page.emulate_media(color_scheme=other)
    page.wait_for_function("dark => document.body.classList.contains('dark') === dark", arg=other == "dark")
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("button", name="Light or dark").click()
    assert is_dark(page) is (other == "dark")
    page.reload()
    page.wait_for_selector("#fy-box textarea")
    assert is_dark(page) is (other == "dark")
    page.get_by_role("button", name="Light or dark").click()  # back to the system's: nothing is kept
    assert page.context.cookies() == []
    page.context.close()


def test_the_skip_link_leads_to_the_question(page: Page) -> None:
    page.get_by_role("tab", name="Documents").click()
    page.evaluate("document.activeElement.blur()")
    link = page.get_by_role("link", name="Skip to the question")
    link.focus()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#fy-box textarea")).to_be_focused()
