"""What a reader said of an answer, with everything that is needed to ask the same question again."""

from dataclasses import dataclass, field
from typing import Any, Literal

Thumb = Literal["up", "down"]
FaultReason = Literal["wrong_citation", "not_in_force", "does_not_answer", "other"]


@dataclass(frozen=True)
class FeedbackRow:
    """One thumb, as it is kept.

    :param created: When it was given, ISO 8601.
    :param user: Who gave it; empty where there is no login.
    :param message: The id of the message that was judged, within its conversation.
    :param history: The conversation before the question, `{"role": "user" | "assistant", "content": text}`, oldest first.
    :param language: `en` or `zh`, the question's.
    :param as_of: The date that the answer is about, ISO 8601.
    :param answer: The stored `Answer`, as JSON has it.
    :param reasons: What was ticked below a thumb down.
    """

    id: str
    created: str
    user: str
    conversation: str
    message: str
    question: str
    history: list[dict[str, str]]
    language: str
    as_of: str
    answer: dict[str, Any]
    thumb: Thumb
    reasons: list[FaultReason] = field(default_factory=list)
    comment: str = ""
