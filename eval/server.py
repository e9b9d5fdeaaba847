"""A running server, asked by its HTTP routes."""

import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from time import perf_counter
from typing import Any

from pydantic import ValidationError

from eval.pairs import Pair
from eval.responders import DEPTH, Response, authority_of
from retrieval.address import Address
from retrieval.errors import FayanError
from retrieval.result import Answer, Mode

TIMEOUT_S = 300
TOKEN = "FAYAN_TOKEN"  # the variable with the token of a server that has users
_DATA = b"data:"


class Server:
    """Asks a running server by its routes.

    :param url: For example http://127.0.0.1:7860.
    :param mode: `quoting` or `generating`; None: as the server is configured.
    """

    def __init__(self, url: str, mode: Mode | None = None) -> None:
        self.url, self.mode = url.rstrip("/"), mode

    def respond(self, pair: Pair) -> Response:
        """Answer one question.

        The answer comes whole from /api/chat. The time to its first words is that of the same question to
        /v1/chat/completions, which streams; the connection is closed when they are there.

        :raises FayanError: If the server does not answer as the routes are described.
        """
        history = [message.model_dump() for message in pair.history]
        shared = {"history": history, "as_of": pair.as_of.isoformat() if pair.as_of else None}
        start = perf_counter()
        chat = self.call("/api/chat", {"question": pair.question, "mode": self.mode, **shared})
        answered = perf_counter()
        found = self.call("/api/search", {"query": pair.question, "k": DEPTH, **shared})
        searched = perf_counter()
        self._first_words({"messages": [*history, {"role": "user", "content": pair.question}], "stream": True})
        begun = perf_counter()
        try:
            result = Answer.model_validate(chat)
            ranking = tuple(Address(authority_of(p["passage_id"]), p["article"]) for p in found["passages"])
        except (ValidationError, KeyError, TypeError) as error:
            raise FayanError(f"{self.url} does not answer in Fayan's form: {error}") from error
        return Response(
            result, ranking, (begun - searched) * 1000, (answered - start) * 1000, (searched - answered) * 1000
        )

    def health(self) -> dict[str, Any]:
        """Return what the server says of itself."""
        return self.call("/healthz", None)

    def call(self, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        """Send a request and return the JSON that comes back; without a body it is a GET.

        :raises FayanError: If the server does not answer, or with an error.
        """
        with self._opened(path, body) as reply:
            return json.load(reply)

    def _first_words(self, body: dict[str, Any]) -> str:
        """Return the first words that the stream brings."""
        path = "/v1/chat/completions"
        with self._opened(path, body) as reply:
            for line in reply:
                if line.startswith(_DATA + b" {"):
                    choices = json.loads(line.removeprefix(_DATA)).get("choices") or [{}]
                    if words := choices[0].get("delta", {}).get("content"):
                        return words
        raise FayanError(f"{self.url}{path} ended its stream without a word.")

    @contextmanager
    def _opened(self, path: str, body: dict[str, Any] | None) -> Iterator[HTTPResponse]:
        headers = {"Content-Type": "application/json"}
        if token := os.environ.get(TOKEN):
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_S) as reply:
                yield reply
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")[:300]
            hint = f" Put the token of a user into {TOKEN}." if error.code in (401, 403) else ""
            raise FayanError(f"{self.url}{path} answered {error.code}: {said}{hint}") from error
        except (OSError, ValueError) as error:
            raise FayanError(
                f"{self.url}{path} does not answer ({error}): start the server with `make run`, or leave out --url."
            ) from error
