"""Who is asked: anything that answers a pair's question; here the library in this process."""

from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import Protocol

from langchain_core.language_models import BaseChatModel

from eval.pairs import Pair
from retrieval.address import Address
from retrieval.chain import stream
from retrieval.dates import clock
from retrieval.index import Index
from retrieval.ranking.legs import LEGS
from retrieval.result import Answer
from retrieval.search import search
from retrieval.sufficiency import LEAST_CONFIDENCE, confidence

DEPTH = 20  # passages of the ranking; R@20 needs no more, and the legs then go as deep as they do for an answer


@dataclass(frozen=True)
class Response:
    """What came back for a question.

    :param ranking: The authority and article of each passage found, best first.
    :param first_ms: From the question to the first words of the answer, by our own clock.
    :param total_ms: From the question to the whole answer.
    :param search_ms: The search alone: reading the question, embedding it, all legs, fusion.
    :param margin: How far the confidence lies above the declining threshold; None from a server.
    """

    answer: Answer
    ranking: tuple[Address, ...]
    first_ms: float
    total_ms: float
    search_ms: float
    margin: float | None = None


class Responder(Protocol):
    """Anything that answers the questions of pairs."""

    def respond(self, pair: Pair) -> Response:
        """Answer one question."""
        ...


class Library:
    """Answers in this process.

    :param legs: The legs of the search to use.
    :param today: The day that counts as today.
    :param model: The language model that writes the answers; without one they are made of quotations.
    """

    def __init__(
        self,
        index: Index,
        legs: tuple[str, ...] = LEGS,
        today: date | None = None,
        model: BaseChatModel | None = None,
    ) -> None:
        self.index, self.legs, self.today, self.model = index, legs, today or clock.today(), model

    def respond(self, pair: Pair) -> Response:
        """Answer one question; the ranking comes from a search of its own, which is not part of the answer's time."""
        request = pair.request()
        start = perf_counter()
        pieces = stream(self.index, request, self.legs, self.today, self.model)
        result = next(pieces)
        first = perf_counter()
        while not isinstance(result, Answer):
            result = next(pieces)
        answered = perf_counter()
        found = search(self.index, request, DEPTH, self.legs, self.today)
        searched = perf_counter()
        return Response(
            answer=result,
            ranking=tuple(Address(f.passage.authority, f.passage.article) for f in found.found),
            first_ms=(first - start) * 1000,
            total_ms=(answered - start) * 1000,
            search_ms=(searched - answered) * 1000,
            margin=confidence(found) - LEAST_CONFIDENCE[found.question.language],
        )


def authority_of(passage_id: str) -> str:
    """Return the authority of a passage's id: `criminal-law:286-1:zh` is of `criminal-law`."""
    return passage_id.rsplit(":", 2)[0]
