"""Sessions: what makes a cookie void."""

from pathlib import Path

import pytest

from retrieval.errors import FayanError
from web.accounts.secrets import hash_password
from web.accounts.sessions import LASTS_S, Sessions
from web.accounts.users import User

ANNA, BO = User(password=hash_password("correct horse")), User(password=hash_password("other horse"))
USERS = {"anna": ANNA, "bo": BO, "王律师": ANNA}


def test_a_session_goes_on_until_its_end(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    for name in USERS:
        cookie = sessions.issue(name, USERS[name], now=1_800_000_000)
        session = sessions.read(cookie, USERS, now=1_800_000_000 + LASTS_S - 1)
        assert session is not None
        assert session.user == name
        assert sessions.read(cookie, USERS, now=1_800_000_000 + LASTS_S) is None


def test_a_session_outlives_a_restart(tmp_path: Path) -> None:
    cookie = Sessions(tmp_path).issue("anna", ANNA)
    again = Sessions(tmp_path).read(cookie, USERS)
    assert again is not None
    assert again.user == "anna"
    assert (tmp_path / "session-secret").stat().st_mode & 0o777 == 0o600


def test_another_secret_voids_all_cookies(tmp_path: Path) -> None:
    cookie = Sessions(tmp_path / "one").issue("anna", ANNA)
    assert Sessions(tmp_path / "other").read(cookie, USERS) is None


def test_every_changed_character_voids_a_cookie(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    cookie = sessions.issue("anna", ANNA)
    for at in range(len(cookie)):
        for other in "0aAz.-":
            changed = cookie[:at] + other + cookie[at + 1 :]
            assert changed == cookie or sessions.read(changed, USERS) is None, at
    for odd in (
        "",
        "1",
        cookie + "0",
        cookie[:-1],
        cookie.replace("1.", "2.", 1),
        "x" * 5000,
        f"{cookie}.{cookie}",
        "1.a.b.c.d",
    ):
        assert sessions.read(odd, USERS) is None


def test_another_name_or_a_later_end_is_not_taken(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    version, _, ends, key, signature = sessions.issue("anna", ANNA).split(".")
    assert sessions.read(".".join((version, "Ym8", ends, key, signature)), USERS) is None
    later = str(int(ends) + 1)
    assert sessions.read(".".join((version, "YW5uYQ", later, key, signature)), USERS) is None
    assert sessions.read(".".join((version, "YW5uYQ", ends, key, signature)), USERS) is not None


def test_another_password_or_none_voids_a_cookie(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    cookie = sessions.issue("anna", ANNA)
    assert sessions.read(cookie, {"anna": User(password=hash_password("correct horse"))}) is None
    assert sessions.read(cookie, {"bo": BO}) is None
    assert sessions.read(cookie, {}) is None
    assert sessions.read(cookie, USERS) is not None


def test_what_was_logged_out_of_stays_so_after_a_restart(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    one, other = sessions.issue("anna", ANNA), sessions.issue("anna", ANNA)
    session = sessions.read(one, USERS)
    assert session is not None
    sessions.end(session)
    assert sessions.read(one, USERS) is None
    restarted = Sessions(tmp_path)
    assert restarted.read(one, USERS) is None
    assert restarted.read(other, USERS) is not None
    assert (tmp_path / "sessions-ended").stat().st_mode & 0o777 == 0o600


def test_what_is_over_anyway_is_not_kept(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    for now in (1_700_000_000, 1_700_000_001):
        old = sessions.read(sessions.issue("anna", ANNA, now=now), USERS, now=now)
        assert old is not None
        sessions.end(old)
    assert len((tmp_path / "sessions-ended").read_text().splitlines()) == 1


def test_a_secret_that_is_cut_off_is_said(tmp_path: Path) -> None:
    (tmp_path / "session-secret").write_bytes(b"short")
    with pytest.raises(FayanError, match="session-secret"):
        Sessions(tmp_path)
