"""What is asked, as it came in, with the conversation before it."""

from dataclasses import dataclass
from datetime import date

from retrieval.authority import Kind
from retrieval.passage import Passage


@dataclass(frozen=True)
class Turn:
    """A message of the conversation.

    :param role: `user` or `assistant`.
    """

    role: str
    content: str


@dataclass(frozen=True)
class Request:
    """What is asked, as it came in and was validated.

    :param documents: Only passages of these authorities; None for all.
    :param user: Who asks: of the added documents, this user's and everybody's are searched.
    :param share_documents: Whether added documents may be shown to a language model; without consent they are not.
    """

    question: str
    history: tuple[Turn, ...] = ()
    language: str | None = None
    as_of: date | None = None
    kinds: frozenset[Kind] | None = None
    documents: frozenset[str] | None = None
    user: str | None = None
    share_documents: bool = False

    def admits(self, passage: Passage) -> bool:
        """Return whether a passage may be shown for it."""
        if passage.owner is not None and passage.owner != self.user:
            return False
        if self.documents is not None and passage.authority not in self.documents:
            return False
        return self.kinds is None or passage.kind in self.kinds
