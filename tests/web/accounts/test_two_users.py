"""Two users: neither sees, finds or removes the other's documents."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.processes import run
from tests.support import environment
from tests.web.accounts.people import UsersSite, log_in_on_page
from tests.web.site import ask, foreign_requests, keep_screenshot, stored_in_browser
from web.accounts.users import read_users, write_users

MEMO = """# Merlin

The Merlin clause says 7,654 yuan for the plover-striped relay servers of Ms Sokolova.
"""
QUESTION = "What does the Merlin clause say?"


@pytest.fixture(scope="module")
def memo(users_site: UsersSite) -> Iterator[str]:
    """The id of a document of anna's."""
    with users_site.token_client("anna") as anna:
        added = anna.post("/api/documents", files={"file": ("memo.md", MEMO.encode())})
        assert added.status_code == 201
        yield added.json()["id"]
        assert anna.delete(f"/api/documents/{added.json()['id']}").status_code == 204


def test_the_owner_finds_it_by_token_and_by_session(users_site: UsersSite, memo: str) -> None:
    for client in (users_site.token_client("anna"), users_site.logged_in("anna")):
        with client as anna:
            assert memo in [d["id"] for d in anna.get("/api/documents").json()["documents"]]
            answer = anna.post("/api/chat", json={"question": QUESTION, "documents": [memo]}).json()
            assert any("7,654 yuan" in c["quote"] for c in answer["citations"])
            found = anna.post("/api/search", json={"query": QUESTION, "kinds": ["document"]}).json()["passages"]
            assert "7,654 yuan" in found[0]["text"]


def test_the_other_does_not(users_site: UsersSite, memo: str) -> None:
    with users_site.token_client("bo") as bo:
        assert bo.get("/api/documents").json() == {"documents": []}
        for more in ({}, {"documents": [memo]}, {"kinds": ["document"]}):
            found = bo.post("/api/search", json={"query": QUESTION, "k": 100, **more}).json()["passages"]
            assert not [p for p in found if p["kind"] == "document"]
            answer = bo.post("/api/chat", json={"question": QUESTION, **more}).text
            assert "7,654" not in answer
            assert memo not in answer
        chat = {"messages": [{"role": "user", "content": QUESTION}]}
        assert "7,654" not in bo.post("/v1/chat/completions", json=chat).text
        assert bo.delete(f"/api/documents/{memo}").status_code == 404
        same = bo.post("/api/documents", files={"file": ("memo.md", MEMO.encode())})
        assert same.status_code == 201
        assert same.json()["id"] != memo
        assert bo.delete(f"/api/documents/{same.json()['id']}").status_code == 204
    with users_site.token_client("anna") as anna:
        assert memo in [d["id"] for d in anna.get("/api/documents").json()["documents"]]


def in_own_documents(page: Page) -> None:
    """Have the page search one's own documents only."""
    page.locator("#fy-controls button.label-wrap").click()
    page.get_by_label(re.compile("My documents only|仅我的文件")).check()


@pytest.mark.parametrize(
    ("locale", "scheme", "width", "words"),
    [
        ("en-US", "light", 1280, "The name or the password is not right."),
        ("zh-CN", "dark", 390, "用户名或密码不正确。"),
    ],
)
def test_in_the_browser_each_asks_as_who_is_logged_in(
    browser: Browser, users_site: UsersSite, memo: str, locale: str, scheme: str, width: int, words: str
) -> None:
    context = browser.new_context(locale=locale, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    seen = foreign_requests(page, users_site.site)
    page.goto(f"{users_site.site.url}/?view=ask")
    assert page.url.endswith("/login?next=%2F%3Fview%3Dask")
    page.fill("#name", "anna")
    page.fill("#password", "wrong password")
    page.click("button")
    expect(page.get_by_role("alert")).to_have_text(words)
    assert page.input_value("#name") == "anna"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    keep_screenshot(page, f"login-{locale}")
    log_in_on_page(page, "anna")
    assert page.url.endswith("/?view=ask")
    expect(page.locator(".fy-user")).to_have_text("anna")
    in_own_documents(page)
    ask(page, QUESTION)  # the answer comes through the queue: whose document is found there?
    expect(page.locator("#fy-chat .fy-answer")).to_contain_text("7,654 yuan")
    keep_screenshot(page, f"logged-in-{locale}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert "fayan-session" not in stored_in_browser(page)  # out of reach of scripts
    page.click(".fy-log-out")
    page.wait_for_selector("#name")
    page.go_back()
    page.wait_for_selector("#name")
    log_in_on_page(page, "bo")
    expect(page.locator(".fy-user")).to_have_text("bo")
    in_own_documents(page)
    page.fill("#fy-box textarea", QUESTION)
    page.press("#fy-box textarea", "Enter")
    expect(page.get_by_role("alert")).to_contain_text(re.compile("You have added no documents|您还没有添加文件"))
    assert "7,654" not in page.locator("body").inner_text()
    assert seen == []
    context.close()


def test_the_login_page_can_be_had_in_the_other_language_and_without_a_script(
    browser: Browser, users_site: UsersSite
) -> None:
    context = browser.new_context(locale="en-US", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{users_site.site.url}/login?next=/api/documents")
    page.click("text=中文")
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    page.fill("#name", "bo")
    page.fill("#password", "battery staple")
    page.click("text=登录 >> nth=-1")
    assert page.url == f"{users_site.site.url}/api/documents"
    context.close()


def test_who_is_removed_with_the_data_leaves_nothing(users_site: UsersSite) -> None:
    with users_site.token_client("bo") as bo:
        added = bo.post(
            "/api/documents", files={"file": ("note.md", MEMO.replace("Merlin", "Kestrel").encode())}
        ).json()
    own = users_site.site.settings
    variables = environment(own, FAYAN_USERS_FILE=str(own.users_file))
    assert own.users_file
    before = read_users(own.users_file)
    ended = run(["-m", "web", "remove-user", "bo", "--with-data"], variables)
    assert "documents 1" in ended.stdout
    with users_site.token_client("bo") as bo:
        assert bo.get("/api/documents").status_code == 401  # at once, without a restart
    write_users(own.users_file, before)
    with users_site.token_client("bo") as bo:
        assert added["id"] not in bo.get("/api/documents").text
