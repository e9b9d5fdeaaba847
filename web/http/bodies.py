"""What the routes under /api take: the models, and one sentence for what does not fit them."""

import json
import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationError,
)
from starlette.requests import Request as HttpRequest

from retrieval.authority import Kind
from retrieval.request import Request, Turn
from web.http.errors import ApiError, shorten

MAX_QUESTION = 8000
MAX_TURNS = 200
MAX_NAMES = 1000
_FAULTS_SHOWN = 3
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
Body = TypeVar("Body", bound=BaseModel)


def clean(text: str) -> str:
    """Return a text without control and format characters; line breaks stay.

    :raises ValueError: If it holds half a surrogate pair, which no encoding can carry.
    """
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise ValueError("a lone surrogate")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf")).strip()


def clean_question(text: str) -> str:
    """Return a question without control characters.

    :raises ValueError: If it is empty or too long.
    """
    if len(text) > MAX_QUESTION:
        raise ValueError("too long")
    if not (text := clean(text)):
        raise ValueError("empty")
    return text


def _iso_date(value: object) -> object:
    if value is not None and not (isinstance(value, str) and _ISO_DATE.fullmatch(value)):
        raise ValueError("not a date")
    return value


QuestionText = Annotated[str, AfterValidator(clean_question)]
CleanText = Annotated[str, AfterValidator(clean)]
_QUESTION = Field(description=f"a text of 1 to {MAX_QUESTION:,} characters")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class HistoryTurn(_Strict):
    """A message of the conversation so far."""

    role: Literal["user", "assistant"] = Field(description="user or assistant")
    content: CleanText = Field(description="a text")


class _Limits(_Strict):
    as_of: Annotated[date | None, BeforeValidator(_iso_date)] = Field(
        None, description="a date such as 2026-01-31, or null"
    )
    kinds: list[Kind] | None = Field(
        None, min_length=1, max_length=len(Kind), description=f"null, or a list of some of {', '.join(Kind)}"
    )
    documents: list[CleanText] | None = Field(
        None, min_length=1, max_length=MAX_NAMES, description=f"null, or a list of 1 to {MAX_NAMES:,} ids"
    )
    history: list[HistoryTurn] = Field(
        default_factory=list, max_length=MAX_TURNS,
        description=f"a list of up to {MAX_TURNS} messages with role and content",
    )  # fmt: skip

    def _request(self, question: str, user: str | None, language: str | None = None, share: bool = False) -> Request:
        return Request(
            question, tuple(Turn(turn.role, turn.content) for turn in self.history), language, self.as_of,
            frozenset(self.kinds) if self.kinds else None, frozenset(self.documents) if self.documents else None, user, share,
        )  # fmt: skip


class SearchBody(_Limits):
    """The body of POST /api/search."""

    query: QuestionText = _QUESTION
    k: StrictInt = Field(10, ge=1, le=100, description="a whole number from 1 to 100")

    def request(self, user: str | None = None) -> Request:
        """Return what is searched for, by whom."""
        return self._request(self.query, user)


class ChatBody(_Limits):
    """The body of POST /api/chat."""

    question: QuestionText = _QUESTION
    language: Literal["zh", "en"] | None = Field(None, description="zh, en or null")
    mode: Literal["quoting", "generating"] | None = Field(None, description="quoting, generating or null")
    share_documents: StrictBool = Field(False, description="true or false")

    def request(self, user: str | None = None) -> Request:
        """Return what is asked, by whom."""
        return self._request(self.question, user, self.language, self.share_documents)


_ALLOWED = {
    name: field.description for model in (SearchBody, ChatBody, HistoryTurn) for name, field in model.model_fields.items()
}  # fmt: skip


async def read_json(request: HttpRequest) -> dict[str, Any]:
    """Return the object that a request's body holds.

    :raises ApiError: If it holds none.
    """
    content = await request.body()
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "The body is not JSON in UTF-8: send an object such as {…} and nothing else.") from error
    if not isinstance(body, dict):
        raise ApiError(422, f"The body is {shorten(body)}, but must be a JSON object.")
    return body


async def read_body(request: HttpRequest, model: type[Body]) -> Body:
    """Return a request's body.

    :raises ApiError: With one sentence that names each field at fault, its value and what is allowed.
    """
    try:
        return model.model_validate(await read_json(request))
    except ValidationError as error:
        faults = "; ".join(_fault(dict(f), model) for f in error.errors(include_url=False)[:_FAULTS_SHOWN])
        raise ApiError(422, f"{faults[0].upper()}{faults[1:]}.") from error


def _fault(fault: dict[str, Any], model: type[BaseModel]) -> str:
    loc = fault["loc"]
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")
    name = shorten(path)
    if fault["type"] == "extra_forbidden":
        return f"the field {name} is unknown: {_known(loc, model)}"
    allowed = next((_ALLOWED[part] for part in reversed(loc) if part in _ALLOWED), "another value")
    if fault["type"] == "missing":
        return f"the field {name} is missing: it must be {allowed}"
    return f"the field {name} is {shorten(fault['input'])}, but must be {allowed}"


def _known(loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    fields = HistoryTurn.model_fields if len(loc) > 1 else model.model_fields
    return f"known are {', '.join(sorted(fields))}"
