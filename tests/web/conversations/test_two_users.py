"""Two users: neither sees, opens, exports, judges or deletes the other's conversations."""

import httpx
from playwright.sync_api import Browser, expect

from retrieval.store.feedback import read_feedback
from tests.web.accounts.people import UsersSite, log_in_on_page
from tests.web.site import ask, key_of
from web.transcripts.store import Conversations

QUESTION = "What does Article 285(3) of the Criminal Law punish?"


def send(client: httpx.Client, event: str, value: str) -> httpx.Response:
    """Fire an event of the list of conversations without a page."""
    config = client.get("/config").json()
    (place,) = (part["id"] for part in config["components"] if part["props"].get("elem_id") == "fy-talks-list")
    found = next(d for d in config["dependencies"] if [place, event] in d["targets"])
    data = ["" for _ in found["inputs"]]
    event_data = {"index": 0, "value": value}
    body = {"data": data, "event_data": event_data, "fn_index": found["id"], "session_hash": "x", "trigger_id": place}
    return client.post("/gradio_api/run/predict", json=body)


def test_each_has_conversations_of_their_own(browser: Browser, users_site: UsersSite) -> None:
    store = Conversations(users_site.site.settings)
    for name in ("anna", "bo"):
        store.forget(name)  # what they asked in other tests
    anna, bo = (browser.new_context(locale="en-US").new_page() for _ in range(2))
    for page, name in ((anna, "anna"), (bo, "bo")):
        page.goto(users_site.site.url)
        log_in_on_page(page, name)
    ask(anna, QUESTION)
    expect(anna.locator(".fy-talk-open")).to_have_count(1)
    key = key_of(anna)
    (message,) = store.read("anna", key).messages

    bo.goto(f"{users_site.site.url}/?c={key}")
    expect(bo.get_by_text("There is no such conversation")).to_be_visible()
    expect(bo.locator(".fy-talks")).to_contain_text("No conversations yet.")
    assert bo.locator("#fy-chat .user-row").count() == 0
    # what the page does not offer is tried as a script would
    with users_site.logged_in("bo") as client:
        for event, value in (("delete", key), ("edit", f"{key} taken"), ("select", key)):
            said = send(client, event, value)
            assert said.status_code == 200
            assert QUESTION not in said.text, event
        for address in (f"/export/{key}.docx", f"/export/{key}.md?message={message.id}"):
            assert client.get(address).status_code == 404
    kept = store.read("anna", key)
    assert (kept.title, len(kept.messages)) == (QUESTION, 1)
    with users_site.logged_in("anna") as client:
        assert QUESTION in send(client, "select", key).text
        assert client.get(f"/export/{key}.docx").status_code == 200
    with users_site.client() as client:
        assert client.get(f"/export/{key}.docx").status_code == 401

    anna.get_by_role("button", name="Helpful", exact=True).click()
    expect(anna.locator(".fy-toast")).to_be_visible()
    assert [row.user for row in read_feedback(users_site.site.settings)] == ["anna"]
    for page in (anna, bo):
        page.context.close()
