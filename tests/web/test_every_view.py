"""Every tab, in both languages, light and dark, on three widths: nothing sticks out, nothing shuts a reader out."""

from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from tests.web.site import Site, ask, foreign_requests, keep_screenshot, open_page, stored_in_browser
from tests.web.views import open_view, views

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
GRAVE = {"serious", "critical"}
QUESTION = {
    "en-US": "What does Article 285(3) of the Criminal Law punish?",
    "zh-CN": "刑法第二百八十五条第三款规定了什么？",
}


def faults(page: Page) -> list[str]:
    """Return what axe-core finds grave, with the first element at fault."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{v['id']}: {v['help']}: {v['nodes'][0]['html']}: {v['nodes'][0]['failureSummary']}"
        for v in found
        if v["impact"] in GRAVE
    ]


# contrast is the scheme's, breadth the language's: two of the four have every one of each
@pytest.mark.parametrize(("locale", "scheme"), [("en-US", "light"), ("zh-CN", "dark")])
def test_every_view_is_open_to_everybody_and_fits(browser: Browser, site: Site, locale: str, scheme: str) -> None:
    page = open_page(browser, site, 1280, 800, locale, scheme)
    seen = foreign_requests(page, site)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    assert faults(page) == []  # before anything was asked
    ask(page, QUESTION[locale])
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    page.wait_for_selector("#hit")
    ask(page, "How do I bake sourdough bread at home?")
    page.locator("#fy-controls > button").click()
    for view in views(page):
        for width, height in ((1280, 800), (1024, 768), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            open_view(page, view.key)
            keep_screenshot(page, f"{view.key}-{locale[:2]}-{scheme}-{width}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (view, width)
            if width != 1024:
                assert faults(page) == [], (view, width)
        page.set_viewport_size({"width": 1280, "height": 800})
    assert seen == []
    assert errors == []
    stored = stored_in_browser(page)
    assert QUESTION[locale][:12] not in stored
    assert "sourdough" not in stored
    page.context.close()
