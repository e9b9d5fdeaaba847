"""The users file: YAML, a name to the hashes of a password and of a token."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import yaml
from filelock import FileLock
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from retrieval.errors import FayanError
from retrieval.private import write_whole
from retrieval.yaml_file import read_yaml
from web.accounts.secrets import is_password_hash, is_token_hash

MAX_BYTES = 4 * 1024 * 1024
_NAME = re.compile(r"[\w][\w.@+-]{0,63}")
_HEAD = "# Fayan's users. Change it with `python -m web add-user|remove-user|token NAME`.\n"


class UsersFileError(FayanError):
    """The users file cannot be used."""


def clean_name(name: str) -> str:
    """Return a user's name in the one form that counts: `Anna` and `anna` are one user.

    :raises ValueError: If it cannot be a name.
    """
    name = unicodedata.normalize("NFKC", name).strip().casefold()
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return name


def _password_hash(text: str) -> str:
    if not is_password_hash(text):
        raise ValueError("no scrypt hash")
    return text


def _token_hash(text: str) -> str:
    if not is_token_hash(text):
        raise ValueError("no token hash")
    return text


class User(BaseModel):
    """One user.

    :ivar password: A scrypt hash.
    :ivar token: The hash of the token for the HTTP routes; None if the user has none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    password: Annotated[str, AfterValidator(_password_hash)]
    token: Annotated[str, AfterValidator(_token_hash)] | None = None


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid")

    users: dict[str, User] = Field(default_factory=dict)


def read_users(path: Path) -> dict[str, User]:
    """Return the users of a file, by name.

    :raises UsersFileError: In one sentence that shows no hash.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsersFileError(
                f"The users file {path} is larger than {MAX_BYTES // 1024**2} MB: is it the right one?"
            )
        content = read_yaml(path)
    except FileNotFoundError as error:
        raise UsersFileError(
            f"There is no users file {path}: make it with `FAYAN_USERS_FILE={path} python -m web add-user NAME`, "
            "or unset FAYAN_USERS_FILE."
        ) from error
    except OSError as error:
        raise UsersFileError(f"The users file {path} cannot be read ({error.strerror}).") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise UsersFileError(f"The users file {path} is not YAML in UTF-8{_line(error)}.") from error
    return _checked(path, {} if content is None else content)


def _checked(path: Path, content: Any) -> dict[str, User]:
    try:
        users = _Content.model_validate(content).users
    except ValidationError as error:
        # the values at fault may be passwords, so only the places are told
        fault = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part)[:60] for part in fault["loc"]) or "the file"
        raise UsersFileError(
            f"The users file {path} cannot be used: {place}: {fault['msg']}; it holds `users:` with a `password` and "
            "perhaps a `token` for each name, as `python -m web add-user` writes them."
        ) from error
    for name in users:
        if not _is_clean(name):
            raise UsersFileError(
                f"The users file {path} cannot be used: {name[:60]!r} cannot be a name: 1 to 64 small letters, figures "
                "and . _ - @ +, beginning with a letter or figure."
            )
    return users


def _is_clean(name: str) -> bool:
    try:
        return clean_name(name) == name
    except ValueError:
        return False


def _line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 1})" if mark else ""


def change_users(
    path: Path, change: Callable[[dict[str, User]], Mapping[str, User]], made: bool = False
) -> dict[str, User]:
    """Read the users, change them and write them, while nobody else does.

    :param change: Takes the users and returns those to be written; what it raises leaves the file as it was.
    :param made: Whether a file that is not there is made; else it is a fault.
    :return: The users as they were before.
    :raises UsersFileError: If the file cannot be read or written.
    """
    own = path.resolve()
    try:
        own.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(own.with_name(f".{own.name}.lock"), mode=0o600):
            users = {} if made and not path.exists() else read_users(path)
            write_users(path, change(users))
    except OSError as error:
        raise _unwritable(path, error) from error
    return users


def write_users(path: Path, users: Mapping[str, User]) -> None:
    """Write the users: whole or not at all, for the file's owner alone.

    :raises UsersFileError: If the folder cannot be written to.
    """
    content = {"users": {name: user.model_dump(exclude_none=True) for name, user in sorted(users.items())}}
    text = _HEAD + yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    path = path.resolve()  # through a link: the file itself is replaced
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, text.encode())
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> UsersFileError:
    return UsersFileError(f"The users file {path} cannot be written ({error.strerror}).")
