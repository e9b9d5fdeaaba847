"""Whose address counts when a proxy stands in front."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from retrieval.settings import Settings
from web.server import make_server

PUBLIC = "https://fayan.example"


def seen(settings: Settings, peer: str) -> tuple[str, str]:
    """Return the client's address and the scheme that the app sees of a forwarded request."""
    found = []

    async def app(scope: dict, receive: object, send: object) -> None:
        found.append((scope["client"][0], scope["scheme"]))

    config = make_server(app, settings).config
    config.load()
    headers = [(b"x-forwarded-for", b"203.0.113.7"), (b"x-forwarded-proto", b"https")]
    scope = {"type": "http", "scheme": "http", "client": (peer, 4000), "headers": headers}
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests has a running loop in this thread
        apart.submit(asyncio.run, config.loaded_app(scope, None, None)).result()
    return found[0]


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1"])
def test_the_proxy_on_this_machine_is_believed(peer: str) -> None:
    assert seen(Settings(public_url=PUBLIC), peer) == ("203.0.113.7", "https")


@pytest.mark.parametrize(("public_url", "peer"), [(None, "127.0.0.1"), (None, "192.0.2.9"), (PUBLIC, "192.0.2.9")])
def test_nobody_else_is(public_url: str | None, peer: str) -> None:
    assert seen(Settings(public_url=public_url), peer) == (peer, "http")


def test_a_proxy_on_another_machine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "192.0.2.9")
    assert seen(Settings(public_url=PUBLIC), "192.0.2.9") == ("203.0.113.7", "https")
    assert seen(Settings(public_url=PUBLIC), "192.0.2.10") == ("192.0.2.10", "http")
