"""Readers' thumbs and comments as drafts of gold pairs, for a person to finish."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from eval.citations import held
from eval.normal import normal
from eval.pairs import DRAFT, Pair, read_gold, unfinished
from eval.responders import authority_of
from eval.run import stamp, write_lines
from retrieval.address import Address
from retrieval.dates.clock import in_china
from retrieval.errors import FayanError
from retrieval.result import Answer
from retrieval.settings import Settings
from retrieval.store.feedback import read_feedback
from retrieval.store.feedback_row import FeedbackRow

TO_FINISH = {
    "kind": "what is asked: lookup, threshold, elements, comparison, case_fact, defence, evidence, illegal_gains, validity,"
    " follow_up, false_premise, unanswerable, adversarial",
    "question": "take out what tells who the client is; in the history too",
    "answerable": "true, or false with a reason: out_of_scope, missing_fact, underspecified, nonsensical, safety,"
    " other_jurisdiction",
    "authorities": "what a right answer must cite, read up in the law itself; what the answer cited is no proof",
    "key_facts": "what it must say, each fact with its alternatives in both languages",
    "why": "the ground, for whoever reads the report",
    "split": "dev, or test for a third of the pairs, decided before an answer is looked at again",
}


def drafts(rows: Iterable[FeedbackRow], known: Sequence[Pair] = ()) -> list[dict[str, Any]]:
    """Return a draft for each question that was judged, the oldest first.

    Thumbs on the same question after the same turns are one draft. Who gave them is not in it.

    :param known: Pairs that there are already; their questions need no draft.
    """
    asked = {_asked(pair.question, [turn.model_dump() for turn in pair.history]) for pair in known}
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in rows:
        key = _asked(row.question, row.history)
        if key in asked:
            continue
        draft = found.get(key) or found.setdefault(key, _draft(row))
        draft["feedback"].append(
            {"created": row.created, "thumb": row.thumb, "reasons": list(row.reasons), "comment": row.comment}
        )
    return list(found.values())


def _asked(question: str, history: Sequence[dict[str, str]]) -> tuple[str, ...]:
    return (normal(question), *(normal(turn["content"]) for turn in history))


def _draft(row: FeedbackRow) -> dict[str, Any]:
    """A pair without what only a person can say; a thumb up proposes what the answer cited."""
    answer = Answer.model_validate(row.answer)
    cited = list(dict.fromkeys(_places(answer)))
    liked = row.thumb == "up"
    return {
        DRAFT: True, "to_finish": TO_FINISH,
        "id": f"feedback-{row.language}-{row.id[:8].lower()}", "language": row.language, "kind": None,
        "question": row.question, "history": row.history,
        "as_of": None if row.as_of == _day(row.created) else row.as_of,  # asked about the day itself: about today
        "key_facts": [], "authorities": [_place(place) for place in cited] if liked else [],
        "answerable": not answer.declined if liked else None, "reason": answer.reason if liked else None,
        "why": None, "split": None,
        "answer": answer.answer, "cited": [citation.label for citation in answer.citations], "feedback": [],
    }  # fmt: skip


def _day(created: str) -> str:
    return in_china(datetime.fromisoformat(created)).date().isoformat()


def _places(answer: Answer) -> Iterator[Address]:
    for citation in held(answer):
        authority = authority_of(citation.passage_id or "")
        if citation.article:
            yield Address(authority, citation.article, citation.paragraph, citation.item)
        else:
            yield Address(authority)


def _place(place: Address) -> dict[str, Any]:
    return {"id": place.authority, "article": place.article, "paragraph": place.paragraph, "item": place.item}


def from_feedback(options: Namespace, settings: Settings) -> tuple[str, int]:
    """Write the drafts into a file of their own.

    :raises FayanError: If the file is there already: somebody may have begun to finish it.
    """
    out = options.out or settings.data_dir / "eval" / f"feedback-{stamp()}.jsonl"
    if out.exists():
        raise FayanError(f"{out} is there already, and its drafts may be half finished: name another file with --out.")
    rows = [row for row in read_feedback(settings) if _is_wanted(row, options.thumb, options.since)]
    known, _ = read_gold(options.gold)
    made = drafts(rows, known)
    if not made:
        return f"{len(rows)} thumbs, no question that needs a draft", 0
    write_lines(out, made)
    open_fields = ", ".join(unfinished(made[0]))
    return (
        f"{len(made)} drafts of {len(rows)} thumbs\n{out}\nTo finish in each: {open_fields}; then take out the fields"
        " that no pair has, and `python -m eval check-gold --gold FILE` proves it."
    ), 0


def _is_wanted(row: FeedbackRow, thumb: str, since: date | None) -> bool:
    return thumb in ("all", row.thumb) and (since is None or row.created[:10] >= since.isoformat())
