"""The routes that the library's view loads its HTML from."""

from datetime import date

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from prompts import say
from retrieval.authority import Kind, Status
from retrieval.dates.clock import today
from web.engine import Engine
from web.http.errors import ApiError, shorten
from web.http.routes import Pool
from web.identity import user_of
from web.library.article import Target
from web.library.find import clean_query
from web.library.page import aim, authority_html
from web.library.rows import COLUMNS, Filters, select
from web.library.shelf import Shelves
from web.library.table import bar_html, table_html
from web.texts import LANGUAGES, request_language

AT_ONCE = 4
_HEADERS = {"Cache-Control": "no-store"}  # what a reader searched for is nobody else's business


def library_routes(engine: Engine) -> APIRouter:
    """Return the routes under /library."""
    router, pool, shelves = APIRouter(prefix="/library"), Pool(AT_ONCE), Shelves()

    @router.get("/bar")
    async def bar(request: Request) -> HTMLResponse:
        return html(bar_html(language_of(request)))

    @router.post("/rows")
    async def rows(request: Request) -> HTMLResponse:
        language, user, filters = language_of(request), user_of(request), await _filters(request)

        def draw() -> str:
            shelf = shelves.of(engine.service().live.current(), today())
            return table_html(shelf, select(shelf, filters, user, language), filters, language)

        return html(await pool.run(draw))

    @router.get("/authorities/{key}")
    async def authority(request: Request, key: str) -> HTMLResponse:
        language, user, target = language_of(request), user_of(request), _target(request)

        def draw() -> str | None:
            shelf = shelves.of(engine.service().live.current(), today())
            entry = shelf.find(key, user)
            return authority_html(shelf, entry, language, aim(shelf, entry, target)) if entry else None

        drawn = await pool.run(draw)
        if drawn is None:
            raise ApiError(404, say(language, "library_unknown", key=shorten(key)))
        return html(drawn)

    return router


def html(text: str) -> HTMLResponse:
    """Return a piece of the page that is not kept anywhere."""
    return HTMLResponse(text, headers=_HEADERS)


def language_of(request: Request) -> str:
    """Return the language that the page asks for, or else the page's own."""
    asked = request.query_params.get("language", "")
    return asked if asked in LANGUAGES else request_language(request)


async def _filters(request: Request) -> Filters:
    async with request.form(max_files=0, max_fields=40) as form:
        texts = {name: str(form.get(name) or "") for name in ("query", "status", "day", "sort", "descending")}
        kinds = [str(kind) for kind in form.getlist("kinds")]
    try:
        return Filters(
            clean_query(texts["query"]), frozenset(map(Kind, kinds)),
            Status(texts["status"]) if texts["status"] else None,
            date.fromisoformat(texts["day"]) if texts["day"] else None,
            texts["sort"] if texts["sort"] in COLUMNS else "best", texts["descending"] == "1",
        )  # fmt: skip
    except ValueError as error:
        raise ApiError(400, f"A filter has a value that there is not: {error}.") from error


def _target(request: Request) -> Target:
    asked = request.query_params
    return Target(
        asked.get("article"), number_of(asked.get("paragraph")), asked.get("passage"),
        number_of(asked.get("start")) or 0, number_of(asked.get("end")) or 0,
    )  # fmt: skip


def number_of(text: str | None) -> int | None:
    """Return a whole number of an address; one that is none, or far too long, counts as not given."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
