"""The thumbs that readers gave, as rows: what the eval makes questions of."""

import json
import sqlite3
from collections.abc import Iterator

from retrieval.language import detect_language
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.feedback_row import FeedbackRow


def read_feedback(settings: Settings) -> Iterator[FeedbackRow]:
    """Yield what readers said of answers, the oldest first; nothing if there is no database."""
    if not settings.database.is_file():
        return
    connection = connect(settings.database)
    try:
        rows = connection.execute(
            """
            SELECT f.*, m.seq, m.conversation, m.question, m.answer, c.user FROM feedback f
            JOIN messages m ON m.id = f.message JOIN conversations c ON c.id = m.conversation
            ORDER BY f.created, m.seq
            """
        ).fetchall()
        for row in rows:
            yield _row(connection, row)
    finally:
        connection.close()


def _row(connection: sqlite3.Connection, row: sqlite3.Row) -> FeedbackRow:
    answer = json.loads(row["answer"])
    return FeedbackRow(
        id=row["id"], created=row["created"], user=row["user"], conversation=row["conversation"], message=row["message"],
        question=row["question"], history=_history(connection, row), language=detect_language(row["question"]),
        as_of=answer["as_of"], answer=answer, thumb=row["thumb"], reasons=json.loads(row["reasons"]),
        comment=row["comment"],
    )  # fmt: skip


def _history(connection: sqlite3.Connection, row: sqlite3.Row) -> list[dict[str, str]]:
    """The answered turns before a message, as they were given to the chain."""
    before = connection.execute(
        """
        SELECT question, json_extract(answer, '$.answer') AS answer FROM messages
        WHERE conversation = ? AND seq < ? AND answer IS NOT NULL AND replaced = 0 ORDER BY seq
        """,
        (row["conversation"], row["seq"]),
    )
    turns = []
    for turn in before:
        turns.append({"role": "user", "content": turn["question"]})
        turns.append({"role": "assistant", "content": turn["answer"]})
    return turns
