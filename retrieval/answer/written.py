"""The text of a language model as it is written: whole, in time, or an error that says why not."""

from collections.abc import Iterator
from time import monotonic

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from retrieval.errors import FayanError

LIMIT_S = 180.0  # for a whole answer; how long to wait for its next word is the client's affair
_ENDS = ("finish_reason", "done_reason", "stop_reason")  # by which providers say that an answer is whole


class ModelError(FayanError):
    """The language model did not answer as it should."""


class BrokeOffError(ModelError):
    """The answer stopped before its end."""


class TooSlowError(ModelError):
    """The answer took longer than it may."""


class WroteNothingError(ModelError):
    """The answer is empty."""


def written_by(model: BaseChatModel, asked: list[BaseMessage], limit_s: float) -> Iterator[str]:
    """Yield the pieces of a model's answer.

    :raises BrokeOffError: If the stream ends without the provider's word that the answer is whole: a connection that is
        cut looks like an end otherwise.
    :raises TooSlowError: If it takes longer than `limit_s` in all.
    :raises WroteNothingError: If there is no text in it.
    """
    until, whole, empty = monotonic() + limit_s, False, True
    for chunk in model.stream(asked):
        whole = whole or any(chunk.response_metadata.get(name) for name in _ENDS)
        text = str(chunk.text)
        empty = empty and not text.strip()
        yield text
        if monotonic() > until:
            raise TooSlowError(f"The language model took longer than {limit_s:g} s.")
    if not whole:
        raise BrokeOffError("The language model's answer broke off.")
    if empty:
        raise WroteNothingError("The language model wrote nothing.")
