"""What stands before every route: the Host and Origin checks, the limit on bodies, the security headers."""

import ipaddress
import socket
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ingest.readers import MAX_BYTES
from web.http.document_routes import too_large
from web.http.errors import ApiError
from web.http.refusals import refuse

MAX_BODY = 1024 * 1024
MAX_PAGE_BODY = 8 * 1024 * 1024  # the page's own events
_MULTIPART_OVERHEAD = 64 * 1024
_DRAINED = 256 * 1024 * 1024  # a longer body is cut off
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_WILDCARD = frozenset({"0.0.0.0", "::", ""})
FOREIGN = "Requests from another site's pages are not served."
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# `unsafe-eval` and `unsafe-inline` are what Gradio's page needs; no address outside the server can be reached
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Wraps the whole app.

    :param app: What is guarded.
    :param host: The name or address that the server listens on.
    :param public_host: The name that a proxy in front of it is asked by, if there is one.
    """

    def __init__(self, app: ASGIApp, host: str, public_host: str | None = None) -> None:
        self._app = app
        host = host.lower()  # as urlsplit gives the name that is asked for
        self._open = host in _WILDCARD
        self._hosts = _LOOPBACK | ({socket.gethostname().lower(), socket.getfqdn().lower()} if self._open else {host})
        self._hosts |= {public_host.lower()} if public_host else set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket":  # the page has none
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        guarded = _with_headers(send)
        if refusal := self._refusal(scope, headers):
            await refuse(scope, guarded, 403, refusal)
            return
        limit, sentence = _limit(scope["path"])
        try:
            length = int(headers.get("content-length", "0"))
        except ValueError:
            length = 0
        if length > limit:
            if length <= _DRAINED:
                await _drain(receive)
            await refuse(scope, guarded, 413, sentence)
            return
        await self._app(scope, _limited(receive, limit, sentence), guarded)

    def _refusal(self, scope: Scope, headers: Headers) -> str | None:
        """Return why a request is not served: a name that a hostile page pointed here, or a foreign page itself."""
        host = headers.get("host", "")
        if not self._is_own(host):
            return f"This server does not answer to the host name “{host[:80]}”."
        # whatever the method: Gradio lets pages of this machine's other ports read
        origin = headers.get("origin")
        if origin is not None and origin.lower().partition("://")[2] != host.lower():
            return FOREIGN
        # links from elsewhere may be followed
        follows = scope["method"] in _SAFE
        return None if follows or headers.get("sec-fetch-site", "same-origin") != "cross-site" else FOREIGN

    def _is_own(self, host: str) -> bool:
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        if name in self._hosts:
            return True
        # an address cannot be rebound; only a name can
        return self._open and _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _limit(path: str) -> tuple[int, str]:
    if path == "/api/documents":
        return MAX_BYTES + _MULTIPART_OVERHEAD, too_large("en")
    limit = MAX_PAGE_BODY if path.startswith("/gradio_api/") else MAX_BODY
    return limit, f"The body is larger than {limit // 1024**2} MB."


async def _drain(receive: Receive) -> None:
    """Take a body in and forget it: a client that is cut off while it sends does not read the answer."""
    while (await receive()).get("more_body", False):
        pass


def _limited(receive: Receive, limit: int, sentence: str) -> Receive:
    """Count what comes in: a body in chunks does not say its length before."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise ApiError(413, sentence)
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return with_headers
