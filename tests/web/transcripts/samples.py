"""Answers made by hand, for what turns them into pages."""

from datetime import date
from typing import Any

from retrieval.authority import Kind, Status
from retrieval.result import Answer, Checks, Citation, RankedSource, Titles

TEXT = "第一款。\n判处3~5年有期徒刑，并处罚金。"
QUOTE = "判处3~5年有期徒刑，并处罚金。"


def make_citation(n: int = 1, **changes: Any) -> Citation:
    """Return a citation whose quotation is verbatim."""
    fields: dict[str, Any] = {
        "n": n, "passage_id": f"law:{n}:zh", "kind": Kind.STATUTE, "title": Titles(zh="某法", en="Some Law"),
        "number": "令第1号", "article": "第三条", "label": "《某法》第三条", "text": TEXT, "quote": QUOTE,
        "start": TEXT.index(QUOTE), "end": TEXT.index(QUOTE) + len(QUOTE), "status": Status.IN_FORCE,
        "effective_from": date(2011, 9, 1),
        "checks": Checks(exists="pass", in_force="pass", verbatim="pass", supported="pass"),
    }  # fmt: skip
    return Citation(**(fields | changes))


def make_found(rank: int = 1, **changes: Any) -> RankedSource:
    """Return a source that was found and not cited."""
    fields: dict[str, Any] = {
        "rank": rank, "passage_id": f"case:{rank}:zh", "kind": Kind.CASE, "title": Titles(zh="某案", en="Some case"),
        "label": "某案：案件事实", "text": "事实。",
    }  # fmt: skip
    return RankedSource(**(fields | changes))


def make_answer(text: str, *citations: Citation, **changes: Any) -> Answer:
    """Return an answer in Chinese."""
    fields: dict[str, Any] = {
        "answer": text,
        "language": "zh",
        "as_of": date(2026, 1, 31),
        "citations": list(citations),
    }
    return Answer(**(fields | changes))
