"""The end of a command: whoever reads its output may stop before it is through."""

import os
import sys
from collections.abc import Callable


def run(main: Callable[[], int]) -> int:
    """Run a command and return its exit status; 0 if the reader of its output has gone (`| head`)."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # else the interpreter tries to write the rest once more when it ends, and complains
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
