"""`python -m web` for users."""

import getpass
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from retrieval.settings import ROOT, Settings
from retrieval.store.database import connect
from tests.processes import run
from tests.support import environment
from web.accounts.secrets import hash_password, hash_token, verify_password
from web.accounts.users import User, read_users, write_users
from web.commands import add_user, remove_user
from web.transcripts.store import Conversations


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """Settings whose users file is not there yet."""
    return Settings(data_dir=tmp_path / "data", corpus_dir=tmp_path / "corpus", users_file=tmp_path / "users.yaml")


def web(own: Settings, *arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command."""
    variables = environment(own, **({"FAYAN_USERS_FILE": str(own.users_file)} | more))
    return run(["-m", "web", *arguments], variables, typed)


def test_a_user_is_added_changed_listed_and_removed(own: Settings) -> None:
    assert own.users_file
    assert web(own, "add-user", "Anna", "--stdin", typed="correct horse\n").returncode == 0
    assert web(own, "add-user", "王律师", "--stdin", typed="正确的马电池订书钉\n").returncode == 0
    assert verify_password("正确的马电池订书钉", read_users(own.users_file)["王律师"].password)
    assert own.users_file.stat().st_mode & 0o777 == 0o600
    token = web(own, "token", "anna")
    assert read_users(own.users_file)["anna"].token == hash_token(token.stdout.strip())
    assert web(own, "add-user", "anna", "--stdin", typed="another horse\r\n").returncode == 0
    anna = read_users(own.users_file)["anna"]
    assert verify_password("another horse", anna.password)
    assert anna.token
    listed = web(own, "list-users").stdout
    assert listed.splitlines() == ["anna  (has a token)", "王律师"]
    assert web(own, "token", "anna", "--remove").returncode == 0
    assert web(own, "remove-user", "王律师").returncode == 0
    assert web(own, "list-users").stdout.splitlines() == ["anna"]
    assert "scrypt" not in listed


@pytest.mark.parametrize(
    ("arguments", "typed", "words", "status"),
    [
        (("add-user", "anna", "--stdin"), "short\n", "5 characters", 1), (("add-user", "anna", "--stdin"), "", "0 characters", 1),
        (("remove-user", "nobody"), "", "nobody", 1), (("token", "nobody"), "", "nobody", 1), (("add-user", "a b"), "", "'a b'", 2),
        (("add-user",), "", "NAME", 2), ((), "", "required", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(
    own: Settings, arguments: tuple[str, ...], typed: str, words: str, status: int
) -> None:
    assert own.users_file
    write_users(own.users_file, {"bo": User(password=hash_password("battery staple"))})
    ended = web(own, *arguments, typed=typed)
    assert ended.returncode == status
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(read_users(own.users_file)) == ["bo"]


def test_without_a_file_named_it_says_how(own: Settings) -> None:
    variables = {**environment(own), "FAYAN_USERS_FILE": ""}
    del variables["FAYAN_USERS_FILE"]
    ended = run(["-m", "web", "list-users"], variables)
    assert ended.returncode == 1
    assert "FAYAN_USERS_FILE" in ended.stderr


def test_what_who_is_removed_leaves_is_told_and_deleted_if_meant(own: Settings) -> None:
    assert own.users_file
    write_users(own.users_file, {name: User(password=hash_password("correct horse")) for name in ("anna", "bo")})
    connection = connect(own.database)
    for key, owner in (("doc-1", "anna"), ("doc-2", "bo")):
        connection.execute("INSERT INTO documents VALUES (?, ?, 'a.txt', 'A', 'x', '{}', '2026-01-01')", (key, owner))
    connection.close()
    talks = Conversations(own)
    for user in ("anna", "bo"):
        talks.begin(user, "", "What is punished?")
    said = web(own, "remove-user", "anna").stdout
    assert "documents 1 (doc-1), conversations 1" in said
    assert "doc-2" not in said
    assert (len(talks.list("anna")), len(talks.list("bo"))) == (1, 1)


def test_who_is_removed_while_a_password_is_asked_for_stays_removed(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own.users_file
    write_users(own.users_file, {name: User(password=hash_password("battery staple")) for name in ("bo", "cy")})

    def typed(prompt: str) -> str:
        remove_user.COMMAND.run(Namespace(name="bo", with_data=False), own)
        monkeypatch.setattr(getpass, "getpass", lambda prompt: "correct horse")
        return "correct horse"

    monkeypatch.setattr(getpass, "getpass", typed)
    add_user.COMMAND.run(Namespace(name="anna", stdin=False), own)
    assert list(read_users(own.users_file)) == ["anna", "cy"]


def test_the_password_is_asked_for_without_showing_it(own: Settings) -> None:
    """At a terminal: what is typed is not echoed, and is asked for twice."""
    pid, terminal = os.forkpty()
    if pid == 0:
        os.chdir(ROOT)
        variables = environment(own, FAYAN_USERS_FILE=str(own.users_file))
        os.execve(sys.executable, [sys.executable, "-m", "web", "add-user", "anna"], variables)
    shown = b""
    for prompt in (b"Password: ", b"Once more: "):  # what is typed before its prompt is thrown away
        while not shown.endswith(prompt):
            shown += os.read(terminal, 1000)
        os.write(terminal, b"correct horse\n")
    try:
        while chunk := os.read(terminal, 1000):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert b"correct horse" not in shown
    assert verify_password("correct horse", read_users(own.users_file or Path())["anna"].password)
