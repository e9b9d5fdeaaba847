"""Two users of a running app, and how they come in."""

from dataclasses import dataclass

import httpx
import pytest
from playwright.sync_api import Page

from tests.web.site import PATIENCE_S, Site
from web.accounts import secrets
from web.accounts.cookie import NAME

PASSWORDS = {"anna": "correct horse", "bo": "battery staple"}


@dataclass(frozen=True)
class UsersSite:
    """A running app with users.

    :param tokens: The token of each user.
    """

    site: Site
    tokens: dict[str, str]

    def client(self, **headers: str) -> httpx.Client:
        """Return a client that is not logged in."""
        return httpx.Client(base_url=self.site.url, timeout=PATIENCE_S, headers=headers)

    def token_client(self, name: str) -> httpx.Client:
        """Return a client with a user's token."""
        return self.client(Authorization=f"Bearer {self.tokens[name]}")

    def logged_in(self, name: str) -> httpx.Client:
        """Return a client with a user's session."""
        with self.client() as client:
            response = log_in(client, name, PASSWORDS[name])
        assert response.status_code == 303
        own = self.client()
        own.cookies.set(NAME, response.cookies[NAME], domain="127.0.0.1")
        return own


def quickly_hashed(password: str) -> str:
    """Return a password's hash that is tried in no time: how much a hash costs stands in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "_COST", 2)
        return secrets.hash_password(password)


def log_in(client: httpx.Client, name: str, password: str, **more: str) -> httpx.Response:
    """Send the form of the login page."""
    return client.post("/login", data={"name": name, "password": password, **more})


def log_in_on_page(page: Page, name: str) -> None:
    """Type name and password, and wait for the page behind."""
    page.fill("#name", name)
    page.fill("#password", PASSWORDS[name])
    page.press("#password", "Enter")
    page.wait_for_selector("#fy-box textarea")
