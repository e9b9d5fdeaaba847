"""A server in OpenAI's form that judges as a test has scripted."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.local_server import Quiet, serve


@dataclass
class ScriptedJudge:
    """What the judge does.

    :param reply: What it says of what it is shown; None is an error of the server.
    :param asked: What it was sent, as [system, user].
    """

    reply: Callable[[str], str | None]
    asked: list[list[str]] = field(default_factory=list)


@contextmanager
def judge_server(judge: ScriptedJudge) -> Iterator[str]:
    """Serve a judge on a free port of 127.0.0.1; yield the base URL."""

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            contents = [message["content"] for message in body["messages"]]
            text = judge.reply(contents[-1])
            if text is None:
                return self._send(500, {"error": {"message": "scripted"}})
            judge.asked.append(contents)
            choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
            return self._send(
                200, {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
            )

        def _send(self, status: int, content: dict) -> None:
            data = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    with serve(Handler) as address:
        yield f"{address}/v1"
