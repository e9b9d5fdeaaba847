"""Answers and citations for the tests, made by hand."""

from datetime import date
from typing import Any

from eval.pairs import Pair
from eval.responders import Response
from retrieval.address import Address
from retrieval.authority import Kind, Status
from retrieval.result import Answer, Checks, Citation, Titles

TEXT = "第一款的文字。\n第二款有下列情形之一的：\n（一）第一项；\n（二）第二项。\n第三款的文字。"


def citation(n: int, quote: str, passage_id: str = "law:3:zh", text: str = TEXT, **more: Any) -> Citation:
    """Return a citation of a quotation; paragraph and item as the caller says."""
    start = text.index(quote)
    values: dict[str, Any] = {
        "kind": Kind.STATUTE, "article": "第三条", "label": "《法》第三条", "status": Status.IN_FORCE,
        "effective_from": date(2020, 1, 1), "title": Titles(zh="法", en="Law"),
        "checks": Checks(exists="pass", in_force="pass", verbatim="pass", supported="pass"),
    }  # fmt: skip
    return Citation(
        n=n, passage_id=passage_id, quote=quote, text=text, start=start, end=start + len(quote), **(values | more)
    )


def answer(text: str, *citations: Citation, **more: Any) -> Answer:
    """Return an answer in Chinese as of 2025-06-30, unless the caller says otherwise."""
    return Answer(
        **({"answer": text, "language": "zh", "as_of": date(2025, 6, 30), "citations": list(citations)} | more)
    )


def quoting(*citations: Citation, **more: Any) -> Answer:
    """Return an answer that prints its citations as quotations."""
    return answer("\n\n".join(f"{c.label}：“{c.quote}”[{c.n}]" for c in citations), *citations, **more)


def pair(**more: Any) -> Pair:
    """Return an answerable pair about the law's third article."""
    values: dict[str, Any] = {
        "id": "lookup-zh-01", "language": "zh", "kind": "lookup", "question": "第三条说什么？", "answerable": True,
        "authorities": [{"id": "law", "article": "第三条"}], "why": "第三条。", "split": "dev",
    }  # fmt: skip
    return Pair.model_validate(values | more)


def unanswerable(**more: Any) -> Pair:
    """Return a pair that must be declined as out of scope."""
    values = {
        "id": "un-zh-01",
        "kind": "unanswerable",
        "answerable": False,
        "authorities": [],
        "reason": "out_of_scope",
    }
    return pair(**(values | more))


def response(given: Answer, *ranking: tuple[str, str | None]) -> Response:
    """Return a response with this ranking of authorities and articles."""
    return Response(given, tuple(Address(*place) for place in ranking), 9.0, 12.0, 7.0, 0.01)
