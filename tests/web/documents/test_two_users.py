"""Two users at the page: an added document is in its owner's tab and library alone, and links to it open for nobody else."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.accounts.people import PASSWORDS, UsersSite
from web.library.links import library_link

TITLE = "Gannet memorandum"
WORDS = "The Gannet escrow of Ms Ibsen holds 6,543 yuan."


@pytest.fixture
def memo(users_site: UsersSite) -> Iterator[str]:
    """The id of a document of anna's."""
    with users_site.token_client("anna") as anna:
        added = anna.post("/api/documents", files={"file": ("gannet.md", f"# {TITLE}\n\n{WORDS}\n".encode())})
        assert added.status_code == 201
        yield added.json()["id"]
        assert anna.delete(f"/api/documents/{added.json()['id']}").status_code == 204


def follow(browser: Browser, users_site: UsersSite, name: str, address: str) -> Page:
    """Follow a link, log in on the way, and return the page that it leads to."""
    page = browser.new_context(locale="en-US").new_page()
    page.goto(f"{users_site.site.url}{address}")
    page.fill("#name", name)
    page.fill("#password", PASSWORDS[name])
    page.press("#password", "Enter")
    expect(page.locator(".fy-user")).to_have_text(name)
    assert page.url == f"{users_site.site.url}{address}"
    return page


@pytest.mark.parametrize(("name", "titles"), [("anna", [TITLE]), ("bo", [])])
def test_the_tab_lists_one_s_own(
    browser: Browser, users_site: UsersSite, memo: str, name: str, titles: list[str]
) -> None:
    page = follow(browser, users_site, name, "/?view=documents")
    expect(page.locator("#fy-documents tbody th")).to_have_text([re.compile(title) for title in titles])
    page.get_by_role("tab", name="Library").click()
    rows = page.locator(".fy-lib-table tbody tr")
    expect(rows.first).to_be_visible()
    expect(rows.filter(has_text=TITLE)).to_have_count(len(titles))
    page.context.close()


def test_a_link_to_it_opens_for_its_owner_alone(browser: Browser, users_site: UsersSite, memo: str) -> None:
    page = follow(browser, users_site, "anna", library_link(memo))
    expect(page.locator(".fy-authority")).to_contain_text(WORDS)
    page.context.close()
    page = follow(browser, users_site, "bo", library_link(memo))
    expect(page.get_by_text(f"There is no authority “{memo}” in the library.")).to_be_visible()
    assert WORDS not in page.locator("body").inner_text()
    page.context.close()
