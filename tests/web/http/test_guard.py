"""What stands before every route."""

import httpx
import pytest

from tests.web.site import Site
from web.http.guard import Guard


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/nothing", "/v1/models", "/theme.css"])
def test_every_answer_has_the_security_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:7860", "127.0.0.1.evil.example", "[::", "10.0.0.1", "localhost@evil.example:1", ""],
)
@pytest.mark.parametrize("path", ["/", "/healthz", "/gradio_api/info"])
def test_a_foreign_host_name_is_refused(client: httpx.Client, host: str, path: str) -> None:
    response = client.get(path, headers={"Host": host})
    assert response.status_code in (400, 403)  # an empty one is no HTTP at all


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST", "localhost."])
def test_the_names_of_this_machine_are_served(client: httpx.Client, site: Site, name: str) -> None:
    assert client.get("/healthz", headers={"Host": f"{name}:{site.settings.port}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}, {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"}, {"Origin": ""},
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/login"),
        ("POST", "/logout"),
        ("POST", "/api/chat"),
        ("DELETE", "/api/documents/x"),
        ("POST", "/gradio_api/queue/join"),
    ],
)
def test_another_sites_page_is_refused(client: httpx.Client, headers: dict, method: str, path: str) -> None:
    response = client.request(method, path, headers=headers)
    assert response.status_code == 403
    assert response.json() == {"error": "Requests from another site's pages are not served."}


@pytest.mark.parametrize("origin", ["http://127.0.0.1:1", "http://localhost:3000", "null"])
@pytest.mark.parametrize("path", ["/config", "/gradio_api/info", "/api/documents"])
def test_another_ports_page_may_not_even_read(client: httpx.Client, origin: str, path: str) -> None:
    response = client.get(path, headers={"Origin": origin})
    assert response.status_code == 403
    assert "access-control-allow-origin" not in response.headers


def test_the_own_page_is_served(client: httpx.Client, site: Site) -> None:
    headers = {"Origin": site.url, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/api/search", json={"query": "刑法", "k": 1}, headers=headers).status_code == 200


async def _nothing(*_: object) -> None:
    """Be an app that does nothing."""


@pytest.mark.parametrize(
    ("listening", "host", "served"),
    [
        ("127.0.0.1", "192.168.0.7:7860", False), ("192.168.0.7", "192.168.0.7:7860", True), ("0.0.0.0", "192.168.0.7", True),
        ("MyBox", "mybox:7860", True), ("0.0.0.0", "evil.example", False), ("::", "[fe80::1]:7860", True), ("fayan.example", "fayan.example", True),
    ],
)  # fmt: skip
def test_addresses_are_served_only_where_it_listens(listening: str, host: str, served: bool) -> None:
    assert Guard(_nothing, listening)._is_own(host) is served


@pytest.mark.parametrize(("path", "limit"), [("/api/chat", 1), ("/gradio_api/queue/join", 8)])
def test_the_limit_that_a_body_exceeds_is_named(client: httpx.Client, path: str, limit: int) -> None:
    response = client.post(path, content=b"x" * (limit * 1024**2 + 1))
    assert response.status_code == 413
    assert f"larger than {limit} MB" in response.text


def test_the_name_of_a_proxy_is_served() -> None:
    assert Guard(_nothing, "127.0.0.1", "fayan.example")._is_own("fayan.example")
    assert not Guard(_nothing, "127.0.0.1", "fayan.example")._is_own("evil.example")
