"""Nothing of the app is reached without a login: every route, Gradio's included."""

import http.client
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.routing import BaseRoute, Mount

from retrieval.settings import Settings
from tests.web.accounts.people import UsersSite, log_in
from web.accounts.accounts import Accounts
from web.accounts.cookie import NAME
from web.application import application
from web.engine import Engine

OPEN = {"/login", "/healthz"}
_PARAMETER = re.compile(r"\{[^}]*\}")


def _paths(routes: Iterable[BaseRoute], before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the methods and paths of routes, those within mounts and routers too."""
    for route in routes:
        inner = getattr(route, "routes", None) or getattr(getattr(route, "original_router", None), "routes", None)
        path = before + (getattr(route, "path", "") or "")
        if inner:
            prefix = getattr(getattr(route, "include_context", None), "prefix", "") or ""
            yield from _paths(inner, path if isinstance(route, Mount) else before + prefix)
        for method in getattr(route, "methods", None) or ():
            yield method, path


@pytest.fixture(scope="module")
def every_route(users_site: UsersSite) -> set[tuple[str, str]]:
    """The methods and paths of the whole app."""
    own = users_site.site.settings
    assert own.users_file
    app = application(Engine(own), own, Accounts(own.users_file, own.data_dir))
    return {(method, _PARAMETER.sub("x", path) or "/") for method, path in _paths(app.routes)}


def test_no_route_answers_a_stranger(users_site: UsersSite, every_route: set[tuple[str, str]]) -> None:
    paths = {path for _, path in every_route}
    assert {"/", "/config", "/theme.css", "/gradio_api/queue/join", "/gradio_api/upload", "/gradio_api/file=x"} <= paths
    assert {"/api/search", "/api/chat", "/v1/chat/completions", "/api/documents", "/logout", "/login"} <= paths
    assert len(paths) > 60
    answered = []
    with users_site.client() as stranger:
        for method, path in sorted(every_route):
            if path in OPEN:
                continue
            response = stranger.request(method, path)
            to_login = response.status_code == 303 and response.headers["location"].startswith("/login")
            if not (to_login or response.status_code == 401):
                answered.append((method, path, response.status_code))
    assert answered == []


@pytest.mark.parametrize(
    "path",
    [
        "/login/",
        "//",
        "/Login",
        "/login/../config",
        "/healthz/",
        "/healthz/../config",
        "/%2e/config",
        "//login",
        "/login;x",
        "/login%2fx",
    ],
)
def test_no_way_around_by_another_spelling(users_site: UsersSite, path: str) -> None:
    with users_site.client() as stranger:
        response = stranger.get(httpx.URL(users_site.site.url).copy_with(raw_path=path.encode()))
        assert response.status_code in (401, 303)


def test_health_tells_a_stranger_the_status_alone(users_site: UsersSite) -> None:
    with users_site.client() as stranger, users_site.token_client("anna") as anna:
        assert stranger.get("/healthz").json() == {"status": "ok"}
        assert anna.get("/healthz").json()["passages"] > 0


def test_pages_lead_to_the_login_and_routes_say_so(users_site: UsersSite) -> None:
    with users_site.client() as stranger:
        page = stranger.get("/library/criminal-law?article=285", headers={"Accept": "text/html,*/*"})
        assert page.status_code == 303
        assert page.headers["location"] == "/login?next=%2Flibrary%2Fcriminal-law%3Farticle%3D285"
        for path in ("/api/documents", "/api/nothing", "/gradio_api/info", "/config"):
            response = stranger.get(path, headers={"Accept": "application/json"})
            assert response.status_code == 401
            assert response.json()["error"].endswith(".")
        openai = stranger.post("/v1/chat/completions", json={})
        assert openai.status_code == 401
        assert openai.json()["error"]["type"] == "invalid_request_error"
        assert "content-security-policy" in openai.headers


def test_a_link_from_another_site_is_asked_for_once_more_from_here(users_site: UsersSite) -> None:
    """The cookie does not come along from another site, and nobody should have to log in twice for that."""
    with users_site.client() as stranger:
        headers = {"Accept": "text/html", "Sec-Fetch-Site": "cross-site"}
        first = stranger.get('/library?q="><script>', headers=headers)
        assert first.status_code == 200
        assert "<script>" not in first.text
        assert "url=/library?q=" in first.text
        assert stranger.get("/library", headers={**headers, "Sec-Fetch-Site": "same-origin"}).status_code == 303


@pytest.mark.parametrize("site", ["cross-site", "same-origin"])
def test_no_link_leads_from_here_to_another_site(users_site: UsersSite, site: str) -> None:
    """A browser takes //evil.example/ for another server; httpx would too, so the path goes out as it is."""
    address = urlsplit(users_site.site.url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
    connection.request("GET", "//evil.example/phish", headers={"Accept": "text/html", "Sec-Fetch-Site": site})
    answer = connection.getresponse()
    assert "evil.example" not in answer.read().decode()
    assert "evil.example" not in (answer.headers["Location"] or "")
    connection.close()


def test_a_token_opens_the_routes_and_nothing_else(users_site: UsersSite) -> None:
    with users_site.token_client("anna") as anna:
        assert anna.get("/v1/models").status_code == 200
        assert anna.post("/api/search", json={"query": "刑法第二百八十五条", "k": 1}).status_code == 200
        assert anna.get("/config").status_code == 401
        assert anna.post("/gradio_api/queue/join").status_code == 401
    wrong = users_site.tokens["anna"][:-1] + ("A" if users_site.tokens["anna"][-1] != "A" else "B")
    for header in (
        f"Bearer {wrong}",
        "Bearer ",
        "Bearer",
        f"Basic {users_site.tokens['anna']}",
        users_site.tokens["anna"],
    ):
        with users_site.client(Authorization=header.strip()) as stranger:
            response = stranger.get("/v1/models")
            assert response.status_code == 401
            assert response.headers["www-authenticate"] == "Bearer"


def test_a_wrong_token_is_not_made_up_for_by_a_session(users_site: UsersSite) -> None:
    with users_site.logged_in("anna") as anna:
        assert anna.get("/api/documents").status_code == 200
        assert anna.get("/api/documents", headers={"Authorization": "Bearer no"}).status_code == 401


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_session_serves_this_servers_own_pages_only(users_site: UsersSite, site: str) -> None:
    with users_site.logged_in("anna") as anna:
        assert anna.get("/config").status_code == 200
        assert anna.get("/config", headers={"Sec-Fetch-Site": site}).status_code == 401
        assert anna.get("/config", headers={"Origin": "http://localhost:3000"}).status_code == 403
        assert (
            anna.post("/api/search", json={"query": "刑法"}, headers={"Origin": "http://x.example"}).status_code == 403
        )


def test_what_a_user_saw_stays_in_no_cache(users_site: UsersSite) -> None:
    with users_site.logged_in("anna") as anna:
        for path in ("/", "/config", "/api/documents", "/theme.css"):
            assert anna.get(path).headers["cache-control"] == "no-store", path


def test_a_scope_cannot_be_named_from_outside(users_site: UsersSite) -> None:
    with users_site.client(**{"fayan.user": "anna", "X-Fayan-User": "anna", "Remote-User": "anna"}) as stranger:
        assert stranger.get("/api/documents").status_code == 401


def test_without_users_there_is_no_login(client: httpx.Client, settings: Settings) -> None:
    assert settings.users_file is None
    for response in (client.get("/login"), log_in(client, "anna", "correct horse"), client.post("/logout")):
        assert response.status_code == 404
        assert NAME not in client.cookies


@pytest.mark.parametrize(
    ("headers", "sentence"),
    [
        ({"Accept-Language": "zh-CN,zh;q=0.9"}, "请先在 /login 登录。"),
        ({"Accept-Language": "zh-CN", "Cookie": "fayan_language=en"}, "Please log in at /login first."),
        ({}, "Please log in at /login first."),
    ],
)
def test_what_a_page_shows_of_a_login_that_is_over_is_in_its_language(
    users_site: UsersSite, headers: dict[str, str], sentence: str
) -> None:
    with users_site.client(**headers) as client:
        answer = client.get("/library/bar?language=zh")
        assert (answer.status_code, answer.json()) == (401, {"error": sentence})
