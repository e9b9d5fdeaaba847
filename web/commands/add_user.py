"""`python -m web add-user NAME`: add a user, or give one another password."""

import getpass
import sys
from argparse import ArgumentParser, Namespace

from retrieval.errors import FayanError
from retrieval.settings import Settings
from web.accounts.secrets import MAX_PASSWORD, MIN_PASSWORD, hash_password
from web.accounts.users import User, change_users, read_users
from web.commands.command import Command
from web.commands.users_file import add_name, users_path


def _add_arguments(parser: ArgumentParser) -> None:
    add_name(parser)
    parser.add_argument("--stdin", action="store_true", help="read the password from standard input, without asking")


def _run(options: Namespace, settings: Settings) -> str:
    path = users_path(settings)
    if not options.stdin and path.exists() and options.name in read_users(path):
        sys.stderr.write(f"{options.name} is a user already; this gives another password.\n")
    hashed = hash_password(_password(options.stdin))  # who is asked takes time, in which others may change the file

    def add(users: dict[str, User]) -> dict[str, User]:
        known = users.get(options.name)
        return users | {options.name: User(password=hashed, token=known.token if known else None)}

    users = change_users(path, add, made=True)
    if options.name in users:
        return f"{options.name} has another password; whoever was logged in with the old one logs in again."
    return f"{options.name} may log in. {len(users) + 1} in {path}."


def _password(from_stdin: bool) -> str:
    if from_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = getpass.getpass("Password: ")
        if getpass.getpass("Once more: ") != password:
            raise FayanError("The two passwords differ: nothing was changed.")
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise FayanError(
            f"The password has {len(password)} characters: it needs {MIN_PASSWORD} or more, {MAX_PASSWORD} at most."
        )
    return password


COMMAND = Command("add-user", "add a user, or give one another password", _add_arguments, _run)
