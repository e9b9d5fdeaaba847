"""The chain from a request to an answer, as a LangChain runnable."""

import logging
from collections.abc import Iterator
from datetime import date
from time import perf_counter

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableLambda

from prompts import say
from retrieval.answer.compose import compose, decline
from retrieval.answer.generating import generate
from retrieval.answer.types import Answer
from retrieval.legs import LEGS
from retrieval.question import Request
from retrieval.search import Search, search
from retrieval.store.index import Index
from retrieval.sufficiency import refuse

PASSAGES = 12
_log = logging.getLogger(__name__)


def answer(
    index: Index,
    request: Request,
    legs: tuple[str, ...] = LEGS,
    today: date | None = None,
    model: BaseChatModel | None = None,
) -> Answer:
    """Answer a request from an index.

    :param legs: The legs of the search to use.
    :param today: The day that counts as today.
    :param model: The language model that writes the answer; without one it is made of quotations.
    """
    return next(piece for piece in stream(index, request, legs, today, model) if isinstance(piece, Answer))


def stream(
    index: Index,
    request: Request,
    legs: tuple[str, ...] = LEGS,
    today: date | None = None,
    model: BaseChatModel | None = None,
) -> Iterator[str | Answer]:
    """Yield the answer's text piece by piece, and at last the answer, whose text counts.

    A quoting answer comes a paragraph at a time; with a model, as it writes.
    """
    start = perf_counter()
    found = search(index, request, PASSAGES, legs, today)
    searched = perf_counter()
    refusal = refuse(found, index)
    if refusal:
        pieces = _whole(decline(found, index, refusal))
    elif model:
        pieces = _generated(found, index, model)
    else:
        pieces = _whole(compose(found, index))
    for piece in pieces:
        if isinstance(piece, Answer):
            piece.timings_ms = _timings(found, start, searched)
        yield piece


def _whole(made: Answer) -> Iterator[str | Answer]:
    for number, block in enumerate(made.answer.split("\n\n")):
        yield ("\n\n" if number else "") + block
    yield made


def _generated(found: Search, index: Index, model: BaseChatModel) -> Iterator[str | Answer]:
    """What the model writes; if it fails, a sentence that says so and the quoting answer."""
    begun = False
    try:
        for piece in generate(found, index, model):
            begun = True
            yield piece
        return
    except Exception as error:  # noqa: BLE001 - each provider has errors of its own; all mean that it did not answer
        why = type(error).__name__
        _log.warning("The language model failed: %s", why)
    quoted = compose(found, index)
    quoted.answer = say(quoted.language, "model_failed", why=why) + "\n\n" + quoted.answer
    yield ("\n\n" if begun else "") + quoted.answer
    yield quoted


def _timings(found: Search, start: float, searched: float) -> dict[str, float]:
    done = perf_counter()
    return {
        "question": round(found.timings_ms["question"], 1),
        "search": round((searched - start) * 1000 - found.timings_ms["question"], 1),
        "answer": round((done - searched) * 1000, 1),
        "checks": 0.0,
        "total": round((done - start) * 1000, 1),
    }


def answer_chain(index: Index, model: BaseChatModel | None = None) -> Runnable[Request, Answer]:
    """Return the chain: it can be invoked, batched and put into other chains."""
    return RunnableLambda(lambda request: answer(index, request, model=model)).with_config(run_name="fayan")
