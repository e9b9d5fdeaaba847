"""The conversations in SQLite: each belongs to a user, an empty name where there is no login."""

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime

from retrieval.dates.clock import today
from retrieval.settings import Settings
from retrieval.store.database import connect, transaction
from web.transcripts.changes import find_changes
from web.transcripts.conversation import Conversation, Judgement, Message
from web.transcripts.erase import erase, must_erase
from web.transcripts.searchable import condition_on, searchable
from web.transcripts.sources import Reply
from web.transcripts.stored_reply import pack, unpack

TITLE_LENGTH = 200
_TITLE_FROM_QUESTION = 80
_HEAD = "SELECT id, title, created, updated FROM conversations"
_WITH_FEEDBACK = """
    SELECT m.*, f.thumb, f.reasons, f.comment FROM messages m
    JOIN conversations c ON c.id = m.conversation LEFT JOIN feedback f ON f.message = m.id
    WHERE c.user = ? AND m.replaced = 0
"""


def now() -> str:
    """Return the time as it is stored: ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@contextmanager
def open_store(settings: Settings) -> Iterator[sqlite3.Connection]:
    """Open the database for one piece of work."""
    connection = connect(settings.database)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.create_function("searchable", 1, searchable, deterministic=True)
        yield connection
    finally:
        connection.close()


class Conversations:
    """What users asked and were answered. Every method serves one user and sees nothing of the others.

    :param settings: Where the database lies.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def begin(self, user: str, conversation: str, question: str) -> Message:
        """Add a question.

        :param conversation: The id; if the user has none of it, as at the beginning, a conversation is made.
        """
        asked = now()
        message = Message(secrets.token_hex(8), conversation, question, asked)
        with self._open() as connection, transaction(connection):
            known = "UPDATE conversations SET updated = ? WHERE id = ? AND user = ?"
            if not connection.execute(known, (asked, conversation, user)).rowcount:
                message.conversation = secrets.token_hex(8)
                connection.execute(
                    "INSERT INTO conversations VALUES (?, ?, ?, ?, ?)",
                    (message.conversation, user, _title(question, _TITLE_FROM_QUESTION), asked, asked),
                )
            connection.execute(
                "INSERT INTO messages (id, conversation, question, asked, searchable) VALUES (?, ?, ?, ?, ?)",
                (message.id, message.conversation, question, asked, searchable(question)),
            )
        return message

    def finish(self, message: Message, reply: Reply) -> None:
        """Keep the whole answer; nothing happens if the question was deleted meanwhile."""
        answer, shown = pack(reply)
        with self._open() as connection:
            connection.execute(
                "UPDATE messages SET answer = ?, shown = ?, draft = '', searchable = ? WHERE id = ? AND answer IS NULL",
                (answer, shown, searchable(message.question, reply.answer.answer), message.id),
            )

    def keep_draft(self, message: Message) -> None:
        """Keep an answer as far as it has come; a whole one is not touched."""
        with self._open() as connection:
            connection.execute(
                "UPDATE messages SET draft = ?, searchable = ? WHERE id = ? AND answer IS NULL",
                (message.draft, searchable(message.question, message.draft), message.id),
            )

    def read(self, user: str, key: str, last: int | None = None) -> Conversation | None:
        """Return a conversation with its messages, None if the user has none of this id.

        :param last: Only so many of its messages, the newest.
        """
        with self._open() as connection:
            head = connection.execute(f"{_HEAD} WHERE id = ? AND user = ?", (key, user)).fetchone()
            if head is None:
                return None
            rows = connection.execute(
                f"{_WITH_FEEDBACK} AND m.conversation = ? ORDER BY m.seq DESC LIMIT ?",
                (user, key, -1 if last is None else last),
            ).fetchall()
            return Conversation(**dict(head), messages=[_message(connection, row) for row in reversed(rows)])

    def message(self, user: str, key: str) -> Message | None:
        """Return a message, None if the user has none of this id."""
        with self._open() as connection:
            row = connection.execute(f"{_WITH_FEEDBACK} AND m.id = ?", (user, key)).fetchone()
            return _message(connection, row) if row else None

    def list(self, user: str, words: str = "", limit: int = -1) -> list[Conversation]:
        """Return the conversations without their messages, the one last asked in first.

        :param words: Only those whose title, or one of whose messages, has each of these words, or parts of words.
        """
        condition, values = condition_on(words)
        with self._open() as connection:
            rows = connection.execute(
                f"{_HEAD} c WHERE c.user = ?{condition} ORDER BY c.updated DESC, c.rowid DESC LIMIT ?",
                (user, *values, limit),
            )
            return [Conversation(**dict(row)) for row in rows]

    def count(self, key: str) -> int:
        """Return how many messages a conversation has."""
        counted = "SELECT count(*) FROM messages WHERE conversation = ? AND replaced = 0"
        with self._open() as connection:
            return connection.execute(counted, (key,)).fetchone()[0]

    def rename(self, user: str, key: str, title: str) -> bool:
        """Give a conversation a title; return False if the user has none of this id, or the title is empty."""
        title = _title(title, TITLE_LENGTH)
        if not title:
            return False
        with self._open() as connection:
            changed = connection.execute(
                "UPDATE conversations SET title = ? WHERE id = ? AND user = ?", (title, key, user)
            )
            return changed.rowcount > 0

    def delete(self, user: str, key: str) -> bool:
        """Delete a conversation with its messages and feedback; return False if the user has none of this id."""
        with self._open() as connection:
            with transaction(connection):
                gone = connection.execute("DELETE FROM conversations WHERE id = ? AND user = ?", (key, user)).rowcount
                if gone:
                    must_erase(connection)
            erase(connection)
        return gone > 0

    def forget(self, user: str) -> int:
        """Delete all that a user asked; return how many conversations these were."""
        with self._open() as connection:
            with transaction(connection):
                gone = connection.execute("DELETE FROM conversations WHERE user = ?", (user,)).rowcount
                must_erase(connection)
            erase(connection)
        return gone

    def cut(self, user: str, message: str, before: str) -> None:
        """Delete a message and those after it up to another one, by which it is replaced.

        Judged answers leave the conversation too, but are kept for their judgement until it is deleted.
        """
        with self._open() as connection:
            row = connection.execute(f"{_WITH_FEEDBACK} AND m.id = ?", (user, message)).fetchone()
            if row is None:
                return
            between = "conversation = ? AND seq >= ? AND seq < (SELECT seq FROM messages WHERE id = ?)"
            values = (row["conversation"], row["seq"], before)
            with transaction(connection):
                _retitle(connection, row, before)
                judged = "SELECT message FROM feedback"
                connection.execute(f"DELETE FROM messages WHERE {between} AND id NOT IN ({judged})", values)
                connection.execute(f"UPDATE messages SET replaced = 1 WHERE {between}", values)
                must_erase(connection)
            erase(connection)

    def drop(self, message: Message) -> None:
        """Delete a question to which no answer came."""
        with self._open() as connection:
            connection.execute("DELETE FROM messages WHERE id = ? AND answer IS NULL", (message.id,))

    def clean(self) -> None:
        """Finish a deletion that a kill or another process interrupted."""
        if not self._settings.database.is_file():
            return
        with self._open() as connection:
            erase(connection)

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return open_store(self._settings)


