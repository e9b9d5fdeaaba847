"""`python -m web remove-user NAME`: shut a user out, and remove what was theirs if that is meant."""

import importlib
from argparse import ArgumentParser, Namespace

from retrieval.settings import Settings
from web.accounts.users import write_users
from web.commands.command import Command
from web.commands.users_file import add_name, known_users, users_path


def _add_arguments(parser: ArgumentParser) -> None:
    add_name(parser)
    parser.add_argument("--with-documents", action="store_true", help="remove the user's documents too")


def _run(options: Namespace, settings: Settings) -> str:
    path = users_path(settings)
    users = known_users(path, options.name)
    write_users(path, {name: user for name, user in users.items() if name != options.name})
    return f"{options.name} is shut out, from this moment. {_documents(options, settings)}"


def _documents(options: Namespace, settings: Settings) -> str:
    if not settings.database.is_file():
        return "There were no documents."
    # takes seconds to import, which the other commands need not wait for
    module = importlib.import_module("web.commands.left_documents")
    own = module.left_documents(settings, options.name, options.with_documents)
    if not own:
        return "There were no documents."
    if options.with_documents:
        return f"Documents removed: {len(own)}."
    return (
        f"Documents kept: {len(own)}; a new user of this name would see them, and `python -m ingest remove ID` removes one: "
        f"{', '.join(own)}."
    )


COMMAND = Command("remove-user", "shut a user out", _add_arguments, _run)
