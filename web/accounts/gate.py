"""The gate: with users, nothing of the app is reached without a login; the one place where that is decided."""

from html import escape
from urllib.parse import quote, urlencode

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from prompts import say
from web.accounts.accounts import Accounts
from web.accounts.addresses import HEALTH, LOGIN, own_address, takes_token
from web.accounts.cookie import cookie_of
from web.http.paths import is_api
from web.http.refusals import refuse
from web.identity import STRANGER, USER
from web.texts import request_language

NO_TOKEN = "Please send a token of yours as “Authorization: Bearer TOKEN”: `python -m web token NAME` makes one."
BAD_TOKEN = "This token is not known: `python -m web token NAME` makes a new one."
_OPEN = frozenset({LOGIN, HEALTH})
_KEPT = ("/static/", "/assets/")  # Gradio's own files, the same for everybody


class Gate:
    """Wraps the whole app, inside the guard.

    :param app: What only users may reach.
    :param accounts: The users; None lets everybody in, without a name.
    """

    def __init__(self, app: ASGIApp, accounts: Accounts | None) -> None:
        self._app, self._accounts = app, accounts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "lifespan" or self._accounts is None:
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        path = scope["path"]
        bearer = _bearer(connection) if takes_token(path) else None
        user = self._by_token(bearer) if bearer is not None else self._by_cookie(connection)
        if user is not None:
            await self._app({**scope, USER: user}, receive, _unkept(path, send))
        elif path in _OPEN and bearer is None:
            await self._app({**scope, STRANGER: True}, receive, _unkept(path, send))
        elif _is_page(connection):
            await _to_login(connection)(scope, receive, send)
        else:
            login = say(request_language(connection), "refused_login")
            sentence = BAD_TOKEN if bearer is not None else NO_TOKEN if takes_token(path) else login
            await refuse(scope, send, 401, sentence, {"www-authenticate": "Bearer"} if takes_token(path) else None)

    def _by_token(self, token: str) -> str | None:
        return self._accounts.user_of_token(token) if self._accounts else None

    def _by_cookie(self, connection: HTTPConnection) -> str | None:
        cookie = cookie_of(connection)
        # a page of another port of this machine is of the same site, so that the browser sends it the cookie
        foreign = connection.headers.get("sec-fetch-site", "none") not in ("same-origin", "none")
        if not cookie or not self._accounts or (foreign and not _is_page(connection)):
            return None
        session = self._accounts.session(cookie)
        return session.user if session else None


def _bearer(connection: HTTPConnection) -> str | None:
    kind, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def _is_page(connection: HTTPConnection) -> bool:
    """Whether a browser asks for it to show it."""
    path = connection.scope["path"]
    if connection.scope["method"] not in ("GET", "HEAD") or is_api(path):
        return False
    return path == "/" or "text/html" in connection.headers.get("accept", "")


def _to_login(connection: HTTPConnection) -> ASGIApp:
    scope = connection.scope
    query = scope["query_string"].decode("latin-1")
    here = own_address(quote(scope["path"]) + (f"?{query}" if query else ""))
    if connection.headers.get("sec-fetch-site") == "cross-site":
        # a link from a mail or another site comes without the cookie; asked for once more from here, it comes with it
        again = f'<!doctype html><meta http-equiv="refresh" content="0;url={escape(here)}"><title>法眼 Fayan</title>'
        return HTMLResponse(again, headers={"Cache-Control": "no-store"})
    onward = urlencode({"next": here}) if here != "/" else ""
    return RedirectResponse(f"{LOGIN}?{onward}" if onward else LOGIN, 303, {"Cache-Control": "no-store"})


def _unkept(path: str, send: Send) -> Send:
    """Keep what a user was shown out of the browser's cache, where the next one at this machine would find it."""
    if path.startswith(_KEPT):
        return send

    async def unkept(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [pair for pair in message["headers"] if pair[0].lower() != b"cache-control"]
            message = {**message, "headers": [*headers, (b"cache-control", b"no-store")]}
        await send(message)

    return unkept
