"""The chat: from a question on the page to the messages that it shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import gradio as gr

from prompts import say
from retrieval.authority import Kind
from retrieval.errors import FayanError, StoreError
from retrieval.language import HAN
from retrieval.request import Request
from retrieval.result import Mode
from retrieval.words.spelling import has_english
from web.ask.dates import read_date
from web.ask.panel import gone_panel, panel_html
from web.ask.place import Place
from web.ask.reader import Reader
from web.ask.render import Below, Messages, render
from web.ask.visits import Visits
from web.engine import Engine, StartingError
from web.http.bodies import clean_question
from web.private import UnexpectedError
from web.transcripts.conversation import Conversation, Message, message_of
from web.transcripts.store import Conversations

SHOWN = 60  # messages on the page; a longer conversation is whole in the store, in its export and in the search
Scope = Literal["all", "corpus", "documents"]


@dataclass(frozen=True)
class Controls:
    """What the reader chose besides the question, as the page's components give it."""

    as_of: str | None
    kinds: list[str] | None
    language: str | None
    mode: Mode | None = None
    scope: Scope = "all"
    documents: list[str] | None = None
    share_documents: bool = False
    user: str | None = None

    def request(self, question: str, conversation: Conversation, page: str = "en") -> Request:
        """Return what is asked, and by whom.

        :param page: The page's language, in which a question is answered that is in none: “?”, “qubao houshen”.
        """
        language = self.language or (None if HAN.search(question) or has_english(question) else page)
        return Request(
            question, conversation.history(), language, read_date(self.as_of), self._kinds(),
            frozenset(self.documents) if self.documents and self.scope == "documents" else None, self.user,
            self.share_documents,
        )  # fmt: skip

    def _kinds(self) -> frozenset[Kind] | None:
        """The kinds searched: those chosen are of the corpus, the scope says whether the documents go with them."""
        if self.scope == "documents":
            return frozenset({Kind.DOCUMENT})
        chosen = frozenset(Kind(kind) for kind in self.kinds or ())
        if self.scope == "corpus":
            return (chosen or frozenset(Kind)) - {Kind.DOCUMENT}
        return chosen | {Kind.DOCUMENT} if chosen else None


class Chat:
    """Answers on the page. What is asked and answered is in the store; only answers on their way are held here.

    :param engine: Where the answers come from.
    :param conversations: Where they are kept.
    :param below: What other views put below an answer.
    """

    def __init__(self, engine: Engine, conversations: Conversations, below: Sequence[Below] = ()) -> None:
        self._engine = engine
        self._below = below
        self.conversations = conversations
        self.visits = Visits()
        self._running: dict[str, Message] = {}

    def ask(self, question: str, place: Place, controls: Controls, reader: Reader) -> Iterator[tuple[Messages, Place]]:
        """Answer a question piece by piece; each step gives the messages to be shown, and where they belong.

        The pieces are a draft: its numbers open nothing until the whole is checked. However it ends, what has come is
        kept; and a question that is asked anew, with what follows it, until something has come instead.
        """
        store, replaced = self.conversations, place.editing
        try:
            message = store.begin(reader.user, place.conversation, clean_question(question))
        except FayanError as error:  # nothing can be kept, not even the question: the disk is full
            raise _told(error, reader) from error
        self._running[message.id] = message
        place = Place(message.conversation, visit=place.visit)
        try:
            before = self._before(message, replaced, reader)
            request = controls.request(message.question, before, reader.language)
            earlier = self._render(before.messages, reader, more=True)
            yield earlier + self._render([message], reader), place
            for piece in self._engine.wait().reply(request, controls.mode):
                if message.id not in self._running:  # stopped
                    return
                if isinstance(piece, str):
                    message.draft += piece
                else:
                    message.reply = piece
                    store.finish(message, piece)
                    self._running.pop(message.id, None)
                    self._settle(message, replaced, reader)  # whoever sees the answer may ask on at once
                yield earlier + self._render([message], reader), place
        except FayanError as error:
            raise _told(error, reader) from error
        finally:
            self._running.pop(message.id, None)
            self._settle(message, replaced, reader)

    def _settle(self, message: Message, replaced: str, reader: Reader) -> None:
        """Keep what has come, and delete what it takes the place of; if nothing has come, that stays."""
        store = self.conversations
        if message.reply is None:
            store.keep_draft(message)
        if replaced and (message.reply or message.draft):
            store.cut(reader.user, replaced, before=message.id)
        elif replaced:
            store.drop(message)

    def last_message(self, key: str, reader: Reader) -> Message | None:
        """Return a message if nothing was asked after it: else that would be lost, which another tab may have asked."""
        message = self.conversations.message(reader.user, key)
        conversation = self.conversations.read(reader.user, message.conversation, 1) if message else None
        last = conversation.messages[-1:] if conversation else []
        return message if last and last[0].id == key else None

    def stop(self, place: Place, reader: Reader) -> None:
        """Stop the answers that are on their way in a conversation; what has come is kept."""
        for message in self._on_their_way(place):
            # the store knows whose it is
            if self.conversations.message(reader.user, message.id) and self._running.pop(message.id, None):
                self.conversations.keep_draft(message)

    def is_answering(self, place: Place) -> bool:
        """Return whether an answer is on its way in a conversation."""
        return bool(self._on_their_way(place))

    def _on_their_way(self, place: Place) -> list[Message]:
        running = list(self._running.values())  # a copy at one blow: other threads add to it and take from it
        return [message for message in running if message.conversation == place.conversation]

    def show(self, place: Place, reader: Reader) -> Messages:
        """Return the messages of a conversation as they are stored; none if the reader has no such conversation."""
        conversation = self.conversations.read(reader.user, place.conversation, SHOWN)
        return self._render(conversation.messages, reader) if conversation else []

    def has_documents(self, reader: Reader) -> bool:
        """Return whether there are documents to search in; while the index is being opened, as if there were."""
        return not self._engine.is_open or bool(self._engine.service().documents.list(reader.user or None))

    def open_source(self, link: str, reader: Reader) -> str:
        """Return the panel of the source that a link points to."""
        message = self.conversations.message(reader.user, message_of(link))
        shown = message.source(link) if message else None
        if message is None or message.reply is None or shown is None:
            return gone_panel(reader.language)
        changed = message.changed.get(shown.source.passage_id or "")
        return panel_html(shown, reader.language, message.reply.answer.as_of, message.links, link, changed)

    def _before(self, message: Message, replaced: str, reader: Reader) -> Conversation:
        """The conversation up to a message, or to that which it replaces; another tab may have gone on in it."""
        conversation = self.conversations.read(reader.user, message.conversation, SHOWN)
        if conversation is None:  # deleted in this moment
            raise gr.Error(say(reader.language, "talk_gone"), print_exception=False)
        ids = [own.id for own in conversation.messages]
        end = min((ids.index(key) for key in (message.id, replaced) if key in ids), default=None)
        conversation.messages = conversation.messages[:end]
        return conversation

    def _render(self, messages: Sequence[Message], reader: Reader, more: bool = False) -> Messages:
        return render(messages, reader.language, self._running, more, self._below)


def _told(error: FayanError, reader: Reader) -> gr.Error:
    """What says in the page's language why there is no answer."""
    kinds = {StartingError: "told_starting", UnexpectedError: "told_unexpected", StoreError: "told_store"}
    name = next((name for kind, name in kinds.items() if isinstance(error, kind)), "")
    return gr.Error(say(reader.language, name, error=error) if name else str(error), print_exception=False)
