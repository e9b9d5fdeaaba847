"""The answer that the web app, the HTTP routes, the command line and the eval all use."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from retrieval.authority import Kind, Status

Outcome = Literal["pass", "fail", "unknown"]
Reason = Literal["out_of_scope", "missing_fact", "underspecified", "nonsensical", "safety", "other_jurisdiction"]
Mode = Literal["quoting", "generating"]


class Titles(BaseModel):
    """An authority's title in both languages."""

    zh: str
    en: str


class Checks(BaseModel):
    """The four checks of a citation; `in_force` is None for what is not law."""

    exists: Outcome
    in_force: Outcome | None
    verbatim: Outcome
    supported: Outcome


class Source(BaseModel):
    """A passage with its place, dates and status."""

    passage_id: str | None
    kind: Kind | None
    title: Titles
    number: str | None = None
    article: str | None = None
    paragraph: int | None = None
    item: str | None = None
    label: str
    text: str
    status: Status = Status.UNKNOWN
    effective_from: date | None = None
    effective_to: date | None = None
    notes: list[dict[str, Any]] = Field(default_factory=list)


class RankedSource(Source):
    """An entry of a search's result, or of what an answer found besides."""

    rank: int


class Citation(Source):
    """A numbered quotation: `text[start:end] == quote`, counted in code points."""

    n: int
    quote: str
    start: int | None
    end: int | None
    checks: Checks


class Answer(BaseModel):
    """An answer, or a decline with its reason."""

    answer: str
    language: str
    declined: bool = False
    reason: Reason | None = None
    as_of: date
    mode: Mode = "quoting"
    dropped: int = 0
    citations: list[Citation] = Field(default_factory=list)
    also_found: list[RankedSource] = Field(default_factory=list)
    timings_ms: dict[str, float] = Field(default_factory=dict)
