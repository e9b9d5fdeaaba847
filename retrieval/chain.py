"""The chain from a request to an answer, as a LangChain runnable."""

import logging
from collections.abc import Iterator
from datetime import date
from time import perf_counter

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableLambda

from prompts import say
from retrieval.answer.compose import compose
from retrieval.answer.declining import decline
from retrieval.answer.generating import PASSAGES as SHOWN
from retrieval.answer.generating import generate
from retrieval.answer.other_version import with_renumbered_first
from retrieval.answer.penalty_of_article import with_penalty_of_named
from retrieval.answer.sources import ranked_source
from retrieval.answer.two_versions import how_dates_were_read
from retrieval.answer.written.consent import shareable
from retrieval.answer.written.model_errors import ModelError
from retrieval.answer.written.named import with_names_checked
from retrieval.index import Index
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.ranking.legs import LEGS
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.search import Search, search
from retrieval.sufficiency import refuse

PASSAGES = 12
_log = logging.getLogger(__name__)


def answer(
    index: Index,
    request: Request,
    legs: tuple[str, ...] = LEGS,
    today: date | None = None,
    model: BaseChatModel | None = None,
    passages: int = PASSAGES,
) -> Answer:
    """Answer a request from an index.

    :param legs: The legs of the search to use.
    :param today: The day that counts as today.
    :param model: The language model that writes the answer; without one it is made of quotations.
    :param passages: From how many passages found.
    """
    pieces = stream(index, request, legs, today, model, passages)
    return next(piece for piece in pieces if isinstance(piece, Answer))


def stream(
    index: Index,
    request: Request,
    legs: tuple[str, ...] = LEGS,
    today: date | None = None,
    model: BaseChatModel | None = None,
    passages: int = PASSAGES,
) -> Iterator[str | Answer]:
    """Yield the answer's text piece by piece, and at last the answer, whose text counts.

    A quoting answer comes a paragraph at a time; with a model, as it writes.
    """
    start = perf_counter()
    index = index.seen_by(request.user)
    found = with_renumbered_first(search(index, request, passages, legs, today), index)
    found = with_penalty_of_named(found, index)
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
            piece.timings_ms = _timings(found, start, searched, piece.timings_ms.get("checks", 0.0))
        yield piece


def _whole(made: Answer) -> Iterator[str | Answer]:
    for number, block in enumerate(made.answer.split("\n\n")):
        yield ("\n\n" if number else "") + block
    yield made


def _generated(found: Search, index: Index, model: BaseChatModel) -> Iterator[str | Answer]:
    """What the model writes; if it fails, a sentence that says so and the quoting answer."""
    shown = found if found.question.request.share_documents else shareable(found, index)
    withheld = [one for one in found.found[:SHOWN] if one not in shown.found]
    if withheld and not shown.found:
        yield from _whole(_noted(compose(found, index), "documents_only"))
        return
    begun, read = False, how_dates_were_read(found.question)
    try:
        for sentence in read:
            yield sentence + "\n\n"
        if withheld:
            yield say(found.question.answer_language, "documents_withheld") + "\n\n"
        for piece in generate(shown, index, model):
            begun = True
            if isinstance(piece, Answer):
                piece = with_names_checked(piece, index)
                piece = _with_withheld(piece, withheld, found.question, index) if withheld else piece
                piece.answer = "\n\n".join((*read, piece.answer))
            yield piece
        return
    except ModelError as error:
        failed = error
        _log.warning("The language model failed: %s (%s)", error, type(error.__cause__).__name__)
    quoted = compose(found, index)
    _noted(quoted, "model_failed", why=failed.why(quoted.language))
    yield ("\n\n" if begun else "") + quoted.answer
    yield quoted


def _noted(given: Answer, name: str, **values: object) -> Answer:
    """Put a sentence before an answer."""
    given.answer = say(given.language, name, **values) + "\n\n" + given.answer
    return given


def _with_withheld(given: Answer, withheld: list[Found], question: Question, index: Index) -> Answer:
    """Say that documents were left out, and list them first among what was also found."""
    first = [ranked_source(index, one, rank, question) for rank, one in enumerate(withheld, 1)]
    rest = [source.model_copy(update={"rank": source.rank + len(first)}) for source in given.also_found]
    given.also_found = [*first, *rest]
    return _noted(given, "documents_withheld")


def _timings(found: Search, start: float, searched: float, checks: float) -> dict[str, float]:
    """The milliseconds that each step took; `answer` is the making of it without the checks."""
    done = perf_counter()
    return {
        "question": round(found.timings_ms["question"], 1),
        "search": round((searched - start) * 1000 - found.timings_ms["question"], 1),
        "answer": round((done - searched) * 1000 - checks, 1),
        "checks": round(checks, 1),
        "total": round((done - start) * 1000, 1),
    }


def answer_chain(index: Index, model: BaseChatModel | None = None) -> Runnable[Request, Answer]:
    """Return the chain: it can be invoked, batched and put into other chains."""
    return RunnableLambda(lambda request: answer(index, request, model=model)).with_config(run_name="fayan")
