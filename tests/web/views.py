"""The views of the page as a reader opens them; the tests and the pictures go through whatever tabs there are."""

from dataclasses import dataclass

from playwright.sync_api import Page

# nothing has changed for a while, and nothing moves
_SETTLED = """() => new Promise(resolve => {
    const still = () => document.getAnimations().some(a => a.playState === 'running') ? again() : done();
    let timer = setTimeout(still, 400);
    const again = () => { clearTimeout(timer); timer = setTimeout(still, 400); };
    const seen = new MutationObserver(again);
    const done = () => { seen.disconnect(); resolve(); };
    seen.observe(document.body, {childList: true, subtree: true, attributes: true});
})"""


@dataclass(frozen=True)
class View:
    """A tab.

    :param key: Its id, such as `documents`.
    :param name: What stands on it.
    """

    key: str
    name: str


def views(page: Page) -> list[View]:
    """Return the tabs of the page in their order."""
    page.wait_for_selector("#fy-tabs [role=tab]")
    tabs = page.locator("#fy-tabs [role=tab]").all()
    return [View(tab.get_attribute("data-tab-id") or "", tab.inner_text().strip()) for tab in tabs]


def open_view(page: Page, key: str) -> None:
    """Open a tab and wait until nothing moves."""
    tab = page.locator(f"#fy-tabs [role=tab][data-tab-id={key}]")
    if not tab.is_visible():  # on a narrow screen some tabs are in a menu
        page.get_by_role("button", name="More tabs").click()
        tab = page.locator(".overflow-dropdown button", has_text=tab.text_content() or key)
    tab.click()
    page.evaluate(_SETTLED)
