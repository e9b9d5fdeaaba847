"""Which address a reader is sent on to after the login."""

from web.http.paths import is_api

LOGIN, LOGOUT, HEALTH = "/login", "/logout", "/healthz"
MAX_NEXT = 2000


def takes_token(path: str) -> bool:
    """Return whether a path may be asked for with a token: Fayan's and OpenAI's routes, not the page's own."""
    return path == HEALTH or (is_api(path) and not path.startswith("/gradio_api"))


def own_address(text: str | None) -> str:
    """Return an address of this server to go on to; the root for everything that might lead elsewhere."""
    text = text or "/"
    odd = len(text) > MAX_NEXT or "\\" in text or any(ord(c) <= 0x20 or 0x7F <= ord(c) <= 0xA0 for c in text)
    if odd or not text.startswith("/") or text.startswith("//"):
        return "/"
    path = text.partition("?")[0].partition("#")[0]
    return "/" if path.rstrip("/") in (LOGIN, LOGOUT) else text
