"""Requests that are answered before any route is reached."""

import json
from collections.abc import Mapping

from starlette.types import Scope, Send


async def refuse(scope: Scope, send: Send, status: int, sentence: str, more: Mapping[str, str] | None = None) -> None:
    """Answer with one sentence, on /v1 in OpenAI's form, and close the connection.

    :param more: Further headers.
    """
    error: object = sentence
    if scope["path"].startswith("/v1/"):
        error = {"message": sentence, "type": "invalid_request_error", "param": None, "code": None}
    body = json.dumps({"error": error}, ensure_ascii=False).encode("utf-8", "replace")
    own = {"content-type": "application/json", "content-length": str(len(body)), "connection": "close", **(more or {})}
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in own.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
