"""The chain from a request to an answer, as a LangChain runnable."""

from datetime import date
from time import perf_counter

from langchain_core.runnables import Runnable, RunnableLambda

from retrieval.answer.compose import compose, decline
from retrieval.answer.types import Answer
from retrieval.legs import LEGS
from retrieval.question import Request
from retrieval.search import search
from retrieval.store.index import Index
from retrieval.sufficiency import refuse

PASSAGES = 12


def answer(index: Index, request: Request, legs: tuple[str, ...] = LEGS, today: date | None = None) -> Answer:
    """Answer a request from an index.

    :param legs: The legs of the search to use.
    :param today: The day that counts as today.
    """
    start = perf_counter()
    found = search(index, request, PASSAGES, legs, today)
    searched = perf_counter()
    refusal = refuse(found, index)
    result = decline(found, index, refusal) if refusal else compose(found, index)
    done = perf_counter()
    result.timings_ms = {
        "question": round(found.timings_ms["question"], 1),
        "search": round(found.timings_ms["embedding"] + found.timings_ms["search"], 1),
        "answer": round((done - searched) * 1000, 1),
        "checks": 0.0,
        "total": round((done - start) * 1000, 1),
    }
    return result


def answer_chain(index: Index) -> Runnable[Request, Answer]:
    """Return the chain: it can be invoked, batched and put into other chains."""
    return RunnableLambda(lambda request: answer(index, request)).with_config(run_name="fayan")
