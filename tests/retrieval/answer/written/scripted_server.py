"""A server that speaks OpenAI's form and says what a test has scripted: it streams, stalls, cuts off or fails."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.local_server import Quiet, serve


@dataclass
class Script:
    """What the server does with a request.

    :param pieces: The pieces of text that it streams.
    :param status: The HTTP status; other than 200 is an error.
    :param cut_off: Whether it closes the connection before the end.
    :param garbage: Whether it sends what is no JSON.
    :param stall_s: How long it waits before each piece.
    :param finish: What it says of the end.
    :param delta: Fields of the first piece besides its text: a refusal, what a reasoning model thinks.
    :param raw: What it sends after the pieces, sign for sign, instead of the end.
    :param headers: Of the response.
    :param hung_up: Set when the client closes the connection before the server is done.
    """

    pieces: list[str] = field(default_factory=list)
    status: int = 200
    cut_off: bool = False
    garbage: bool = False
    stall_s: float = 0.0
    finish: str = "stop"
    delta: dict = field(default_factory=dict)
    raw: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    requests: list[dict] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)


@contextmanager
def scripted_server(script: Script) -> Iterator[str]:
    """Serve a script on a free port of 127.0.0.1; yield the base URL."""

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            script.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(script.status)
            self.send_header("Content-Type", "text/event-stream" if script.status == 200 else "application/json")
            for name, value in script.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if script.status != 200:
                self.wfile.write(b'{"error": {"message": "scripted"}}')
                return
            try:
                self._stream()
            except ConnectionError:
                script.hung_up.set()

        def _stream(self) -> None:
            if script.delta:
                self._send(_chunk(None, None, script.delta))
            for piece in script.pieces:
                time.sleep(script.stall_s)
                self._send("{not json" if script.garbage else _chunk(piece))
            self.wfile.write(script.raw)
            if not script.cut_off and not script.raw:
                self._send(_chunk("", script.finish))
                self._send("[DONE]")

        def _send(self, data: str) -> None:
            self.wfile.write(f"data: {data}\n\n".encode())
            self.wfile.flush()

    with serve(Handler) as address:
        yield f"{address}/v1"


def _chunk(text: str | None, finish: str | None = None, more: dict | None = None) -> str:
    choice = {"index": 0, "delta": {"content": text, "role": "assistant", **(more or {})}, "finish_reason": finish}
    return json.dumps({"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]})
