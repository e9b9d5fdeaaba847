"""How a command ends: with what is wrong in one sentence, by Ctrl-C, or because nobody reads on."""

import os
import sys
from collections.abc import Callable

from retrieval.errors import FayanError

FAILED = 1
INTERRUPTED = 130  # what a shell expects after Ctrl-C


def run(main: Callable[[], int]) -> int:
    """Run a command and return its exit status; 0 if the reader of its output has gone (`| head`)."""
    try:
        status = main()
        sys.stdout.flush()
    except FayanError as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # else the interpreter tries to write the rest once more when it ends, and complains
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
