"""What the commands for users share: the file that they change, the name that they are given."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Mapping
from pathlib import Path

from retrieval.errors import FayanError
from retrieval.settings import Settings
from web.accounts.users import User, clean_name

NO_FILE = "FAYAN_USERS_FILE is not set: it names the file of the users, for example FAYAN_USERS_FILE=users.yaml."


def users_path(settings: Settings) -> Path:
    """Return the users file.

    :raises FayanError: If none is named.
    """
    if settings.users_file is None:
        raise FayanError(NO_FILE)
    return settings.users_file


def known_user(path: Path, users: Mapping[str, User], name: str) -> User:
    """Return one of the users of a file.

    :raises FayanError: If there is none of this name.
    """
    if name not in users:
        raise FayanError(f"There is no user {name!r} in {path}: `python -m web list-users` lists them.")
    return users[name]


def add_name(parser: ArgumentParser) -> None:
    """Let a command take a user's name."""
    parser.add_argument("name", type=_name, metavar="NAME", help="of the user; capital letters make no difference")


def _name(text: str) -> str:
    try:
        return clean_name(text)
    except ValueError as error:
        raise ArgumentTypeError(
            f"{text!r} cannot be a name: 1 to 64 letters, figures and . _ - @ +, beginning with a letter or figure"
        ) from error
