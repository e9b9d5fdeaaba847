"""`python -m web`: its users; what is kept, saved and brought back."""

import argparse
import sys

from retrieval.command import run
from retrieval.private import make_private
from retrieval.settings import settings
from web.commands import add_user, backup, list_users, remove_user, restore, token

COMMANDS = (
    add_user.COMMAND,
    remove_user.COMMAND,
    list_users.COMMAND,
    token.COMMAND,
    backup.COMMAND,
    restore.COMMAND,
)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit status: 0 done, 2 wrong usage; what fails is a `FayanError`."""
    make_private()
    parser = argparse.ArgumentParser(prog="python -m web", description=__doc__)
    verbs = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        verb = verbs.add_parser(command.name, help=command.help, description=command.help)
        command.add_arguments(verb)
        verb.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    print(options.run(options, settings()))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
