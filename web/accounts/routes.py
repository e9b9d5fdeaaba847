"""The routes of the login and the logout."""

import math
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import StringConstraints, TypeAdapter, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from prompts import say
from web.accounts.accounts import Accounts
from web.accounts.addresses import LOGIN, LOGOUT, own_address
from web.accounts.cookie import cookie_of, drop_cookie, set_cookie
from web.accounts.login_page import login_html
from web.accounts.secrets import MAX_PASSWORD
from web.http.routes import Pool
from web.identity import user_of
from web.texts import LANGUAGES, request_language

AT_ONCE = 2  # a try takes 32 MB
_FIELD = TypeAdapter(Annotated[str, StringConstraints(max_length=MAX_PASSWORD * 2)])


def account_routes(accounts: Accounts, public_url: str | None = None) -> APIRouter:
    """Return GET and POST /login, POST /logout.

    :param public_url: The address that a proxy in front is asked by, if there is one.
    """
    router = APIRouter()
    pool = Pool(AT_ONCE)
    public = urlsplit(public_url or "")

    def is_secure(request: Request) -> bool:
        """Whether the browser asked by https, here or at a proxy that does not say so."""
        behind = public.scheme == "https" and request.url.hostname == public.hostname
        return behind or request.url.scheme == "https"

    @router.get(LOGIN)
    async def page(request: Request) -> Response:
        goes_on = own_address(request.query_params.get("next"))
        if user_of(request) is not None:
            return RedirectResponse(goes_on, 303)
        return HTMLResponse(login_html(_language(request, request.query_params.get("lang")), goes_on))

    @router.post(LOGIN)
    async def log_in(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=8) as form:
            name, password, goes_on, wanted = (_text(form.get(key)) for key in ("name", "password", "next", "lang"))
        goes_on, language = own_address(goes_on), _language(request, wanted)
        address = request.client.host if request.client else ""
        login = await pool.run(accounts.log_in, name, password, address)
        if login.cookie:
            # always a new session: one that somebody else put into this browser is not taken over
            response = RedirectResponse(goes_on, 303)
            set_cookie(response, login.cookie, is_secure(request))
            return response
        if login.wait_s:
            minutes = math.ceil(login.wait_s / 60)
            html = login_html(language, goes_on, name[:64], say(language, "login_wait", minutes=minutes))
            return HTMLResponse(html, 429, {"Retry-After": str(math.ceil(login.wait_s))})
        return HTMLResponse(login_html(language, goes_on, name[:64], say(language, "login_wrong")), 401)

    @router.post(LOGOUT)
    async def log_out(request: Request) -> Response:
        if session := accounts.session(cookie_of(request)):
            accounts.sessions.end(session)
        response = RedirectResponse(LOGIN, 303)
        drop_cookie(response, is_secure(request))
        return response

    return router


def _text(value: object) -> str:
    try:
        return _FIELD.validate_python(value, strict=True)
    except ValidationError:
        return ""


def _language(request: Request, wanted: str | None) -> str:
    return wanted if wanted in LANGUAGES else request_language(request)
