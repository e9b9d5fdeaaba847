"""Puts a script at the head of the page: what Gradio calls head it adds only after it has read language and look."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PLACE = b"<head>"


class FirstScript:
    """Wraps an app and adds a script to its page at `/`.

    :param app: What is wrapped.
    :param script: JavaScript that runs before everything else.
    """

    def __init__(self, app: ASGIApp, script: str) -> None:
        self._app = app
        self._script = f"<script>{script}</script>".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = bytearray()

        async def held(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if not Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                    await send(message)
                    return
                start = message
            elif start is None:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    page = bytes(body).replace(_PLACE, _PLACE + self._script, 1)
                    MutableHeaders(raw=start["headers"])["content-length"] = str(len(page))
                    await send(start)
                    await send({"type": "http.response.body", "body": page})

        await self._app(scope, receive, held)
