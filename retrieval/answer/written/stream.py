"""The text of a language model as it is written: whole, in time, or an error that says why not."""

import re
from collections.abc import Iterator
from contextlib import closing
from time import monotonic

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage

from retrieval.answer.written.model_errors import ModelError, provider_error

LIMIT_S = 180.0  # for a whole answer; how long to wait for its next word is the client's affair
LONGEST = 30_000  # characters; no answer to a lawyer's question is as long
_ENDS = ("finish_reason", "done_reason", "stop_reason")  # by which providers say that an answer has ended
# the ends that are not the answer's own; what any other is called, `stop` or `end_turn`, is the provider's affair
_NOT_WHOLE = (
    (re.compile(r"length|max|limit|window", re.IGNORECASE), "cut"),
    (re.compile(r"filter|safety|refus|recitation|block|prohibit|sensitive|spii", re.IGNORECASE), "refused"),
    (re.compile(r"tool|function", re.IGNORECASE), "tools"),
    (re.compile(r"error|abort|cancel|interrupt", re.IGNORECASE), "broke_off"),
)


def written_by(model: BaseChatModel, asked: list[BaseMessage], limit_s: float) -> Iterator[str]:
    """Yield the pieces of a model's answer.

    :raises ModelError: If the provider's client fails; if the stream ends without the provider's word that the answer has
        ended, for a connection that is cut looks like an end otherwise; if that word is that it was cut or held back; if
        it takes longer than `limit_s` in all; if it is too long; if there is no text in it.
    """
    until, end, length, empty = monotonic() + limit_s, "", 0, True
    with closing(_chunks(model, asked)) as chunks:
        for chunk in chunks:
            end = next((str(own) for name in _ENDS if (own := chunk.response_metadata.get(name))), end)
            text = str(chunk.text)
            length, empty = length + len(text), empty and not text.strip()
            yield text
            if monotonic() > until:
                raise ModelError("slow", seconds=f"{limit_s:g}")
            if length > LONGEST:
                raise ModelError("long", most=f"{LONGEST:,}")
    if not end:
        raise ModelError("broke_off")
    if fault := next((fault for words, fault in _NOT_WHOLE if words.search(end)), None):
        raise ModelError(fault)
    if empty:
        raise ModelError("nothing")


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
                raise provider_error(error) from error
            yield chunk
    finally:
        stream.close()  # and with it the connection
