"""Errors as the routes give them: one sentence, no trace; on /v1 in OpenAI's form."""

from html import escape

from fastapi import FastAPI
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from retrieval.errors import FayanError
from web.engine import StartingError
from web.http.paths import is_api
from web.plain_page import refused_page
from web.private import WENT_WRONG, UnexpectedError
from web.texts import request_language

_SHOWN = 60  # characters of an offending value
_SENTENCES = {404: "There is nothing at {path}.", 405: "The method {method} is not allowed at {path}."}


class ApiError(Exception):
    """A request that cannot be served.

    :param status: The HTTP status.
    :param sentence: What is wrong, and what is allowed.
    :param code: OpenAI's short name of the fault, for /v1.
    """

    def __init__(self, status: int, sentence: str, param: str | None = None, code: str | None = None) -> None:
        super().__init__(sentence)
        self.status, self.sentence, self.param, self.code = status, sentence, param, code


def shorten(value: object) -> str:
    """Return a value as an error sentence shows it: on one line, not long, printable."""
    text = f"“{value}”" if isinstance(value, str) else repr(value)
    text = "".join(c if c.isprintable() else "�" for c in text.encode("utf-8", "replace").decode())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…" + ("”" if isinstance(value, str) else "")


def error_response(request: Request, error: ApiError) -> Response:
    """Return an error in the form of its route; as a page where a browser asked for one."""
    if _is_reader(request):
        page = refused_page(request_language(request), error.status, escape(error.sentence))
        return HTMLResponse(page, error.status, {"Cache-Control": "no-store"})
    if not request.url.path.startswith("/v1/"):
        return JSONResponse({"error": error.sentence}, error.status)
    kind = "server_error" if error.status >= 500 else "invalid_request_error"
    body = {"message": error.sentence, "type": kind, "param": error.param, "code": error.code}
    return JSONResponse({"error": body}, error.status)


def _is_reader(request: Request) -> bool:
    """Whether a browser asks for a page to show."""
    return request.method == "GET" and not is_api(request.url.path) and "text/html" in request.headers.get("accept", "")


def add_error_handlers(app: FastAPI) -> None:
    """Make every error of the app's routes one sentence."""

    @app.exception_handler(ApiError)
    async def _api_error(request: Request, error: ApiError) -> Response:
        return error_response(request, error)

    @app.exception_handler(FayanError)
    async def _fayan_error(request: Request, error: FayanError) -> Response:
        response = error_response(request, ApiError(500 if isinstance(error, UnexpectedError) else 503, str(error)))
        if isinstance(error, StartingError):
            response.headers["Retry-After"] = "3"
        return response

    @app.exception_handler(HTTPException)
    async def _http_error(request: Request, error: HTTPException) -> Response:
        return _http_response(request, error)

    @app.exception_handler(Exception)
    async def _unexpected(request: Request, _error: Exception) -> Response:
        return error_response(request, ApiError(500, WENT_WRONG))


def add_page_errors(gradio_app: FastAPI) -> None:
    """Show a page of ours where an address leads to nothing; what the page's own script asks for keeps Gradio's answers."""

    @gradio_app.exception_handler(HTTPException)
    async def _http_error(request: Request, error: HTTPException) -> Response:
        if _is_reader(request):
            return _http_response(request, error)
        return await http_exception_handler(request, error)


def _http_response(request: Request, error: HTTPException) -> Response:
    sentence = _SENTENCES.get(error.status_code, str(error.detail))
    sentence = sentence.format(path=shorten(request.url.path), method=request.method)
    response = error_response(request, ApiError(error.status_code, sentence))
    response.headers.update(error.headers or {})
    return response
