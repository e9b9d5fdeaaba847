"""What happens to conversations on the page: listed, searched, opened, renamed, deleted, found again after a reload."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from prompts import say
from web.ask.chat import SHOWN, Chat
from web.ask.events import PRIVATE, begin, fresh
from web.ask.parts import Parts
from web.ask.place import Place
from web.ask.reader import Reader
from web.conversations.list_html import head_html, list_html
from web.conversations.parts import TalkParts

LISTED = 200
PARAMETER = "c"  # of the page's address: `/?c=ID`; `talk_head.js` knows it
_AT_ONCE: dict[str, Any] = {**PRIVATE, "queue": False}
_AS_IT_IS = (gr.skip(),) * 5
Links = Callable[[str, str], str]  # from a conversation's id and the page's language to HTML


class _Talks:
    """What the events of conversations give; `chat` keeps the conversations, `links` stand beside a title."""

    def __init__(self, chat: Chat, links: Links) -> None:
        self._chat, self._store, self._links = chat, chat.conversations, links

    def list(self, words: str, place: str, request: gr.Request) -> str:
        reader = Reader.of(request)
        found = self._store.list(reader.user, words or "")
        more = max(0, len(found) - LISTED)
        return list_html(found[:LISTED], reader.language, Place.read(place).conversation, words or "", more)

    def head(self, place: str, request: gr.Request) -> str:
        reader, key = Reader.of(request), Place.read(place).conversation
        talk = self._store.read(reader.user, key, last=0) if key else None
        if talk is None:
            return head_html(None, reader.language, say(reader.language, "talk_gone") if key else "")
        total = self._store.count(key)
        note = say(reader.language, "talks_earlier", shown=SHOWN, total=total) if total > SHOWN else ""
        return head_html(talk, reader.language, note, self._links(key, reader.language))

    def around(self, words: str, place: str, request: gr.Request) -> tuple[str, str]:
        """The head and the list."""
        return self.head(place, request), self.list(words, place, request)

    def show(self, key: str, words: str, visit: str, request: gr.Request) -> tuple[Any, ...]:
        """Everything that shows a conversation: the messages, the place, and what is around."""
        reader = Reader.of(request)
        here = Place(key if self._store.read(reader.user, key, last=0) else "", visit=visit)
        around = self.head(key, request), self.list(words, here.conversation, request)
        return self._chat.show(here, reader), str(here), *fresh(request), *around

    def load(self, request: gr.Request) -> tuple[Any, ...]:
        if key := request.query_params.get(PARAMETER, ""):
            messages, here, panel, _, *rest = self.show(key, "", "", request)
            return messages, here, panel, gr.skip(), *rest  # who is quick has begun to write in the box by now
        return *_AS_IT_IS, *self.around("", "", request)

    def open(self, words: str, place: str, event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        visit = self._chat.visits.leave(request.session_hash, Place.read(place).visit)
        return self.show(str(event.value), words, visit, request)

    def rename(self, words: str, place: str, event: gr.EventData, request: gr.Request) -> tuple[str, str]:
        key, _, title = str(event.value).partition(" ")
        self._store.rename(Reader.of(request).user, key, title)
        return self.around(words, place, request)

    def delete(self, words: str, place: str, event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        key, here, reader = str(event.value), Place.read(place), Reader.of(request)
        self._chat.stop(Place(key), reader)
        self._store.delete(reader.user, key)
        if key == here.conversation:
            return *begin(self._chat)(place, request), *self.around(words, "", request)
        return *_AS_IT_IS, *self.around(words, place, request)


def connect_talks(
    page: gr.Blocks, own: TalkParts, links: Links, parts: Parts, chat: Chat, running: list[gr.events.Dependency]
) -> None:
    """Connect the list and the head.

    :param own: The list and the head, already on the page.
    :param links: What stands beside the title of the conversation that is open.
    :param running: The events that answer; opening another conversation stops them, and what has come is kept.
    """
    talks = _Talks(chat, links)
    state, beside = [own.search, parts.place], [own.head, own.list]
    whole = [parts.chatbot, parts.place, parts.panel, parts.box, parts.editing, *beside]
    page.load(talks.load, None, whole, **_AT_ONCE)
    # `input` would not tell of what is pasted
    own.search.change(talks.list, state, [own.list], trigger_mode="always_last", **_AT_ONCE)
    own.list.select(talks.open, state, whole, cancels=running, **_AT_ONCE)
    own.list.edit(talks.rename, state, beside, **_AT_ONCE)
    own.list.delete(talks.delete, state, whole, **_AT_ONCE)
    # what came late is drawn again; not `load`, which Gradio triggers itself
    own.list.apply(talks.around, state, beside, **_AT_ONCE)
    # a new conversation is listed as soon as it has its place; an old one moves up with its last answer
    parts.place.change(talks.around, state, beside, **_AT_ONCE)
    for event in running:
        event.then(talks.around, state, beside, **_AT_ONCE)
