"""The tab of the reader's own documents, in a browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.files import half_scanned_pdf, pdf
from tests.web.site import Site, ask, foreign_requests, key_of, open_controls, open_page, stored_in_browser

NOTE = b"# Heron memorandum\n\nThe Heron escrow of Mr Falk holds 8,765 yuan until the harvest."
QUESTION = "How much does the Heron escrow of Mr Falk hold?"
EVIL = '<img src="http://x.example/p.png" onerror="window.hacked = 1"><script>window.hacked = 1</script>'


def write(path: Path, content: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(content)
    return path


def upload(page: Page, *files: Path) -> list[str]:
    """Add files and wait for what becomes of them; return the lines."""
    page.set_input_files("#fy-documents input[type=file]", files)
    done = page.locator("#fy-documents .fy-uploads li:is(.fy-good, .fy-bad)")
    expect(done).to_have_count(len(files), timeout=120_000)
    return done.all_inner_texts()


@pytest.fixture(autouse=True)
def emptied(client: httpx.Client) -> Iterator[None]:
    """Remove what a test added."""
    yield
    for held in client.get("/api/documents").json()["documents"]:
        client.delete(f"/api/documents/{held['id']}")


@pytest.fixture
def documents(page: Page) -> Page:
    """The page with the documents' tab open."""
    page.get_by_role("tab", name="Documents").click()
    expect(page.locator("#fy-documents")).to_contain_text("No documents yet.")
    return page


def test_a_document_is_added_asked_about_and_removed(documents: Page, site: Site, tmp_path: Path) -> None:
    page = documents
    (line,) = upload(page, write(tmp_path / "heron.md", NOTE))
    assert re.sub(r"\s+", " ", line) == "heron.md ✓ added; passages: 1"
    row = page.locator("#fy-documents tbody tr")
    expect(row).to_contain_text("Heron memorandum")
    expect(row.locator("time")).to_have_text(re.compile(r"\d{4}-\d{2}-\d{2}"))
    expect(row).to_contain_text("ready")
    page.get_by_role("button", name="Ask about it: Heron memorandum").click()
    expect(page.locator("#fy-chosen")).to_contain_text("1 of my documents")
    expect(page).to_have_url(f"{site.url}/")
    expect(page.locator("#fy-box textarea")).to_be_focused()
    ask(page, QUESTION)
    expect(page.locator("#fy-chat .fy-answer")).to_contain_text("8,765 yuan")
    key_of(page)  # a reload comes back to it
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(page.locator("#hit")).to_contain_text("8,765 yuan")
    page.get_by_role("tab", name="Documents").click()
    page.get_by_role("button", name="Remove: Heron memorandum").click()
    expect(page.get_by_role("dialog")).to_contain_text("Remove “Heron memorandum”?")
    page.get_by_role("button", name="Keep it").click()
    expect(row).to_have_count(1)
    page.get_by_role("button", name="Remove: Heron memorandum").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(row).to_have_count(0)
    expect(page.locator("#fy-documents")).to_contain_text("Removed: Heron memorandum")
    page.get_by_role("tab", name="Ask").click()
    page.fill("#fy-box textarea", QUESTION)
    page.press("#fy-box textarea", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("You have added no documents")
    expect(page.locator("#fy-chat .bot-row")).to_have_count(1)


def test_a_removal_is_seen_at_once_and_widens_no_question(documents: Page, tmp_path: Path) -> None:
    page, held = documents, []
    page.route("**/api/documents/doc-*", lambda route: held.append(route))
    crane = b"# Crane memorandum\n\nThe Heron escrow of Mr Falk holds 99 yuan, says Crane."
    upload(page, write(tmp_path / "heron.md", NOTE), write(tmp_path / "crane.md", crane))
    page.get_by_role("button", name="Ask about it: Heron memorandum").click()
    expect(page.locator("#fy-chosen")).to_contain_text("1 of my documents")
    page.get_by_role("tab", name="Documents").click()
    for answer in ("fails", "goes on"):
        page.get_by_role("button", name="Remove: Heron memorandum").click()
        with page.expect_request("**/api/documents/doc-*"):
            page.get_by_role("dialog").get_by_role("button", name="Remove").click()
        row = page.locator("#fy-documents tbody tr", has_text="Heron memorandum")
        expect(row).to_contain_text("being removed")
        assert row.get_by_role("button", disabled=True).count() == 2
        while not held:  # the route's handler runs while the page is waited for
            page.wait_for_timeout(50)
        if answer == "fails":
            held.pop().abort()
            expect(page.locator(".fy-documents-state")).to_contain_text("could not be removed")
            expect(row).to_contain_text("ready")
            assert row.get_by_role("button", disabled=True).count() == 0
        else:
            held.pop().continue_()
            expect(row).to_have_count(0)
    page.get_by_role("tab", name="Ask").click()
    expect(page.locator("#fy-chosen")).to_contain_text("my document that was removed")
    ask(page, QUESTION)
    assert "99 yuan" not in page.locator("#fy-chat .bot-row").inner_text()


def test_a_document_is_known_by_its_title_and_by_its_file_and_says_what_of_it_is_missing(
    documents: Page, tmp_path: Path
) -> None:
    (line,) = upload(
        documents, write(tmp_path / "judgment.pdf", half_scanned_pdf(["He paid 300 yuan."], 1, "Case file"))
    )
    assert "not read because it is a picture: p. 3" in line
    expect(documents.locator("#fy-documents tbody tr")).to_contain_text("not read because it is a picture: p. 3")
    name = documents.locator("#fy-documents tbody th span")
    expect(name).to_have_text(["Case file", "judgment.pdf"])


def test_a_file_that_cannot_be_used_says_why_and_the_others_go_in(documents: Page, tmp_path: Path) -> None:
    lines = upload(
        documents, write(tmp_path / "scan.pdf", pdf([[], []])), write(tmp_path / "note.md", NOTE), write(tmp_path / "large.txt", b"x" * (50 * 2**20 + 1)),
        write(tmp_path / "table.xlsx", b"PK"), write(tmp_path / "again.md", NOTE),
    )  # fmt: skip
    scanned, added, large, table, again = lines
    assert "no text layer" in scanned
    assert "✓" in added
    assert "larger than 50 MB" in large
    assert ".xlsx cannot be read" in table
    assert "there already" in again
    expect(documents.locator("#fy-documents tbody tr")).to_have_count(1)
    documents.get_by_role("button", name="Clear this list").click()
    expect(documents.locator("#fy-documents .fy-uploads")).to_be_hidden()


def test_the_reason_is_in_the_pages_language(browser: Browser, site: Site, tmp_path: Path) -> None:
    page = open_page(browser, site, 1280, 800, "zh-CN", "light")
    page.get_by_role("tab", name="文件").click()
    (line,) = upload(page, write(tmp_path / "空.txt", b""))
    assert "文件“空.txt”无法使用：文件是空的。" in line
    page.context.close()


def test_a_dropped_file_goes_in(documents: Page) -> None:
    data = documents.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'drop.md')); return t; }", NOTE.decode()
    )
    documents.dispatch_event("#fy-documents .fy-drop", "drop", {"dataTransfer": data})
    expect(documents.locator("#fy-documents tbody tr")).to_contain_text("Heron memorandum")


