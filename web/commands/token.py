"""`python -m web token NAME`: a token for the HTTP routes, shown once."""

from argparse import ArgumentParser, Namespace

from retrieval.settings import Settings
from web.accounts.secrets import hash_token, new_token
from web.accounts.users import User, change_users
from web.commands.command import Command
from web.commands.users_file import add_name, known_user, users_path


def _add_arguments(parser: ArgumentParser) -> None:
    add_name(parser)
    parser.add_argument("--remove", action="store_true", help="take the user's token away instead")


def _run(options: Namespace, settings: Settings) -> str:
    path = users_path(settings)
    token = None if options.remove else new_token()
    hashed = hash_token(token) if token else None

    def give(users: dict[str, User]) -> dict[str, User]:
        user = known_user(path, users, options.name)
        return users | {options.name: user.model_copy(update={"token": hashed})}

    change_users(path, give)
    return token or f"{options.name} has no token any more."


COMMAND = Command("token", "make a user's token for the HTTP routes; an older one is void", _add_arguments, _run)
