"""Start the app as its user does, and look at it as a browser does."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, Request, expect

from retrieval.settings import ROOT, Settings
from tests.processes import Running, run
from tests.support import environment

# the same engine without the windows loads a page in little more than half the processor's time
_BROWSERS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
CHROMIUM = next((path for path in _BROWSERS if Path(path).is_file()), _BROWSERS[-1])
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
PATIENCE_S = 120.0  # what hangs longer hangs for ever
SCREENSHOTS = ROOT / "data" / "screenshots"


@dataclass(frozen=True)
class Site:
    """A running app.

    :param log: The file that its output goes to.
    :param first: The statuses of /healthz from the first answer on.
    """

    url: str
    settings: Settings
    log: Path
    first: tuple[int, ...]


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def start_app(settings: Settings, **more: str) -> Iterator[Site]:
    """Start the app and wait until it can answer; end it afterwards.

    :param more: Further variables of its environment.
    """
    log = settings.data_dir / f"app-{settings.port}.log"
    own = environment(settings, FAYAN_PORT=str(settings.port), **more)
    url = f"http://127.0.0.1:{settings.port}"
    log.unlink(missing_ok=True)
    process = Running(["app.py"], own, log)
    try:
        yield Site(url, settings, log, tuple(_wait(url, process, log)))
    finally:
        process.send_signal(signal.SIGINT)
        ended = process.wait(PATIENCE_S)
    assert ended == 130
    assert "Traceback" not in log.read_text(encoding="utf-8")


def _wait(url: str, process: Running, log: Path) -> Iterator[int]:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        try:
            status = httpx.get(f"{url}/healthz", timeout=PATIENCE_S).status_code
        except httpx.TransportError:
            time.sleep(0.1)
            continue
        yield status
        if status == 200:
            return
        time.sleep(0.1)
    raise AssertionError(f"the app did not start: {log.read_text(encoding='utf-8')}")


def run_app(settings: Settings, **more: str) -> subprocess.CompletedProcess[str]:
    """Start an app that is to end by itself."""
    own = environment(settings, **({"FAYAN_PORT": str(settings.port)} | more))
    return run(["app.py"], own, timeout=PATIENCE_S)


def foreign_requests(page: Page, site: Site) -> list[str]:
    """Return a list that every request to another place than the app is written to."""
    seen: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((site.url, "data:", "blob:")):
            seen.append(request.url)

    page.on("request", note)
    return seen


def ask(page: Page, question: str) -> None:
    """Type a question and wait for the end of its answer."""
    answered = page.locator("#fy-chat .fy-sources, #fy-chat .fy-decline").count()
    page.fill("#fy-box textarea", question)
    page.press("#fy-box textarea", "Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('#fy-chat .fy-sources, #fy-chat .fy-decline').length > n", arg=answered
    )
    page.wait_for_selector("#fy-box .submit-button")


def open_controls(page: Page) -> None:
    """Open what lies below the box, and wait until it keeps what is typed.

    A frame after it is drawn for the first time, Gradio sets everything in it to its first value once more.
    """
    page.get_by_role("button", name="Date, sources, documents, language").click()
    page.wait_for_selector("#fy-as-of input")
    page.evaluate("async () => { for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame) }")


def key_of(page: Page) -> str:
    """Return the id of the conversation that the address names."""
    expect(page).to_have_url(re.compile(r"[?&]c=[0-9a-f]{16}"))  # the address follows the answer by a moment
    return page.url.partition("c=")[2]


def stored_in_browser(page: Page) -> str:
    """Return everything that the page has put into the browser's storage."""
    return page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")


def open_window(browser: Browser, width: int, height: int, locale: str, scheme: str) -> Page:
    """Open an empty window."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale=locale, color_scheme=scheme)
    return context.new_page()


def open_page(browser: Browser, site: Site, width: int, height: int, locale: str, scheme: str) -> Page:
    """Open the chat page in a window of its own."""
    page = open_window(browser, width, height, locale, scheme)
    page.goto(site.url)
    page.wait_for_selector("#fy-box textarea")
    return page


def keep_screenshot(page: Page, name: str) -> None:
    """Keep a picture of the page beside the data."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=os.fspath(SCREENSHOTS / f"{name}.png"))