def test_hostile_names_and_titles_stay_text(documents: Page, site: Site, tmp_path: Path) -> None:
    page = documents
    seen = foreign_requests(page, site)
    upload(
        page,
        write(tmp_path / f"{EVIL.replace('/', '_')}.md", f"# {EVIL}\n\nThe Lapwing text.".encode()),
        write(tmp_path / "x<b>.exe", b"MZ"),
    )
    title = page.locator("#fy-documents tbody .fy-document-title")
    expect(title).to_have_text(EVIL)
    assert page.locator("#fy-documents :is(img, script, b)").count() == 0
    page.get_by_role("button", name="Remove:").click()
    expect(page.get_by_role("dialog")).to_contain_text(EVIL)
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Ask about it").click()
    ask(page, "What is the Lapwing text?")
    page.locator("#fy-chat p a[href^='#cite-']").first.click()
    expect(page.locator("#fy-panel .fy-panel-label")).to_contain_text("<script>")
    open_controls(page)
    expect(page.locator("#fy-controls")).to_contain_text("onerror")
    assert page.locator(":is(#fy-panel, #fy-chat, #fy-controls) :is(img, script)").count() == 0
    assert page.evaluate("window.hacked") is None
    assert seen == []


def test_names_and_contents_are_in_no_log_and_in_no_browser(documents: Page, site: Site, tmp_path: Path) -> None:
    upload(
        documents, write(tmp_path / "secret-plover-name.md", NOTE), write(tmp_path / "secret-plover-name.exe", b"MZ")
    )
    log = site.log.read_text(encoding="utf-8")
    stored = stored_in_browser(documents)
    for words in ("plover", "Heron"):
        assert words not in log
        assert words not in stored


def test_a_list_that_cannot_be_loaded_says_so(page: Page) -> None:
    page.route("**/api/documents", lambda route: route.abort())
    page.get_by_role("tab", name="Documents").click()
    expect(page.locator("#fy-documents")).to_contain_text("could not be loaded")
