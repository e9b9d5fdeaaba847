"""The library in a real browser."""

import re

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from retrieval.index import Index
from tests.support import SMALL
from tests.web.site import Site, ask, foreign_requests, keep_screenshot, open_page, open_window, stored_in_browser
from web.library.links import library_link

ROWS = ".fy-lib-table tbody tr"


def open_library(page: Page, site: Site, address: str = "/?view=library") -> Page:
    page.goto(site.url + address)
    page.wait_for_selector(".fy-lib-table, .fy-authority")
    return page


def test_search_filter_and_sort(page: Page) -> None:
    page.get_by_role("tab", name="Library").click()
    expect(page.locator(ROWS)).to_have_count(len(SMALL))
    expect(page).to_have_url(re.compile(r"/\?view=library$"))
    page.get_by_role("searchbox", name="Search").fill("专门用于侵入")
    expect(page.locator(".fy-hits mark").first).to_have_text("专门用于侵入")
    page.reload()
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("专门用于侵入")
    expect(page.locator(".fy-hits mark").first).to_have_text("专门用于侵入")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(ROWS)).to_have_count(len(SMALL))
    expect(page).to_have_url(re.compile(r"/\?view=library$"))
    page.locator(".fy-pick", has_text="Statute").click()
    expect(page.locator(ROWS)).to_have_count(3)
    page.get_by_label("In force on").fill("2020-01-01")
    expect(page.locator(ROWS)).to_have_count(2)
    expect(page.locator(ROWS).filter(has_text="2016 text")).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    head = page.get_by_role("columnheader", name="Effective")
    for order in ("ascending", "descending"):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", order)
    days = [text for text in page.locator("td.fy-col-effective").all_inner_texts() if text]
    assert days == sorted(days, reverse=True)


def test_the_criminal_law_its_article_and_back(window: Page, site: Site) -> None:
    page = open_library(window, site)
    page.get_by_role("searchbox", name="Search").fill("PRC Criminal Law")
    expect(page.locator(ROWS).first).to_contain_text("中华人民共和国刑法")
    page.get_by_role("link", name="Criminal Law of the People's Republic of China").click()
    expect(page.locator(".fy-art")).to_have_count(505)
    page.get_by_label("Go to article").fill("285(3)")
    page.get_by_label("Go to article").press("Enter")
    target = page.locator(".fy-line.fy-target")
    expect(target).to_have_count(2)
    expect(target.filter(has_text="提供专门用于侵入")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("paragraph=3"))
    page.get_by_label("Go to article").fill("第二百八十六条之一")
    page.get_by_label("Go to article").press("Enter")
    expect(page.locator(".fy-art.fy-target")).to_have_attribute("data-number", "286-1")
    page.get_by_label("Go to article").fill("999")
    page.get_by_label("Go to article").press("Enter")
    expect(page.locator(".fy-goto [role=alert]")).to_be_visible()
    page.go_back()
    expect(target.first).to_be_in_viewport()
    page.go_back()
    page.go_back()
    expect(page.locator(".fy-list")).to_be_visible()
    assert page.get_by_role("searchbox", name="Search").input_value() == "PRC Criminal Law"
    page.go_forward()
    expect(page.locator(".fy-authority h2")).to_contain_text("Criminal Law")


