"""Make the pictures of the documentation: `python -m tests.web.pictures`, or `make pictures`.

Starts the app on a copy of the index, asks in both languages and takes a picture of every tab.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

from retrieval.settings import ROOT, Settings
from retrieval.store.database import connect, transaction
from tests.web.site import CHROMIUM, CHROMIUM_ARGUMENTS, PATIENCE_S, Site, ask, free_port, open_page, start_app
from tests.web.views import open_view, views

DOCS = ROOT / "docs"
WIDTH, HEIGHT = 1280, 800
PHONE_WIDTH, PHONE_HEIGHT = 390, 844
QUESTIONS = {
    "en": (
        "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?",
        "I sold VPN accounts: receipts 30,000 yuan, server rental 12,000 yuan. Which threshold of the 2011 Interpretation is reached?",
    ),
    "zh": ("荆州朱某案的罪名经历了哪些变化？", "刑法第二百八十五条第三款规定了什么？"),
}
LOCALES = {"en": "en-US", "zh": "zh-CN"}
MEMO = "# {title}\n\nThe client sold 41 accounts between March and June 2021 and kept no books.\n"
TITLES = ("Note on the interview of 3 May", "Account statement, with the translator's remarks")


@contextmanager
def running_copy() -> Iterator[Site]:
    """Run the app on a copy of the index, so that what is asked here stays out of the developer's own data."""
    own = Settings()
    if not own.database.is_file():
        sys.exit("There is no index: run `python -m ingest` first.")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(own.data_dir, data, ignore=shutil.ignore_patterns("models", "screenshots"))
        (data / "models").symlink_to((own.data_dir / "models").resolve())  # large, and only read
        copied = Settings(data_dir=data, corpus_dir=own.corpus_dir, port=free_port())
        forget(copied)
        with start_app(copied) as site:
            yield site


def forget(settings: Settings) -> None:
    """Delete what the developer asked and added: it is nothing for a picture."""
    with closing(connect(settings.database)) as connection, transaction(connection):
        for table in ("conversations", "documents"):
            connection.execute(f"DELETE FROM {table}")


def prepare(site: Site) -> None:
    """Add what is to be seen in the documents' tab."""
    with httpx.Client(base_url=site.url, timeout=PATIENCE_S) as client:
        for title in TITLES:
            content = MEMO.format(title=title).encode()
            client.post("/api/documents", files={"file": ("note.md", content)}).raise_for_status()


def converse(page: Page, language: str) -> None:
    """Ask, and open the first citation of the last answer."""
    for question in QUESTIONS[language]:
        ask(page, question)
    page.locator("#fy-chat .fy-answer").last.locator("p a[href^='#cite-']").first.click()
    page.wait_for_selector("#hit")
    page.locator("#fy-chat .user-row").last.evaluate("row => row.scrollIntoView({block: 'start'})")


def take(page: Page, name: str) -> None:
    """Write a picture."""
    page.screenshot(path=DOCS / f"{name}.png")
    sys.stdout.write(f"docs/{name}.png\n")


def photograph(browser: Browser, site: Site) -> None:
    """Take a picture of every tab in each language, and of the first one dark and on a phone."""
    for language in QUESTIONS:
        page = open_page(browser, site, WIDTH, HEIGHT, LOCALES[language], "light")
        converse(page, language)
        for view in views(page):
            open_view(page, view.key)
            take(page, f"{view.key}-{language}")
        first = views(page)[0].key
        page.emulate_media(color_scheme="dark")
        open_view(page, first)
        take(page, f"{first}-{language}-dark")
        page.set_viewport_size({"width": PHONE_WIDTH, "height": PHONE_HEIGHT})
        open_view(page, first)
        take(page, f"{first}-{language}-phone")
        page.context.close()


def main() -> None:
    """Make all pictures."""
    with running_copy() as site, sync_playwright() as playwright:
        prepare(site)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        photograph(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
