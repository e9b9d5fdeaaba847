"""How the app starts, and how it says that it cannot."""

import sqlite3
from pathlib import Path

import pytest

from retrieval.settings import Settings
from tests.web.site import Site, run_app
from web.accounts.secrets import hash_password
from web.accounts.users import User, write_users


def the_sentence(settings: Settings, **more: str) -> str:
    """Start an app that cannot start; return what it says."""
    ended = run_app(settings, **more)
    assert ended.returncode == 1
    assert ended.stdout == ""
    (line,) = ended.stderr.strip().splitlines()
    return line


def test_without_an_index_it_names_the_command(lonely: Settings) -> None:
    assert "python -m ingest" in the_sentence(lonely)


def test_a_taken_port_is_said(site: Site, lonely: Settings) -> None:
    line = the_sentence(lonely, FAYAN_PORT=str(site.settings.port))
    assert f"127.0.0.1:{site.settings.port}" in line
    assert "FAYAN_PORT" in line


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_it_does_not_listen_to_strangers_unless_told_to(lonely: Settings, host: str) -> None:
    assert "FAYAN_ALLOW_OPEN=1" in the_sentence(lonely, FAYAN_HOST=host)


def test_told_to_it_goes_on(lonely: Settings) -> None:
    assert "python -m ingest" in the_sentence(lonely, FAYAN_HOST="0.0.0.0", FAYAN_ALLOW_OPEN="1")


def test_with_users_it_goes_on_too(lonely: Settings, tmp_path: Path) -> None:
    file = tmp_path / "users.yaml"
    write_users(file, {"anna": User(password=hash_password("correct horse"))})
    assert "python -m ingest" in the_sentence(lonely, FAYAN_HOST="0.0.0.0", FAYAN_USERS_FILE=str(file))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "python -m web add-user"),
        ("users: {}", "names nobody"),
        ("users: [", "not YAML"),
        ("users: {anna: {}}", "users.anna"),
    ],
)
def test_users_that_cannot_be_are_said(lonely: Settings, tmp_path: Path, content: str | None, words: str) -> None:
    file = tmp_path / "users.yaml"
    if content:
        file.write_text(content)
    line = the_sentence(lonely, FAYAN_HOST="0.0.0.0", FAYAN_USERS_FILE=str(file))
    assert words in line
    assert str(file) in line


def test_an_empty_name_of_a_users_file_does_not_mean_no_login(lonely: Settings) -> None:
    assert "FAYAN_USERS_FILE" in the_sentence(lonely, FAYAN_USERS_FILE="")


@pytest.mark.parametrize("url", ["fayan.example", "ftp://fayan.example", "https://fayan.example/path", "https://"])
def test_a_public_address_that_cannot_be_is_said(lonely: Settings, url: str) -> None:
    assert "FAYAN_PUBLIC_URL" in the_sentence(lonely, FAYAN_PUBLIC_URL=url)


def test_a_proxy_does_not_open_it_either(lonely: Settings) -> None:
    assert "FAYAN_ALLOW_OPEN=1" in the_sentence(lonely, FAYAN_PUBLIC_URL="https://fayan.example")


def test_a_setting_that_cannot_be_is_said(lonely: Settings) -> None:
    assert "FAYAN_PORT" in the_sentence(lonely, FAYAN_PORT="70000")


def test_an_unknown_chat_model_is_said(copied: Settings, lonely: Settings) -> None:
    own = Settings(data_dir=copied.data_dir, corpus_dir=copied.corpus_dir, port=lonely.port)
    assert "FAYAN_CHAT_MODEL" in the_sentence(own, FAYAN_CHAT_MODEL="nobody:nothing")


def test_a_broken_database_ends_it(lonely: Settings) -> None:
    lonely.data_dir.mkdir()
    with sqlite3.connect(lonely.database) as connection:
        connection.execute("CREATE TABLE state (wrong TEXT)")
    ended = run_app(lonely)
    assert ended.returncode == 1
