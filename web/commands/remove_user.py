"""`python -m web remove-user NAME`: shut a user out, and remove what was theirs if that is meant."""

from argparse import ArgumentParser, Namespace

from ingest.documents import list_documents, remove_document
from ingest.sync import sync
from retrieval.settings import Settings
from retrieval.store.database import connect
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
    """Remove the documents or count them, and say so."""
    if not settings.database.is_file():
        return "There were no documents."
    connection = connect(settings.database)
    try:
        own = [document.id for document in list_documents(connection) if document.owner == options.name]
        for key in own if options.with_documents else ():
            remove_document(connection, key)
    finally:
        connection.close()
    if not own:
        return "There were no documents."
    if options.with_documents:
        sync(settings, progress=False)
        return f"Documents removed: {len(own)}."
    return (
        f"Documents kept: {len(own)}; a new user of this name would see them, and `python -m ingest remove ID` removes one: "
        f"{', '.join(own)}."
    )


COMMAND = Command("remove-user", "shut a user out", _add_arguments, _run)
