"""What goes wrong is logged by its place and its kind: a message may hold a question, or words of a document."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from prompts import say
from retrieval.errors import FayanError

WENT_WRONG = say("en", "told_unexpected")
_log = logging.getLogger(__name__)


class UnexpectedError(FayanError):
    """A fault of the program, told without its message."""


def places(error: BaseException | None) -> str:
    """Return where an error and those behind it arose, and their kinds, without what they say."""
    parts: list[str] = []
    while error is not None:
        frames = "".join(
            f'  File "{f.filename}", line {f.lineno}, in {f.name}\n' for f in traceback.extract_tb(error.__traceback__)
        )
        parts.insert(0, f"{frames}{type(error).__qualname__}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(parts)


class PrivateFormatter(logging.Formatter):
    """Formats the errors that a log holds without their messages."""

    def formatException(  # noqa: N802 - logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Return the places of an error."""
        return places(ei[1])


@contextmanager
def privately() -> Iterator[None]:
    """Log an error by its places, and raise one that tells nothing; errors with a sentence of ours pass.

    :raises UnexpectedError: In place of any other error.
    """
    try:
        yield
    except FayanError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, its message must not get into a log
        _log.error("An error that nobody expected:\n%s", places(error))
        raise UnexpectedError(WENT_WRONG) from None
