"""`python -m web`: its users; what is kept, saved and brought back."""

import argparse
import sys

from retrieval.command import run
from retrieval.errors import FayanError
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
    """Run a command; return its exit status: 0 done, 1 failed, 2 wrong usage."""
    make_private()
    parser = argparse.ArgumentParser(prog="python -m web", description=__doc__)
    verbs = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        verb = verbs.add_parser(command.name, help=command.help, description=command.help)
        command.add_arguments(verb)
        verb.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        print(options.run(options, settings()))
    except FayanError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
