"""The accounts of a running app: the file is followed, tries are counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.errors import FayanError
from web.accounts import secrets
from web.accounts.accounts import Accounts
from web.accounts.secrets import hash_password, hash_token, new_token
from web.accounts.throttle import PER_ADDRESS, PER_NAME
from web.accounts.users import User, write_users

PASSWORD = "correct horse"


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """A hash takes no time: a hundred passwords are tried here, and what makes one slow is tested where it is made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "_COST", 2)
        yield


@pytest.fixture(scope="module")
def anna() -> User:
    """A user with a password."""
    return User(password=hash_password(PASSWORD))


@pytest.fixture
def path(tmp_path: Path, anna: User) -> Path:
    """A file with one user."""
    write_users(tmp_path / "users.yaml", {"anna": anna})
    return tmp_path / "users.yaml"


@pytest.fixture
def accounts(path: Path) -> Accounts:
    """The accounts of that file."""
    return Accounts(path, path.parent / "data")


def test_the_right_password_opens_a_session(accounts: Accounts) -> None:
    login = accounts.log_in(" ANNA ", PASSWORD, "192.0.2.1")
    assert login.cookie
    session = accounts.session(login.cookie)
    assert session is not None
    assert session.user == "anna"
    for name, password in (("anna", "wrong"), ("bo", PASSWORD), ("", ""), ("a b", PASSWORD), ("anna", "")):
        assert accounts.log_in(name, password, "192.0.2.1").cookie is None


def test_no_two_sessions_are_alike(accounts: Accounts) -> None:
    assert accounts.log_in("anna", PASSWORD, "x").cookie != accounts.log_in("anna", PASSWORD, "x").cookie


def test_a_name_is_tried_so_often_and_then_not_even_the_right_password_helps(accounts: Accounts) -> None:
    for number in range(PER_NAME):
        assert accounts.log_in("anna", "wrong", f"192.0.2.{number}").wait_s == 0
    held = accounts.log_in("anna", PASSWORD, "198.51.100.1")
    assert held.cookie is None
    assert held.wait_s > 0


def test_an_address_is_held_off_and_cannot_lock_others_out(accounts: Accounts) -> None:
    for number in range(PER_ADDRESS):
        assert accounts.log_in(f"nobody{number}", "wrong", "192.0.2.1").wait_s == 0
    for _ in range(2 * PER_NAME):
        assert accounts.log_in("anna", "wrong", "192.0.2.1").wait_s > 0
    assert accounts.log_in("anna", PASSWORD, "198.51.100.1").cookie


def test_a_whole_office_may_log_in_from_one_address(accounts: Accounts) -> None:
    for _ in range(PER_ADDRESS + 5):
        assert accounts.log_in("anna", PASSWORD, "192.0.2.1").cookie


def test_a_changed_file_counts_at_once(accounts: Accounts, path: Path, anna: User) -> None:
    cookie, token = accounts.log_in("anna", PASSWORD, "x").cookie or "", new_token()
    write_users(path, {"anna": anna, "bo": User(password=hash_password("other horse"), token=hash_token(token))})
    assert accounts.log_in("bo", "other horse", "x").cookie
    assert accounts.user_of_token(token) == "bo"
    assert accounts.user_of_token(token + "x") is accounts.user_of_token("") is None
    assert accounts.session(cookie)
    write_users(path, {"anna": User(password=hash_password("new horse"))})
    assert accounts.session(cookie) is None
    assert accounts.user_of_token(token) is None
    assert accounts.log_in("anna", "new horse", "x").cookie


def test_a_file_that_becomes_odd_lets_nobody_in_until_it_is_mended(
    accounts: Accounts, path: Path, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    cookie = accounts.log_in("anna", PASSWORD, "x").cookie or ""
    path.write_text("users: [")
    assert accounts.session(cookie) is None
    assert accounts.session(cookie) is None
    assert len(caplog.records) == 1
    path.unlink()
    assert accounts.session(cookie) is None
    write_users(path, {"anna": anna})
    assert accounts.session(cookie)


def test_a_file_without_users_is_refused(tmp_path: Path) -> None:
    (tmp_path / "users.yaml").write_text("users: {}\n")
    with pytest.raises(FayanError, match="names nobody"):
        Accounts(tmp_path / "users.yaml", tmp_path)
