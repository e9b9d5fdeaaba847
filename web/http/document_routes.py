"""The HTTP routes for documents: add, list, remove."""

import logging
import re
from pathlib import PurePath

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import UploadFile
from starlette.requests import Request

from ingest.readers import MAX_BYTES, MAX_MB, UnreadableFileError
from prompts import say
from retrieval.errors import CorpusUnreadableError
from web.engine import Engine
from web.http.errors import ApiError, shorten
from web.http.routes import Pool
from web.identity import user_of
from web.texts import request_language

_LONGEST, _LONGEST_ENDING = 200, 20  # characters of a file's name
_log = logging.getLogger(__name__)
_NOT_A_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def document_routes(engine: Engine) -> APIRouter:
    """Return the routes under /api/documents."""
    router = APIRouter()
    pool = Pool(1)  # ingest takes one at a time anyway
    readers = Pool()  # a list need not wait for it

    @router.post("/api/documents")
    async def add(request: Request) -> JSONResponse:
        service = engine.service()
        name, content = await _read_file(request)
        language = request_language(request)
        try:
            added = await pool.run(service.documents.add, name, content, user_of(request), language)
        except UnreadableFileError as error:
            reason = error.in_language(language)
            raise ApiError(422, say(language, "cannot_be_used", file=shorten(name), reason=reason)) from error
        except CorpusUnreadableError as error:
            raise _corpus_fault(request, "add", error) from error
        return JSONResponse(added.document, 201 if added.new else 200)

    @router.get("/api/documents")
    async def listing(request: Request) -> JSONResponse:
        held = await readers.run(engine.service().documents.list, user_of(request), request_language(request))
        return JSONResponse({"documents": held})

    @router.delete("/api/documents/{key}")
    async def remove(request: Request, key: str) -> Response:
        try:
            removed = await pool.run(engine.service().documents.remove, key, user_of(request))
        except CorpusUnreadableError as error:
            raise _corpus_fault(request, "remove", error) from error
        if not removed:
            raise ApiError(404, f"There is no document {shorten(key)}.")
        return Response(status_code=204)

    return router


def too_large(language: str) -> str:
    """Return what is said of a file that is too large."""
    return say(language, "documents_too_large", limit=MAX_MB)


def _corpus_fault(request: Request, what: str, error: CorpusUnreadableError) -> ApiError:
    """The reader learns what became of the document; the faults, with their paths, are for the server's log."""
    _log.error("%s", error)
    return ApiError(503, say(request_language(request), f"corpus_unreadable_{what}"))


async def _read_file(request: Request) -> tuple[str, bytes]:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise ApiError(422, "The field “file” is missing: send the document as multipart/form-data.")
    async with request.form(max_files=1, max_fields=10) as form:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise ApiError(422, "The field “file” is missing or is no file: send the document as multipart/form-data.")
        content = await upload.read()
        if len(content) > MAX_BYTES:
            raise ApiError(413, too_large(request_language(request)))
        name = _NOT_A_NAME.sub("", PurePath((upload.filename or "").replace("\\", "/")).name).strip()
    return _shortened(name) or "document", content


def _shortened(name: str) -> str:
    """A file is known by the beginning of its name, and read by the ending."""
    path = PurePath(name)
    ending = path.suffix[:_LONGEST_ENDING]
    return name if len(name) <= _LONGEST else f"{path.stem[: _LONGEST - len(ending)]}{ending}"
