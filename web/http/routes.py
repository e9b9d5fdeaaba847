"""The HTTP routes of Fayan's own form: health, search, chat."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Match

from web.engine import Engine, StartingError
from web.http.bodies import ChatBody, SearchBody, read_body
from web.http.errors import ApiError
from web.identity import is_stranger, user_of

AT_ONCE = 32  # requests at the same time, most of which wait; the others do so without holding a thread
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"]
# what Gradio would tell of itself under the last ones is nobody's business
_OWN_PATHS = (
    "/healthz",
    "/api",
    "/api/{path:path}",
    "/v1",
    "/v1/{path:path}",
    "/library/{path:path}",
    "/cases/{path:path}",
    "/export",
    "/export/{path:path}",
    "/openapi.json",
    "/docs",
    "/redoc",
    "/gradio_api/openapi.json",
    "/login",
    "/login/",
    "/logout",
    "/logout/",
)
NO_CHAT_MODEL = (
    "The mode “generating” needs a chat model and none is configured: set FAYAN_CHAT_MODEL, or ask in the mode quoting."
)
Result = TypeVar("Result")


class Pool:
    """Runs what takes time in threads, a few at once, so that the event loop stays free."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._limiter: CapacityLimiter | None = None

    async def run(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Return what the function returns."""
        if self._limiter is None:  # made here because it belongs to the running event loop
            self._limiter = CapacityLimiter(self._at_once)
        return await anyio.to_thread.run_sync(function, *arguments, limiter=self._limiter)


def own_routes(engine: Engine, pool: Pool) -> APIRouter:
    """Return /healthz, /api/search and /api/chat."""
    router = APIRouter()

    @router.get("/healthz")
    async def healthz(request: Request) -> JSONResponse:
        try:
            health = engine.service().health()
            return JSONResponse({"status": health["status"]} if is_stranger(request) else health)
        except StartingError as error:
            return JSONResponse({"status": "starting", "error": str(error)}, 503)

    @router.post("/api/search")
    async def search(request: Request) -> JSONResponse:
        body = await read_body(request, SearchBody)
        return JSONResponse(await pool.run(engine.service().search, body.request(user_of(request)), body.k))

    @router.post("/api/chat")
    async def chat(request: Request) -> JSONResponse:
        body = await read_body(request, ChatBody)
        service = engine.service()
        if body.mode == "generating" and not service.can_generate:
            raise ApiError(400, NO_CHAT_MODEL)
        answer = await pool.run(service.answer, body.request(user_of(request)), body.mode)
        return JSONResponse(answer.model_dump(mode="json"))

    return router


def add_unknown_routes(app: FastAPI, routers: Iterable[APIRouter]) -> None:
    """Answer what no route of the routers takes: else the page, which is mounted at the root, would."""
    known = [route for router in routers for route in router.routes]

    async def unknown(request: Request) -> None:
        allowed = {
            method
            for route in known
            if route.matches(request.scope)[0] is Match.PARTIAL
            for method in getattr(route, "methods", None) or ()
        }
        if allowed:
            raise HTTPException(405, headers={"Allow": ", ".join(sorted(allowed))})
        raise HTTPException(404)

    for path in _OWN_PATHS:
        app.add_api_route(path, unknown, methods=_METHODS)
