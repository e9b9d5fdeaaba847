"""Where the page is in a conversation; it says so with each event."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """All that the page remembers of a conversation itself.

    :param conversation: The id; empty before the first question.
    :param editing: The message whose question is being edited: the next question takes its place.
    :param visit: The mark of this stay in the conversation (`web.ask.visits`).
    """

    conversation: str = ""
    editing: str = ""
    visit: str = ""

    @classmethod
    def read(cls, text: str | None) -> "Place":
        """Read what `str` gave."""
        return cls(*(text or "").split("/")[:3])

    def __str__(self) -> str:
        return f"{self.conversation}/{self.editing}/{self.visit}".rstrip("/")
