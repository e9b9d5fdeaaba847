"""The HTTP routes in OpenAI's form: POST /v1/chat/completions, GET /v1/models."""

import json
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.requests import Request as HttpRequest

from retrieval.answer.written.links import as_words
from retrieval.request import Request, Turn
from retrieval.result import Answer
from web.engine import Engine
from web.http.bodies import MAX_QUESTION, clean, clean_question, read_json
from web.http.errors import ApiError, shorten
from web.http.routes import Pool
from web.identity import user_of

MODEL = "fayan"
_IGNORED_ROLES = frozenset({"system", "developer", "tool", "function"})


@dataclass(frozen=True)
class Completion:
    """A request that was understood.

    :param include_usage: Whether a stream ends with the usage.
    """

    request: Request
    stream: bool
    include_usage: bool


def openai_routes(engine: Engine, pool: Pool) -> APIRouter:
    """Return the routes under /v1."""
    router = APIRouter()
    model = {"id": MODEL, "object": "model", "created": int(time.time()), "owned_by": "fayan"}

    @router.get("/v1/models")
    async def models() -> JSONResponse:
        return JSONResponse({"object": "list", "data": [model]})

    @router.get("/v1/models/{name}")
    async def one_model(name: str) -> JSONResponse:
        _check_model(name)
        return JSONResponse(model)

    @router.post("/v1/chat/completions", response_model=None)
    async def completions(request: HttpRequest) -> JSONResponse | StreamingResponse:
        asked = read_completion(await read_json(request), user_of(request))
        service = engine.service()
        answer = await pool.run(service.answer, asked.request)
        texts = [turn.content for turn in asked.request.history]
        counts = await pool.run(service.count_tokens, [*texts, asked.request.question, as_words(answer.answer)])
        usage = {
            "prompt_tokens": sum(counts[:-1]), "completion_tokens": counts[-1], "total_tokens": sum(counts),
        }  # fmt: skip
        if asked.stream:
            events = stream_events(answer, usage if asked.include_usage else None)
            return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
        return JSONResponse(completion(answer, usage))

    return router


def read_completion(body: dict[str, Any], user: str | None = None) -> Completion:
    """Read a request: the last user message is the question, user and assistant messages before it the history.

    :param user: Who asks.
    :raises ApiError: If there is no question, or a field that matters cannot be read.
    """
    if body.get("model") is not None:
        _check_model(body["model"])
    stream = body.get("stream")
    if not isinstance(stream, bool | None):
        raise ApiError(400, f"The field “stream” is {shorten(stream)}, but must be true or false.", "stream")
    share = body.get("share_documents", False)  # not OpenAI's: an "extra_body" of its clients
    if not isinstance(share, bool):
        raise ApiError(
            400, f"The field “share_documents” is {shorten(share)}, but must be true or false.", "share_documents"
        )
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        sentence = f"The field “messages” is {shorten(messages)}, but must be a list of one message or more."
        raise ApiError(400, sentence, "messages")
    turns = [turn for n, message in enumerate(messages) if (turn := _read_message(message, f"messages[{n}]"))]
    last = max((n for n, turn in enumerate(turns) if turn.role == "user"), default=None)
    if last is None:
        raise ApiError(
            400, "The field “messages” holds no message of the user: the last one is the question.", "messages"
        )
    try:
        question = clean_question(turns[last].content)
    except ValueError as error:
        sentence = (
            f"The question is {shorten(turns[last].content)}, but must be a text of 1 to {MAX_QUESTION:,} characters."
        )
        raise ApiError(400, sentence, "messages") from error
    options = body.get("stream_options")
    include_usage = isinstance(options, dict) and options.get("include_usage") is True
    return Completion(
        Request(question, tuple(turns[:last]), user=user, share_documents=share), bool(stream), include_usage
    )


def _check_model(name: object) -> None:
    if name != MODEL:
        raise ApiError(404, f"The model {shorten(name)} does not exist: use “{MODEL}”.", "model", "model_not_found")


def _read_message(message: object, place: str) -> Turn | None:
    if not isinstance(message, dict):
        raise ApiError(400, f"{place} is {shorten(message)}, but must be an object with role and content.", place)
    role = message.get("role")
    if isinstance(role, str) and role in _IGNORED_ROLES:
        return None
    if role not in ("user", "assistant"):
        allowed = ", ".join(sorted({"user", "assistant", *_IGNORED_ROLES}))
        raise ApiError(400, f"{place}.role is {shorten(role)}, but must be one of {allowed}.", f"{place}.role")
    text = _text(message.get("content"), f"{place}.content")
    if role == "user":
        return Turn(role, text)  # judged as the question, if it is the last one
    return Turn(role, text) if text else None


def _text(content: object, place: str) -> str:
    if content is None:
        return ""
    if isinstance(content, list):
        parts = [
            part.get("text") if isinstance(part, dict) and part.get("type") == "text" else None for part in content
        ]
        content = "\n".join(parts) if all(isinstance(part, str) for part in parts) else content
    if not isinstance(content, str):
        raise ApiError(400, f"{place} is {shorten(content)}, but must be a text or a list of text parts.", place)
    try:
        return clean(content)
    except ValueError as error:
        raise ApiError(400, f"{place} is {shorten(content)}, which holds half a character.", place) from error


def _head(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def _citations(answer: Answer) -> list[dict[str, Any]]:
    return [citation.model_dump(mode="json") for citation in answer.citations]


def completion(answer: Answer, usage: dict[str, int]) -> dict[str, Any]:
    """Return an answer as a `chat.completion`."""
    message = {"role": "assistant", "content": as_words(answer.answer), "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return _head("chat.completion") | {"choices": [choice], "usage": usage, "citations": _citations(answer)}


def blocks(text: str) -> list[str]:
    """Cut an answer between its paragraphs; the pieces, joined, are the answer."""
    pieces = text.split("\n\n")
    return [piece + "\n\n" for piece in pieces[:-1]] + pieces[-1:]


def stream_events(answer: Answer, usage: dict[str, int] | None) -> Iterator[str]:
    """Return an answer as server-sent `chat.completion.chunk`s.

    It is whole before its first piece is sent, also where a model writes it: what its checks correct or mark could not be
    taken back from a client that shows each piece as it comes.

    :param usage: Sent in a chunk of its own at the end, if asked for.
    """
    head = _head("chat.completion.chunk")

    def event(delta: dict[str, Any], finish: str | None = None, **more: object) -> str:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return _event(head | {"choices": [choice]} | more)

    yield event({"role": "assistant", "content": ""})
    for block in blocks(as_words(answer.answer)):
        yield event({"content": block})
    citations = _citations(answer)
    yield event({}, "stop", citations=citations)
    if usage is not None:
        yield _event(head | {"choices": [], "usage": usage, "citations": citations})
    yield "data: [DONE]\n\n"


def _event(chunk: dict[str, Any]) -> str:
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"
