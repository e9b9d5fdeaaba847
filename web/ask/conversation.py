"""A conversation as the session holds it: the messages with their sources."""

import secrets
from dataclasses import dataclass, field

from retrieval.question import Turn
from web.ask.sources import Reply, ShownSource

KEPT_MESSAGES = 60


@dataclass
class Message:
    """A question and its answer.

    :param id: Part of the links on the answer's numbers.
    :param draft: The text as far as it has come, unchecked.
    :param reply: The checked answer, None until it is there.
    :param stopped: Whether the reader stopped it.
    """

    question: str
    id: str = field(default_factory=lambda: secrets.token_hex(4))
    draft: str = ""
    reply: Reply | None = None
    stopped: bool = False

    @property
    def links(self) -> list[str]:
        """The links of the answer's citations, in their order."""
        citations = self.reply.answer.citations if self.reply else []
        return [f"cite-{self.id}-{citation.n}" for citation in citations]


@dataclass
class Conversation:
    """The messages of one session, the oldest first.

    :param editing: The message whose question is being edited: the next question takes its place.
    """

    messages: list[Message] = field(default_factory=list)
    editing: str | None = None

    def begin(self, question: str) -> Message:
        """Add a question."""
        message = Message(question)
        self.messages = [*self.messages[1 - KEPT_MESSAGES :], message]
        return message

    def message(self, message_id: str) -> Message | None:
        """Return a message by its id."""
        return next((message for message in self.messages if message.id == message_id), None)

    def cut(self, message_id: str) -> None:
        """Drop a message and all that followed it; the message being edited is then none."""
        ids = [message.id for message in self.messages]
        if message_id in ids:
            self.messages = self.messages[: ids.index(message_id)]
        self.editing = None

    def stop(self) -> None:
        """Keep the last message as far as it was shown."""
        for message in self.messages[-1:]:
            message.stopped = message.reply is None

    def history(self) -> tuple[Turn, ...]:
        """Return the turns that a next question may point back to."""
        turns = []
        for message in self.messages:
            if message.reply:
                turns += [Turn("user", message.question), Turn("assistant", message.reply.answer.answer)]
        return tuple(turns)

    def find(self, link: str) -> tuple[Message, ShownSource] | None:
        """Return the message and the source of a link such as cite-1f2e3d4c-1."""
        kind, _, rest = link.partition("-")
        message_id, _, number = rest.partition("-")
        for message in self.messages:
            if message.id == message_id and message.reply:
                shown = message.reply.sources.get(f"{kind}-{number}")
                return (message, shown) if shown else None
        return None
