"""`python -m web remove-user NAME`: shut a user out, and remove what was theirs if that is meant."""

import importlib
from argparse import ArgumentParser, Namespace

from retrieval.settings import Settings
from web.accounts.users import User, change_users
from web.commands.command import Command
from web.commands.users_file import add_name, known_user, users_path


def _add_arguments(parser: ArgumentParser) -> None:
    add_name(parser)
    parser.add_argument("--with-data", action="store_true", help="delete the user's documents and conversations too")


def _run(options: Namespace, settings: Settings) -> str:
    path = users_path(settings)

    def remove(users: dict[str, User]) -> dict[str, User]:
        if not options.with_data:  # with it: what an earlier removal has kept
            known_user(path, users, options.name)
        return {name: user for name, user in users.items() if name != options.name}

    change_users(path, remove)
    return f"{options.name} is shut out, from this moment. {_left(options, settings)}"


def _left(options: Namespace, settings: Settings) -> str:
    if not settings.database.is_file():
        return "There was nothing of this user's."
    # takes seconds to import, which the other commands need not wait for
    module = importlib.import_module("web.commands.left_data")
    documents, conversations = module.left_data(settings, options.name, options.with_data)
    if not documents and not conversations:
        return "There was nothing of this user's."
    if options.with_data:
        return f"Deleted: documents {len(documents)}, conversations {conversations}."
    named = f" ({', '.join(documents)})" if documents else ""
    return (
        f"Kept: documents {len(documents)}{named}, conversations {conversations}; a new user of this name would see them. "
        "`--with-data` deletes them too."
    )


COMMAND = Command("remove-user", "shut a user out", _add_arguments, _run)
