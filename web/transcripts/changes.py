"""What the corpus holds otherwise than a stored answer shows it: found, and said in words."""

import sqlite3
from datetime import date

from prompts import say
from retrieval.authority import Status, status_on
from retrieval.result import Answer, Source
from retrieval.store.passages import read_paragraph_dates
from web.transcripts.sources import Changed
from web.validity import dates_text


def find_changes(connection: sqlite3.Connection, answer: Answer, today: date) -> dict[str, Changed]:
    """Return what has changed, by `passage_id`; sources that are as they were are not among them.

    The stored answer is compared with the passages that SQLite holds now: the text, the status and the dates.

    :param today: The day whose status counts.
    """
    sources = {s.passage_id: s for s in (*answer.also_found, *answer.citations) if s.passage_id}
    marks = ", ".join("?" * len(sources))
    rows = connection.execute(
        f"SELECT id, text, status, effective_from, effective_to, paragraph_dates FROM passages WHERE id IN ({marks})",
        list(sources),
    )
    held = {row["id"]: row for row in rows}
    found = {key: _compare(source, held.get(key), today) for key, source in sources.items()}
    return {key: changed for key, changed in found.items() if changed}


def changed_lines(changed: Changed, language: str) -> list[str]:
    """Return in words what has changed in the corpus since an answer was given."""
    lines = [say(language, f"changed_{name}") for name in changed.what if name in ("removed", "text")]
    if "status" in changed.what:
        lines.append(say(language, "changed_status", status=say(language, f"status_{changed.status}")))
    if "dates" in changed.what:
        lines.append(say(language, "changed_dates", dates=dates_text(changed.begin, changed.end, language)))
    return lines


def _compare(source: Source, held: sqlite3.Row | None, today: date) -> Changed | None:
    if held is None:
        return Changed(("removed",))
    begin, end = _day(held["effective_from"]), _day(held["effective_to"])
    paragraphs = dict(read_paragraph_dates(held["paragraph_dates"]))
    first = min((begin, *paragraphs.values())) if begin else None
    status = status_on(Status(held["status"]), first, end, today)
    begin = paragraphs.get(source.paragraph or 0, begin)
    differs = {
        "text": source.text != held["text"],
        "status": source.status != status,
        "dates": (source.effective_from, source.effective_to) != (begin, end),
    }
    what = tuple(name for name, differ in differs.items() if differ)
    return Changed(what, status, begin, end) if what else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
