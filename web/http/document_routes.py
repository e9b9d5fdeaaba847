"""The HTTP routes for documents: add, list, remove."""

import re
from pathlib import PurePath

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import UploadFile
from starlette.requests import Request

from ingest.readers.unreadable import UnreadableFileError
from web.engine import Engine
from web.http.errors import ApiError, shorten
from web.http.routes import Pool
from web.identity import user_of

MAX_BYTES = 50 * 1024 * 1024
TOO_LARGE = "The file is larger than 50 MB."
_NOT_A_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def document_routes(engine: Engine) -> APIRouter:
    """Return the routes under /api/documents."""
    router = APIRouter()
    pool = Pool(1)  # ingest takes one at a time anyway

    @router.post("/api/documents")
    async def add(request: Request) -> JSONResponse:
        service = engine.service()
        name, content = await _read_file(request)
        try:
            added = await pool.run(service.documents.add, name, content, user_of(request))
        except UnreadableFileError as error:
            raise ApiError(422, f"The file {shorten(name)} cannot be used: {error}.") from error
        return JSONResponse(added.document, 201 if added.new else 200)

    @router.get("/api/documents")
    async def listing(request: Request) -> JSONResponse:
        return JSONResponse({"documents": await pool.run(engine.service().documents.list, user_of(request))})

    @router.delete("/api/documents/{key}")
    async def remove(key: str, request: Request) -> Response:
        if not await pool.run(engine.service().documents.remove, key, user_of(request)):
            raise ApiError(404, f"There is no document {shorten(key)}.")
        return Response(status_code=204)

    return router


async def _read_file(request: Request) -> tuple[str, bytes]:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise ApiError(422, "The field “file” is missing: send the document as multipart/form-data.")
    async with request.form(max_files=1, max_fields=10) as form:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise ApiError(422, "The field “file” is missing or is no file: send the document as multipart/form-data.")
        content = await upload.read()
        if len(content) > MAX_BYTES:
            raise ApiError(413, TOO_LARGE)
        name = _NOT_A_NAME.sub("", PurePath((upload.filename or "").replace("\\", "/")).name).strip()
    return name[-200:] or "document", content
