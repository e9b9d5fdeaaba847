"""A running app over a copy of the shared index, and a page of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from retrieval.index import Index
from retrieval.settings import Settings
from tests.web.accounts.people import PASSWORDS, UsersSite, quickly_hashed
from tests.web.site import PATIENCE_S, Site, free_port, start_app
from web.accounts.secrets import hash_token, new_token
from web.accounts.users import User, write_users

expect.set_options(timeout=30_000)  # the tests run side by side: what takes half a second alone may take five


@pytest.fixture(scope="session")
def copied(settings: Settings, index: Index, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a copy of the shared index, which documents may be added to."""
    assert index.passages
    data = tmp_path_factory.mktemp("web") / "data"
    shutil.copytree(settings.data_dir, data, symlinks=True)
    return Settings(data_dir=data, corpus_dir=settings.corpus_dir, port=free_port())


@pytest.fixture(scope="session")
def site(copied: Settings) -> Iterator[Site]:
    """The app, running as a process of its own."""
    with start_app(copied) as running:
        yield running


@pytest.fixture(scope="session")
def users_site(settings: Settings, index: Index, tmp_path_factory: pytest.TempPathFactory) -> Iterator[UsersSite]:
    """The app beside it with two users, over a copy of its own of the shared index, as it stands behind a proxy."""
    assert index.passages
    data = tmp_path_factory.mktemp("users") / "data"
    shutil.copytree(settings.data_dir, data, symlinks=True)
    file = data.parent / "users.yaml"
    own = Settings(data_dir=data, corpus_dir=settings.corpus_dir, port=free_port(), users_file=file)
    tokens = {name: new_token() for name in PASSWORDS}
    users = {
        name: User(password=quickly_hashed(word), token=hash_token(tokens[name])) for name, word in PASSWORDS.items()
    }
    write_users(file, users)
    with start_app(own, FAYAN_USERS_FILE=str(file), FAYAN_PUBLIC_URL="https://fayan.example") as running:
        yield UsersSite(running, tokens)


@pytest.fixture
def client(site: Site) -> Iterator[httpx.Client]:
    """A client of the app."""
    with httpx.Client(base_url=site.url, timeout=PATIENCE_S) as opened:
        yield opened


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """An empty window on a desk's screen, in English: for tests that open an address of their own."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page, site: Site) -> Page:
    """The chat page in it."""
    window.goto(site.url)
    return window


@pytest.fixture
def lonely(tmp_path: Path) -> Settings:
    """Settings of an app that has no index."""
    return Settings(data_dir=tmp_path / "data", corpus_dir=tmp_path / "corpus", port=free_port())