def test_back_leads_to_the_row_that_was_left(window: Page, site: Site) -> None:
    page = open_library(window, site)
    row = page.locator(".fy-rows-place a.fy-title").nth(3)
    address = row.get_attribute("href") or ""
    row.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fy-authority h2")).to_be_focused()
    page.go_back()
    expect(page.locator(f'.fy-rows-place a.fy-title[href="{address}"]')).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_contents_and_articles_can_be_hit_with_a_finger(window: Page, site: Site, width: int) -> None:
    window.set_viewport_size({"width": width, "height": 800})
    page = open_library(window, site, "/?view=library&authority=criminal-law&article=第二百八十五条")
    if not page.locator(".fy-toc details").evaluate("e => e.open"):
        page.locator(".fy-toc summary").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll('.fy-toc a, .fy-art-head a')].filter(e => e.checkVisibility())
            .map(e => [e.innerText, e.getBoundingClientRect()])
            .filter(([, box]) => box.height && (box.height < 23.9 || box.width < 23.9)).map(([words]) => words)"""
    )
    assert small == []


def test_contents_lead_to_the_chapter(window: Page, site: Site) -> None:
    page = open_library(window, site, library_link("criminal-law"))
    page.locator(".fy-toc a[href='#u-277']").first.click()
    expect(page.locator("#u-277")).to_be_in_viewport()


def test_cites_and_cited_by_lead_to_each_other(window: Page, site: Site) -> None:
    page = open_library(window, site, library_link("criminal-law", "第二百八十五条"))
    page.locator("#u-285 .fy-cited-by").get_by_role("link", name="2011 Computer Crime Interpretation art. 3").click()
    expect(page.locator(".fy-authority h2")).to_contain_text("Computer Information Systems")
    expect(page.locator("#u-3")).to_be_in_viewport()
    page.locator("#u-3 .fy-cites").get_by_role("link", name="Criminal Law art. 285").click()
    expect(page.locator("#u-285")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#u-3")).to_be_in_viewport()


def test_the_versions_of_the_cybersecurity_law(window: Page, site: Site) -> None:
    page = open_library(window, site, library_link("cybersecurity-law"))
    versions = page.locator(".fy-timeline li")
    expect(versions).to_have_count(2)
    expect(versions.nth(0)).to_contain_text("2017-06-01 to 2025-12-31")
    page.locator(".fy-renumbered summary").click()
    page.locator(".fy-renumbered").get_by_role("link", name="art. 27", exact=True).last.click()
    expect(page.locator(".fy-authority h2")).to_contain_text("2016 text")
    expect(page.locator("#u-27")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_link_from_the_address_bar_marks_its_words(window: Page, site: Site, index: Index, language: str) -> None:
    passage = index.passages[f"interpretation-2011-19-computer-systems:3:{language}"]
    page = open_library(window, site, library_link(passage.authority, passage=passage.id, start=5, end=40))
    hit = page.locator("#fy-lib-hit")
    expect(hit).to_be_in_viewport()
    assert hit.evaluate("e => e.textContent") == passage.text[5:40]
    page.reload()
    expect(hit).to_be_in_viewport()


def test_a_link_to_what_is_not_held_says_so(window: Page, site: Site) -> None:
    window.goto(site.url + library_link("no-such-law"))
    expect(window.get_by_role("alert")).to_contain_text("There is no authority “no-such-law”")
    window.get_by_role("link", name="All authorities").click()
    expect(window.locator(ROWS)).to_have_count(len(SMALL))


@pytest.mark.parametrize(("tab", "place"), [("法规库", "#fy-library"), ("案件", "#fy-cases")])
def test_without_a_connection_it_says_so_and_can_be_tried_again(
    browser: Browser, site: Site, tab: str, place: str
) -> None:
    page = open_page(browser, site, 1280, 800, "zh-CN", "light")
    page.context.set_offline(True)
    page.get_by_role("tab", name=tab).click()
    view = page.locator(place)
    expect(view.get_by_role("alert")).to_have_text("无法连接法眼：它是否仍在运行？")
    expect(view.get_by_text("正在打开")).to_have_count(0)
    page.context.set_offline(False)
    view.get_by_role("button", name="重试").click()
    expect(view.locator(".fy-table").first).to_be_visible()
    expect(view.get_by_role("alert")).to_have_count(0)
    page.context.close()


def test_only_a_server_that_is_starting_is_asked_again_by_itself(page: Page) -> None:
    """It says when to come back; any other 503 may last."""
    headers = [{"Retry-After": "3"}, {}]

    def answer(route: Route) -> None:
        if headers:
            route.fulfill(status=503, headers=headers.pop(0), json={"error": "The vectors cannot be read."})
        else:
            route.continue_()

    page.route("**/library/**", answer)
    page.get_by_role("tab", name="Library").click()
    view = page.locator("#fy-library")
    expect(view.get_by_role("alert")).to_have_text("The vectors cannot be read.")
    assert headers == []
    view.get_by_role("button", name="Try again").click()
    expect(page.locator(ROWS)).to_have_count(len(SMALL))


def test_the_tabs_remember_where_they_were(window: Page, site: Site) -> None:
    page = open_library(window, site, library_link("cybersecurity-law", "第二十九条"))
    page.get_by_role("tab", name="Ask").click()
    expect(page.locator("#fy-box textarea")).to_be_visible()
    page.get_by_role("tab", name="Library").click()
    expect(page.locator("#u-29")).to_be_visible()
    page.go_back()
    expect(page.locator("#fy-box textarea")).to_be_visible()


@pytest.mark.parametrize(("width", "height", "locale", "scheme"), [
    (1280, 800, "en-US", "light"), (1024, 768, "zh-CN", "dark"), (390, 844, "zh-CN", "light"), (390, 844, "en-US", "dark"),
])  # fmt: skip
def test_screens(browser: Browser, site: Site, width: int, height: int, locale: str, scheme: str) -> None:
    page = open_window(browser, width, height, locale, scheme)
    seen, errors = foreign_requests(page, site), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_library(page, site)
    keep_screenshot(page, f"library-{width}-{locale}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    words = "所收文本" if locale == "zh-CN" else "Text held"
    assert words in page.locator(".fy-lib-table").evaluate("e => e.innerText + e.outerHTML")
    open_library(page, site, library_link("criminal-law", "第二百八十五条", 3))
    expect(page.locator(".fy-line.fy-target").first).to_be_in_viewport()
    keep_screenshot(page, f"authority-{width}-{locale}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = [page.locator("#u-285 .fy-column").nth(at).bounding_box() for at in (0, 1)]
    assert boxes[0] is not None
    assert boxes[1] is not None
    beside = boxes[1]["x"] > boxes[0]["x"] + 100
    assert beside == (width > 767)
    assert seen == errors == []
    assert "刑法" not in stored_in_browser(page)
    page.context.close()


def test_an_added_document_is_in_the_library_as_text(window: Page, site: Site, client: httpx.Client) -> None:
    evil = "Heron clause\n\nThe heron clause says <script>window.hacked = 1</script> <img src=x onerror='window.hacked = 1'> 3~5年."
    added = client.post("/api/documents", files={"file": ("heron.txt", evil.encode())}).json()
    try:
        page = open_library(window, site)
        page.get_by_role("searchbox", name="Search").fill("heron clause says")
        expect(page.locator(ROWS)).to_have_count(1)
        page.locator(".fy-hits a").click()
        expect(page.locator("#fy-lib-hit")).to_have_text("heron clause says")
        expect(page.locator(".fy-authority")).to_contain_text("<script>window.hacked = 1</script>")
        assert page.locator(".fy-authority :is(script, img)").count() == 0
        assert page.evaluate("window.hacked") is None
    finally:
        client.delete(f"/api/documents/{added['id']}")
    assert client.get(f"/library/authorities/{added['id']}").status_code == 404


@pytest.mark.parametrize(("method", "path", "body", "status"), [
    ("POST", "/library/rows", {"status": "nonsense"}, 400), ("POST", "/library/rows", {"kinds": "nonsense"}, 400),
    ("POST", "/library/rows", {"day": "2020-13-01"}, 400), ("POST", "/library/rows", {"sort": "nonsense", "query": "\0"}, 200),
    ("GET", "/library/authorities/criminal-law?start=9999999999999&end=x&paragraph=-1&passage=%00", None, 200),
    ("GET", "/library/authorities/nothing", None, 404), ("GET", "/library/nothing", None, 404), ("GET", "/library/rows", None, 405),
    ("GET", "/cases/rows?width=99999999&year=%00&sort=nonsense", None, 200), ("GET", "/cases/rows?width=-5", None, 200),
    ("GET", "/cases/nothing", None, 404),
])  # fmt: skip
def test_odd_requests(client: httpx.Client, method: str, path: str, body: dict[str, str] | None, status: int) -> None:
    answer = client.request(method, path, data=body)
    assert answer.status_code == status
    if status >= 400:
        assert answer.json()["error"].endswith(".")


def test_what_was_searched_is_not_kept(client: httpx.Client) -> None:
    assert client.post("/library/rows", data={"query": "x"}).headers["cache-control"] == "no-store"
    assert client.get("/library/bar", headers={"Host": "evil.example"}).status_code == 403


def test_the_panel_opens_the_library_at_the_quoted_words(page: Page) -> None:
    ask(
        page, "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"
    )
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    quote = page.locator("#fy-panel #hit").first.evaluate("e => e.textContent")
    page.locator("#fy-panel .fy-library").click()
    expect(page.locator("#fy-lib-hit")).to_be_in_viewport()
    marked = page.locator(".fy-authority mark").all_inner_texts()
    assert "".join(marked) == quote.replace("\n", "")
    page.go_back()
    expect(page.locator("#fy-chat .fy-answer")).to_be_visible()
