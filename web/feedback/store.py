"""Judgements in SQLite: one an answer, which can be changed and withdrawn."""

import json
import secrets

from retrieval.settings import Settings
from web.transcripts.conversation import Judgement
from web.transcripts.store import now, open_store

MAX_COMMENT = 4000  # characters
_OWN = """
    SELECT m.id FROM messages m JOIN conversations c ON c.id = m.conversation
    WHERE m.id = ? AND c.user = ? AND m.answer IS NOT NULL AND m.replaced = 0
"""


def keep_judgement(settings: Settings, user: str, message: str, judgement: Judgement) -> bool:
    """Keep what a user says of an answer, in the place of what was said before.

    :return: False if the user has no such answer.
    """
    reasons = judgement.reasons if judgement.thumb == "down" else ()
    at = now()
    with open_store(settings) as connection:
        kept = connection.execute(
            f"""
            INSERT INTO feedback (id, message, created, changed, thumb, reasons, comment)
            SELECT ?, own.id, ?, ?, ?, ?, ? FROM ({_OWN}) own WHERE true
            ON CONFLICT (message) DO UPDATE SET changed = excluded.changed, thumb = excluded.thumb,
                reasons = excluded.reasons, comment = excluded.comment
            """,
            (
                secrets.token_hex(8), at, at, judgement.thumb, json.dumps(sorted(set(reasons))),
                judgement.comment.strip()[:MAX_COMMENT], message, user,
            ),
        )  # fmt: skip
        return kept.rowcount > 0


def withdraw_judgement(settings: Settings, user: str, message: str) -> bool:
    """Forget what a user said of an answer; return False if nothing was."""
    with open_store(settings) as connection:
        gone = connection.execute(f"DELETE FROM feedback WHERE message IN ({_OWN})", (message, user))
        return gone.rowcount > 0
