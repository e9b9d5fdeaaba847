"""Who is asked: the library in this process, or a running server."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import Any, Protocol

from pydantic import ValidationError

from eval.gold import Pair
from retrieval.address import Address
from retrieval.answer.types import Answer
from retrieval.chain import answer
from retrieval.errors import FayanError
from retrieval.legs import LEGS
from retrieval.search import search
from retrieval.store.index import Index
from retrieval.sufficiency import LEAST_CONFIDENCE, confidence

DEPTH = 20  # passages of the ranking; R@20 needs no more, and the legs then go as deep as they do for an answer
TIMEOUT_S = 300


@dataclass(frozen=True)
class Response:
    """What came back for a question.

    :param ranking: The authority and article of each passage found, best first.
    :param total_ms: From the question to the whole answer, by our own clock.
    :param search_ms: The search alone: reading the question, embedding it, all legs, fusion.
    :param margin: How far the confidence lies above the declining threshold; None from a server.
    """

    answer: Answer
    ranking: tuple[Address, ...]
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
    """

    def __init__(self, index: Index, legs: tuple[str, ...] = LEGS, today: date | None = None) -> None:
        self.index, self.legs, self.today = index, legs, today or date.today()

    def respond(self, pair: Pair) -> Response:
        """Answer one question; the ranking comes from a search of its own, which is not part of the answer's time."""
        request = pair.request()
        start = perf_counter()
        result = answer(self.index, request, self.legs, self.today)
        answered = perf_counter()
        found = search(self.index, request, DEPTH, self.legs, self.today)
        searched = perf_counter()
        return Response(
            answer=result,
            ranking=tuple(Address(f.passage.authority, f.passage.article) for f in found.found),
            total_ms=(answered - start) * 1000,
            search_ms=(searched - answered) * 1000,
            margin=confidence(found, self.index) - LEAST_CONFIDENCE[found.question.language],
        )


class Server:
    """Asks a running server by its routes.

    :param url: For example http://127.0.0.1:7860.
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    def respond(self, pair: Pair) -> Response:
        """Answer one question.

        :raises FayanError: If the server does not answer as the routes are described.
        """
        shared = {
            "history": [message.model_dump() for message in pair.history],
            "as_of": pair.as_of.isoformat() if pair.as_of else None,
        }
        start = perf_counter()
        chat = self.call("/api/chat", {"question": pair.question, **shared})
        answered = perf_counter()
        found = self.call("/api/search", {"query": pair.question, "k": DEPTH, **shared})
        searched = perf_counter()
        try:
            result = Answer.model_validate(chat)
            ranking = tuple(Address(authority_of(p["passage_id"]), p["article"]) for p in found["passages"])
        except (ValidationError, KeyError, TypeError) as error:
            raise FayanError(f"{self.url} does not answer in Fayan's form: {error}") from error
        return Response(result, ranking, (answered - start) * 1000, (searched - answered) * 1000)

    def health(self) -> dict[str, Any]:
        """Return what the server says of itself."""
        return self.call("/healthz", None)

    def call(self, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        """Send a request; without a body it is a GET."""
        request = urllib.request.Request(
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_S) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")[:300]
            raise FayanError(f"{self.url}{path} answered {error.code}: {said}") from error
        except (OSError, ValueError) as error:
            raise FayanError(
                f"{self.url}{path} does not answer ({error}): start the server with `make run`, or leave out --url."
            ) from error


def authority_of(passage_id: str) -> str:
    """Return the authority of a passage's id: `criminal-law:286-1:zh` is of `criminal-law`."""
    return passage_id.rsplit(":", 2)[0]
