"""The route that gives a conversation, or one answer of it, as a file."""

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from retrieval.settings import Settings
from web.export.docx_file import to_docx
from web.export.links import FORMATS
from web.export.markdown_file import to_markdown_file
from web.export.memo import make_memo
from web.export.names import disposition
from web.http.errors import ApiError, shorten
from web.http.routes import Pool
from web.identity import user_of
from web.texts import LANGUAGES, request_language
from web.transcripts.store import Conversations

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


def export_routes(settings: Settings) -> APIRouter:
    """Return /export; it gives the files of whoever asks, and of nobody else."""
    router = APIRouter()
    conversations = Conversations(settings)
    pool = Pool(2)

    def make(user: str, key: str, suffix: str, message: str, citations: bool, language: str) -> Response:
        conversation = conversations.read(user, key)
        if conversation is None:
            raise ApiError(404, f"There is no conversation {shorten(key)}.")
        messages = [own for own in conversation.messages if message in ("", own.id)]
        if not messages:
            raise ApiError(404, f"There is no message {shorten(message)} in this conversation.")
        memo = make_memo(conversation, messages, language, citations)
        content = to_docx(memo) if suffix == "docx" else to_markdown_file(memo).encode("utf-8", "replace")
        headers = {"Content-Disposition": disposition(memo.title, suffix), "Cache-Control": "no-store"}
        return Response(content, media_type=_TYPES[suffix], headers=headers)

    @router.get("/export/{name}")
    async def export(request: Request, name: str) -> Response:
        key, _, suffix = name.rpartition(".")
        if suffix not in FORMATS or not key:
            raise ApiError(404, f"There is no file {shorten(name)}: its name ends in .docx or .md.")
        asked = request.query_params
        citations, language = asked.get("citations", "1"), asked.get("language") or request_language(request)
        if citations not in ("0", "1"):
            raise ApiError(400, f"citations is {shorten(citations)}; it is 0 or 1.")
        if language not in LANGUAGES:
            raise ApiError(400, f"language is {shorten(language)}; it is en or zh.")
        user = user_of(request) or ""
        return await pool.run(make, user, key, suffix, asked.get("message", ""), citations == "1", language)

    return router
