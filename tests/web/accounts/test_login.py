"""Logging in and out, over HTTP."""

import httpx
import pytest

from tests.web.accounts.people import PASSWORDS, UsersSite, log_in
from web.accounts.cookie import NAME
from web.accounts.sessions import LASTS_S
from web.accounts.throttle import PER_NAME


def cookie_line(response: httpx.Response) -> str:
    """Return the header that sets the cookie."""
    (line,) = response.headers.get_list("set-cookie")
    return line.lower()


def test_the_cookie_is_out_of_reach(users_site: UsersSite) -> None:
    with users_site.client() as client:
        line = cookie_line(log_in(client, "anna", PASSWORDS["anna"]))
        assert line.startswith(f"{NAME}=1.")
        for part in ("httponly", "samesite=strict", "path=/", f"max-age={LASTS_S}"):
            assert part in line
        assert "secure" not in line
        assert "domain" not in line


def test_behind_https_the_cookie_is_for_https(users_site: UsersSite) -> None:
    """A proxy on this machine says how it was asked."""
    with users_site.client(**{"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}) as client:
        assert "secure" in cookie_line(log_in(client, "anna", PASSWORDS["anna"]))


def test_a_session_that_was_put_into_the_browser_is_not_taken_over(users_site: UsersSite) -> None:
    with users_site.logged_in("bo") as bo, users_site.client() as client:
        planted = bo.cookies[NAME]
        client.cookies.set(NAME, planted)
        response = log_in(client, "anna", PASSWORDS["anna"])
        given = cookie_line(response).partition("=")[2].partition(";")[0]
        assert given != planted.lower()
        client.cookies.clear()
        client.cookies.set(NAME, planted)
        assert log_in(client, "anna", "wrong").status_code == 401


def test_logging_out_voids_the_cookie_everywhere(users_site: UsersSite) -> None:
    with users_site.logged_in("anna") as anna, users_site.client() as thief:
        thief.cookies.set(NAME, anna.cookies[NAME])
        assert thief.get("/api/documents").status_code == 200
        out = anna.post("/logout")
        assert (out.status_code, out.headers["location"]) == (303, "/login")
        assert NAME not in anna.cookies
        assert thief.get("/api/documents").status_code == 401


def test_logging_out_is_not_done_by_a_link(users_site: UsersSite) -> None:
    with users_site.logged_in("anna") as anna:
        assert anna.get("/logout").status_code == 405
        assert anna.get("/api/documents").status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_another_sites_form_is_refused(users_site: UsersSite, origin: str) -> None:
    with users_site.client(Origin=origin) as client:
        assert log_in(client, "anna", PASSWORDS["anna"]).status_code == 403
        assert NAME not in client.cookies
    with users_site.logged_in("anna") as anna:
        assert anna.post("/logout", headers={"Origin": origin}).status_code == 403
        assert anna.get("/api/documents").status_code == 200


def test_the_own_form_is_served(users_site: UsersSite) -> None:
    with users_site.client(Origin=users_site.site.url) as client:
        assert log_in(client, "anna", PASSWORDS["anna"]).status_code == 303


@pytest.mark.parametrize(
    ("goes_on", "location"),
    [
        ("/library?x=1", "/library?x=1"), ("//evil.example", "/"), ("https://evil.example/", "/"), ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"), ("javascript:alert(1)", "/"), ("/login?next=/x", "/"), ("", "/"),
    ],
)  # fmt: skip
def test_a_login_leads_on_within_this_server(users_site: UsersSite, goes_on: str, location: str) -> None:
    with users_site.client() as client:
        assert log_in(client, "anna", PASSWORDS["anna"], next=goes_on).headers["location"] == location
        assert client.get("/login", params={"next": goes_on}).headers["location"] == location


def test_what_is_typed_and_asked_for_is_escaped(users_site: UsersSite) -> None:
    with users_site.client() as client:
        response = log_in(client, '"><script>x', "y", next='/"><script>z')
        assert response.status_code == 401
        assert "<script>" not in response.text
        assert "<script>" not in client.get("/login", params={"next": '/"><script>z', "lang": "<script>"}).text


def test_odd_forms_are_no_errors(users_site: UsersSite) -> None:
    with users_site.client() as client:
        for response in (
            client.post("/login"),
            client.post("/login", json={"name": "anna"}),
            client.post("/login", data={"name": ["anna", "bo"], "password": "x" * 100_000}),
            client.post("/login", files={"name": ("a.txt", b"anna"), "password": ("b.txt", b"x")}),
            client.post("/login", data={"name": "\x00\ud7ff", "password": "\x00"}),
        ):
            assert response.status_code in (400, 401)
            assert NAME not in client.cookies


def test_tries_are_throttled_with_a_sentence_in_the_readers_language(users_site: UsersSite) -> None:
    def client_of(address: str) -> httpx.Client:
        return users_site.client(**{"X-Forwarded-For": address, "Accept-Language": "zh-CN"})

    for number in range(PER_NAME):
        with client_of(f"198.51.100.{number}") as client:
            assert log_in(client, "mallory", "wrong").status_code == 401
    with client_of("198.51.100.99") as client:
        held = log_in(client, "mallory", "wrong")
        assert held.status_code == 429
        assert 0 < int(held.headers["retry-after"]) <= 900
        assert "尝试次数过多" in held.text
        assert log_in(client, "anna", PASSWORDS["anna"]).status_code == 303
