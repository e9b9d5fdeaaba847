"""`python -m eval`: measure answers, search and speed; prove the gold pairs; compare runs."""

import logging
import sys

from eval.arguments import read_arguments
from retrieval.adapters.shelf import OFF
from retrieval.command import run
from retrieval.errors import FayanError
from retrieval.private import make_private
from retrieval.settings import Settings, settings


def main(arguments: list[str] | None = None, own: Settings | None = None) -> int:
    """Run a command; return its exit status: 0 done, 1 failed or faults found, 2 wrong usage.

    :param own: The settings, instead of the environment's.
    """
    make_private()
    options = read_arguments(__doc__, arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    logging.getLogger("eval").setLevel(logging.INFO)
    try:
        own = own or settings()
        if getattr(options, "no_adapters", False) or getattr(options, "untrained", False):
            own = own.model_copy(update={"adapters": OFF})
        text, status = options.do(options, own)
    except FayanError as error:
        print(error, file=sys.stderr)
        return 1
    print(text)
    return status


if __name__ == "__main__":
    sys.exit(run(main))
