"""The cookie that a browser keeps a session in."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from web.accounts.sessions import LASTS_S

NAME = "fayan-session"


def cookie_of(connection: HTTPConnection) -> str:
    """Return the cookie's value, or an empty text."""
    return connection.cookies.get(NAME, "")


def set_cookie(response: Response, value: str, secure: bool) -> None:
    """Have the browser keep a session: out of reach of scripts, and of requests that other sites cause."""
    response.set_cookie(NAME, value, max_age=LASTS_S, path="/", secure=secure, httponly=True, samesite="strict")


def drop_cookie(response: Response, secure: bool) -> None:
    """Have the browser forget it."""
    response.delete_cookie(NAME, path="/", secure=secure, httponly=True, samesite="strict")