def _retitle(connection: sqlite3.Connection, replaced: sqlite3.Row, instead: str) -> None:
    """Call a conversation that is called after its first question after the one that replaces it."""
    begun = connection.execute(
        "SELECT min(seq) FROM messages WHERE conversation = ? AND replaced = 0", (replaced["conversation"],)
    ).fetchone()[0]
    question = connection.execute("SELECT question FROM messages WHERE id = ?", (instead,)).fetchone()
    if question and begun == replaced["seq"]:
        old, new = (_title(row["question"], _TITLE_FROM_QUESTION) for row in (replaced, question))
        changed = "UPDATE conversations SET title = ? WHERE id = ? AND title = ?"
        connection.execute(changed, (new, replaced["conversation"], old))


def _title(text: str, length: int) -> str:
    """The text on one line, cut where a word ends if it is long."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] if " " in cut[length // 2 :] else cut) + "…"


def _message(connection: sqlite3.Connection, row: sqlite3.Row) -> Message:
    message = Message(row["id"], row["conversation"], row["question"], row["asked"], row["draft"])
    if row["answer"] is not None:
        message.reply = unpack(row["answer"], row["shown"])
        message.changed = find_changes(connection, message.reply.answer, today())
    if row["thumb"] is not None:
        message.judgement = Judgement(row["thumb"], tuple(json.loads(row["reasons"])), row["comment"])
    return message
