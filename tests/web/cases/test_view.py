"""The cases in a real browser."""

import csv
import io

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.site import Site, foreign_requests, keep_screenshot, open_window

ROWS = ".fy-case-table tbody tr"
HELD = 3  # of the small corpus: Zhu, Wang Lijun, Ruan


def open_cases(page: Page, site: Site, address: str = "/?view=cases") -> Page:
    page.goto(site.url + address)
    page.wait_for_selector(".fy-cases .fy-count")
    return page


def test_filters_act_on_table_plots_and_file(page: Page, site: Site, client: httpx.Client) -> None:
    page.get_by_role("tab", name="Cases").click()
    expect(page.locator(ROWS)).to_have_count(HELD)
    page.get_by_role("combobox", name="Charge", exact=True).select_option(label="art. 286-1")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS)).to_contain_text("Zhu case (Jingzhou)")
    expect(page.locator(".fy-count [role=status]")).to_contain_text("1 of 3")
    address = page.get_by_role("link", name="Download as CSV").get_attribute("href") or ""
    rows = list(csv.reader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["zhu-jingzhou-2018-150"]
    page.get_by_role("combobox", name="Charge", exact=True).select_option(label="none or not known")
    expect(page.locator(ROWS)).to_have_count(2)
    page.get_by_role("link", name="Plots").click()
    expect(page.locator(".fy-cases-scatter figcaption")).to_contain_text("0 of the 2 criminal cases")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".fy-cases-scatter figcaption")).to_contain_text("1 of the 3 criminal cases")


def test_the_file_is_downloaded_at_the_first_click(window: Page, site: Site) -> None:
    page = open_cases(window, site)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download as CSV").click()
    content = waiting.value.path().read_bytes()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    shown = [link.get_attribute("href") for link in page.locator(f"{ROWS} a.fy-title").all()]
    assert [f"/?view=library&authority={row[0]}" for row in rows[1:]] == shown


def test_sorting(window: Page, site: Site) -> None:
    page = open_cases(window, site)
    head = page.get_by_role("columnheader", name="Amounts")
    for order, first in (("ascending", "Ruan"), ("descending", "Zhu")):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", order)
        expect(page.locator(ROWS).first).to_contain_text(first)


def test_a_point_opens_its_brief_by_mouse_and_keyboard(window: Page, site: Site) -> None:
    page = open_cases(window, site, "/?view=cases&show=plots")
    point = page.locator(".fy-cases-scatter svg.fy-plot a.fy-mark")
    expect(point).to_have_count(1)
    point.click()
    expect(page.locator(".fy-authority h2")).to_contain_text("Zhu case")
    page.go_back()
    expect(point).to_be_visible()
    point.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fy-authority .fy-case")).to_contain_text("1,741,620")
    page.go_back()
    page.locator(".fy-points summary").click()
    page.locator(".fy-points a").click()
    expect(page.locator(".fy-authority h2")).to_contain_text("Zhu case")


def test_the_articles_figures_stand_apart(window: Page, site: Site) -> None:
    page = open_cases(window, site, "/?view=cases&show=plots")
    aside = page.get_by_role("complementary")
    for figure in ("52", "90", "53.85%"):
        expect(aside).to_contain_text(figure)
    aside.get_by_role("link", name="53.85%").click()
    expect(page.locator(".fy-art.fy-target")).to_contain_text("53.85%")


@pytest.mark.parametrize(("width", "height", "locale", "scheme"), [
    (1280, 800, "zh-CN", "light"), (1024, 768, "en-US", "dark"), (390, 844, "zh-CN", "dark"), (390, 844, "en-US", "light"),
])  # fmt: skip
def test_screens(browser: Browser, site: Site, width: int, height: int, locale: str, scheme: str) -> None:
    page = open_window(browser, width, height, locale, scheme)
    seen, errors = foreign_requests(page, site), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_cases(page, site)
    expect(page.locator(ROWS)).to_have_count(HELD)
    keep_screenshot(page, f"cases-{width}-{locale}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    open_cases(page, site, "/?view=cases&show=plots")
    plot = page.locator(".fy-cases-scatter svg.fy-plot").bounding_box()
    assert plot is not None
    assert plot["x"] >= 0
    assert plot["x"] + plot["width"] <= width
    keep_screenshot(page, f"plots-{width}-{locale}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    words = "金额与刑期" if locale == "zh-CN" else "Term against amount"
    expect(page.locator(".fy-cases-scatter h3")).to_contain_text(words)
    assert seen == errors == []
    page.context.close()
