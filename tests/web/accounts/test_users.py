"""The users file."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from web.accounts.secrets import hash_password, hash_token
from web.accounts.users import User, UsersFileError, change_users, clean_name, read_users, write_users

HASH = hash_password("correct horse")
ANNA = User(password=HASH)


def test_what_is_written_is_read_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "users.yaml"
    users = {"anna": User(password=HASH, token=hash_token("x")), "王律师": ANNA, "123": ANNA}
    write_users(path, users)
    assert read_users(path) == users
    assert path.stat().st_mode & 0o777 == 0o600
    write_users(path, {"anna": ANNA})
    assert read_users(path) == {"anna": ANNA}
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["users.yaml"]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "users.yaml"
    path.mkdir()
    with pytest.raises(UsersFileError, match="cannot be written"):
        write_users(path, {"anna": ANNA})
    assert [file.name for file in tmp_path.iterdir()] == ["users.yaml"]


def test_changes_at_the_same_time_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "users.yaml"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: change_users(path, lambda users: users | {f"u{n}": ANNA}, made=True), range(24)))
    assert len(read_users(path)) == 24


def test_a_change_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    def refuse(users: dict[str, User]) -> dict[str, User]:
        raise UsersFileError("no")

    path = tmp_path / "users.yaml"
    with pytest.raises(UsersFileError, match="no users file"):
        change_users(path, dict)
    write_users(path, {"anna": ANNA})
    with pytest.raises(UsersFileError, match=r"^no$"):
        change_users(path, refuse)
    assert read_users(path) == {"anna": ANNA}


def test_through_a_link_the_file_itself_is_replaced(tmp_path: Path) -> None:
    link, target = tmp_path / "link.yaml", tmp_path / "target.yaml"
    link.symlink_to(target)
    write_users(link, {"anna": ANNA})
    assert link.is_symlink()
    assert read_users(target) == {"anna": ANNA}


def test_json_is_yaml_too(tmp_path: Path) -> None:
    path = tmp_path / "users.json"
    path.write_text(f'{{"users": {{"anna": {{"password": "{HASH}"}}}}}}')
    assert read_users(path) == {"anna": ANNA}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"users: [", "not YAML"), (b"\xff\xfe\x00", "not YAML"), (b"just a line", "cannot be used"), (b"- anna", "cannot be used"),
        (b"users: [anna]", "users"), (b"users: {anna: opensesame}", "users.anna"), (b"users: {anna: {}}", "users.anna.password"),
        (b"users: {anna: {password: opensesame}}", "users.anna.password"), (b"people: {}", "people"),
        (b"users: {1: {password: opensesame}}", "users.1"), (b"a: &a [*a]", "cannot be used"),
        (f"users: {{anna: {{password: '{HASH}', token: opensesame}}}}".encode(), "users.anna.token"),
        (f"users: {{anna: {{password: '{HASH}', rights: all}}}}".encode(), "users.anna.rights"),
        (f"users: {{Anna: {{password: '{HASH}'}}}}".encode(), "'Anna' cannot be a name"),
        (f"users: {{'a b': {{password: '{HASH}'}}}}".encode(), "'a b' cannot be a name"),
    ],
)  # fmt: skip
def test_an_odd_file_is_refused_in_one_sentence_without_its_secrets(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "users.yaml"
    path.write_bytes(content)
    with pytest.raises(UsersFileError) as refused:
        read_users(path)
    sentence = str(refused.value)
    assert words in sentence
    assert str(path) in sentence
    assert "\n" not in sentence
    assert "opensesame" not in sentence


def test_a_missing_file_is_named_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(UsersFileError, match="python -m web add-user"):
        read_users(tmp_path / "nobody.yaml")
    with pytest.raises(UsersFileError, match="cannot be read"):
        read_users(tmp_path)


def test_names_have_one_form() -> None:
    assert clean_name(" Ａnna ") == clean_name("ANNA") == "anna"
    for odd in ("", " ", "a b", "../x", "a/b", "-a", ".a", "x" * 65, "a\nb", "a\u202eb", "<b>"):
        with pytest.raises(ValueError, match=r"(?s).*"):
            clean_name(odd)
