"""The text of a language model as it is written: whole, in time, or an error that says why not."""

from collections.abc import Iterator
from contextlib import closing
from time import monotonic

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage

from retrieval.errors import FayanError

LIMIT_S = 180.0  # for a whole answer; how long to wait for its next word is the client's affair
_ENDS = ("finish_reason", "done_reason", "stop_reason")  # by which providers say that an answer is whole


class ModelError(FayanError):
    """The language model did not answer as it should."""

    @property
    def why(self) -> str:
        """The kind of error in one word."""
        return type(self).__name__


class ProviderError(ModelError):
    """The provider's client raised an error of its own: no connection, a refusal, an answer that cannot be read."""

    @property
    def why(self) -> str:
        """The provider's name for it."""
        return type(self.__cause__).__name__


class BrokeOffError(ModelError):
    """The answer stopped before its end."""


class TooSlowError(ModelError):
    """The answer took longer than it may."""


class WroteNothingError(ModelError):
    """The answer is empty."""


def written_by(model: BaseChatModel, asked: list[BaseMessage], limit_s: float) -> Iterator[str]:
    """Yield the pieces of a model's answer.

    :raises ProviderError: If the provider's client fails.
    :raises BrokeOffError: If the stream ends without the provider's word that the answer is whole: a connection that is
        cut looks like an end otherwise.
    :raises TooSlowError: If it takes longer than `limit_s` in all.
    :raises WroteNothingError: If there is no text in it.
    """
    until, whole, empty = monotonic() + limit_s, False, True
    with closing(_chunks(model, asked)) as chunks:
        for chunk in chunks:
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


def _chunks(model: BaseChatModel, asked: list[BaseMessage]) -> Iterator[AIMessageChunk]:
    """What the provider's client yields; whatever it raises becomes one kind of error, and nothing of ours does."""
    stream = model.stream(asked)
    try:
        while True:
            try:
                chunk = next(stream)
            except StopIteration:
                return
            except Exception as error:  # each provider has errors of its own; all mean that it did not answer
                raise ProviderError("The language model did not answer.") from error
            yield chunk
    finally:
        stream.close()  # and with it the connection
