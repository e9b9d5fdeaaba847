"""A conversation as the page shows it: read from the store for each event, never kept between two of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.request import Turn
from retrieval.store.feedback_row import FaultReason, Thumb
from web.transcripts.sources import Changed, Reply, ShownSource


@dataclass(frozen=True)
class Judgement:
    """What the reader said of an answer.

    :param reasons: Of a thumb down.
    """

    thumb: Thumb
    reasons: tuple[FaultReason, ...] = ()
    comment: str = ""


@dataclass
class Message:
    """A question and its answer.

    :param id: Part of the links on the answer's numbers.
    :param conversation: The id of the conversation that it belongs to.
    :param asked: When, ISO 8601 in UTC.
    :param draft: The text as far as it has come, unchecked.
    :param reply: The checked answer; None if it is not there yet, or was stopped.
    :param changed: By `passage_id`, the sources that the corpus holds otherwise by now.
    """

    id: str
    conversation: str
    question: str
    asked: str
    draft: str = ""
    reply: Reply | None = None
    judgement: Judgement | None = None
    changed: Mapping[str, Changed] = field(default_factory=dict)

    @property
    def links(self) -> list[str]:
        """The links of the answer's citations, in their order."""
        citations = self.reply.answer.citations if self.reply else []
        return [f"cite-{self.id}-{citation.n}" for citation in citations]

    def source(self, link: str) -> ShownSource | None:
        """Return the source of a link such as cite-1f2e3d4c5b6a7988-1."""
        kind, _, rest = link.partition("-")
        return self.reply.sources.get(f"{kind}-{rest.rpartition('-')[2]}") if self.reply else None


@dataclass
class Conversation:
    """The messages of one conversation, the oldest first.

    :param created: ISO 8601 in UTC.
    :param updated: When something was last asked in it.
    """

    id: str
    title: str
    created: str
    updated: str
    messages: list[Message] = field(default_factory=list)

    def history(self) -> tuple[Turn, ...]:
        """Return the turns that a next question may point back to."""
        turns = []
        for message in self.messages:
            if message.reply:
                turns += [Turn("user", message.question), Turn("assistant", message.reply.answer.answer)]
        return tuple(turns)


def message_of(link: str) -> str:
    """Return the id of the message in a link such as cite-1f2e-1, or in a button's id such as edit-1f2e."""
    return [*link.split("-"), ""][1]
