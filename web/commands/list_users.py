"""`python -m web list-users`: the names, and who has a token."""

from argparse import ArgumentParser, Namespace

from retrieval.settings import Settings
from web.accounts.users import read_users
from web.commands.command import Command
from web.commands.users_file import users_path


def _add_arguments(parser: ArgumentParser) -> None:
    """Take none."""


def _run(options: Namespace, settings: Settings) -> str:
    users = read_users(users_path(settings))
    return "\n".join(f"{name}{'  (has a token)' if user.token else ''}" for name, user in sorted(users.items()))


COMMAND = Command("list-users", "list the users", _add_arguments, _run)
