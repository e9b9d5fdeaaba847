"""A question is asked on the page: from the box, as an example, or again."""

from collections.abc import Iterator
from dataclasses import replace
from secrets import token_hex
from typing import Any

import gradio as gr

from prompts import say
from retrieval.result import Mode
from web.ask.chat import Chat, Controls, Scope
from web.ask.panel import empty_panel
from web.ask.parts import refused_html
from web.ask.place import Place
from web.ask.reader import Reader
from web.ask.refuse import refuse_date, refuse_question
from web.ask.render import Messages
from web.identity import user_of
from web.transcripts.conversation import message_of

BUSY: dict[str, Any] = {"submit_btn": False, "stop_btn": True}
Step = tuple[Messages, str, Any, Any, Any, Any, Any]


class Asking:
    """What Gradio calls when a question is asked; it gives each of the components' values by itself.

    A step is what the chat, the place, the box, the note on editing, the panel and the refusal show, and with the first
    one the question that was taken, behind a mark of its own: the page takes it out of the box, and leaves there what
    was typed since.
    """

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def ask(
        self, question: str, place: str, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope,
        documents: list[str], share: bool, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        """Answer, step by step; a question that is not taken leaves all as it was."""
        reader = Reader.of(request)
        if reason := self._refuse(question, as_of, scope, reader):
            # not by Gradio's validator: any other event that ends at the same time takes its message away again
            yield (*(gr.skip(),) * 5, refused_html(reason), gr.skip())
            return
        controls = Controls(as_of, kinds, wanted, mode, scope, documents, share, user_of(request))
        box, taken, here = gr.update(**BUSY), f"{token_hex(4)} {question}", Place.read(place)
        # the sources of an answer that is replaced go with it
        panel = empty_panel(reader.language) if here.editing else gr.skip()
        told = self._tell_gone(here, reader)  # at each step: with the first one the page clears what was said before
        for messages, now_here in self._chat.ask(question, here, controls, reader):
            if self._chat.visits.is_over(request.session_hash, here.visit):
                yield (gr.skip(),) * 7  # without a last step Gradio would empty what the steps before had filled
                return
            here = now_here
            yield messages, str(here), box, gr.update(visible=False), panel, told, taken
            box = panel = taken = gr.skip()
        yield self._chat.show(here, reader), str(here), gr.skip(), gr.skip(), gr.skip(), told, gr.skip()

    def ask_example(
        self, place: str, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope, documents: list[str],
        share: bool, chosen: gr.SelectData, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        """Ask one of the examples."""
        yield from self.ask(chosen.value["text"], place, as_of, kinds, wanted, mode, scope, documents, share, request)

    def ask_again(
        self, place: str, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope, documents: list[str],
        share: bool, event: gr.EventData, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        """Ask the last question again, in the place of its answer."""
        reader = Reader.of(request)
        if message := self._chat.last_message(message_of(str(event.value)), reader):
            place = str(Place(message.conversation, message.id, Place.read(place).visit))
            yield from self.ask(message.question, place, as_of, kinds, wanted, mode, scope, documents, share, request)
        else:
            here = replace(Place.read(place), editing="")
            refused = refused_html(say(reader.language, "refused_stale"))
            yield self._chat.show(here, reader), str(here), gr.skip(), gr.skip(), gr.skip(), refused, gr.skip()

    def _refuse(self, question: str, as_of: str | None, scope: Scope, reader: Reader) -> str | None:
        """Why a question is not taken; None if it is."""
        if reason := refuse_question(question, reader.language) or refuse_date(as_of, reader.language):
            return reason
        if scope == "documents" and not self._chat.has_documents(reader):
            return say(reader.language, "refused_no_documents")
        return None

    def _tell_gone(self, here: Place, reader: Reader) -> str:
        """What says that the conversation asked in was deleted meanwhile; empty if it is there."""
        if not here.conversation or self._chat.conversations.read(reader.user, here.conversation, last=0):
            return ""
        return refused_html(say(reader.language, "talk_elsewhere"))
