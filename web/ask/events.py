"""What happens on the page: a question is asked, stopped, edited, asked again, a source opened, a conversation begun."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import gradio as gr

from prompts import say
from retrieval.result import Mode
from web.ask.chat import Chat, Controls, Scope
from web.ask.dates import normal_date
from web.ask.panel import empty_panel
from web.ask.parts import Parts, refused_html
from web.ask.place import Place
from web.ask.reader import Reader
from web.ask.refuse import refuse_date, refuse_question
from web.ask.render import Messages
from web.identity import user_of
from web.texts import request_language
from web.transcripts.conversation import message_of

AT_ONCE = 32  # most of them wait: for a language model, or for a processor (web.service)
READY: dict[str, Any] = {"submit_btn": True, "stop_btn": False}
_BUSY: dict[str, Any] = {"submit_btn": False, "stop_btn": True}
PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
# Set once an answer's event is over, not with its last step: Gradio drops without a word what is sent between the two.
_READY_SCRIPT = f"() => ({json.dumps({'__type__': 'update', **READY})})"
_ASKING: dict[str, Any] = {**PRIVATE, "concurrency_limit": AT_ONCE, "concurrency_id": "ask"}

Step = tuple[Messages, str, Any, Any, Any, Any]


def connect(parts: Parts, new: gr.Button, chat: Chat) -> list[gr.events.Dependency]:
    """Connect the view's components, and the button that begins a new conversation.

    :return: The events that answer; whatever leaves the conversation cancels them.
    """

    def ask(
        question: str, place: str, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope,
        documents: list[str], share: bool, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        reader = Reader.of(request)
        if reason := _refuse(chat, question, as_of, scope, reader):
            # not by Gradio's validator: any other event that ends at the same time takes its message away again
            yield (*(gr.skip(),) * 5, refused_html(reason))
            return
        controls = Controls(as_of, kinds, wanted, mode, scope, documents, share, user_of(request))
        box, here = gr.update(value="", **_BUSY), Place.read(place)
        # the sources of an answer that is replaced go with it
        panel = empty_panel(reader.language) if here.editing else gr.skip()
        told = _tell_gone(chat, here, reader)  # at each step: with the first one the page clears what was said before
        for messages, now_here in chat.ask(question, here, controls, reader):
            if chat.visits.is_over(request.session_hash, here.visit):
                yield (gr.skip(),) * 6  # without a last step Gradio would empty what the steps before had filled
                return
            here = now_here
            yield messages, str(here), box, gr.update(visible=False), panel, told
            box = panel = gr.skip()
        yield chat.show(here, reader), str(here), gr.skip(), gr.skip(), gr.skip(), told

    def ask_example(
        place: str, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope, documents: list[str],
        share: bool, chosen: gr.SelectData, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        yield from ask(chosen.value["text"], place, as_of, kinds, wanted, mode, scope, documents, share, request)

    def ask_again(
        place: str, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope, documents: list[str],
        share: bool, event: gr.EventData, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        reader = Reader.of(request)
        if message := chat.last_message(message_of(str(event.value)), reader):
            place = str(Place(message.conversation, message.id, Place.read(place).visit))
            yield from ask(message.question, place, as_of, kinds, wanted, mode, scope, documents, share, request)
        else:
            here = replace(Place.read(place), editing="")
            refused = refused_html(say(reader.language, "refused_stale"))
            yield chat.show(here, reader), str(here), gr.skip(), gr.skip(), gr.skip(), refused

    def stop(place: str, request: gr.Request) -> tuple[Messages, Any]:
        chat.stop(Place.read(place), Reader.of(request))
        return _as_kept(chat)(place, request)

    def open_source(event: gr.EventData, request: gr.Request) -> str:
        return chat.open_source(str(event.value), Reader.of(request))

    outputs = [parts.chatbot, parts.place, parts.box, parts.editing, parts.panel, parts.refused]
    asked = parts.box.submit(ask, [parts.box, *parts.inputs], outputs, **_ASKING)
    chosen = parts.chatbot.example_select(ask_example, parts.inputs, outputs, **_ASKING)
    again = parts.panel.retry(ask_again, parts.inputs, outputs, **_ASKING)
    running = [asked, chosen, again]
    for event in running:
        event.then(None, None, [parts.box], js=_READY_SCRIPT, **PRIVATE)
        # an error leaves the page as it was while the answer was on its way
        event.failure(_as_kept(chat), [parts.place], [parts.chatbot, parts.box], **PRIVATE)
    # what is changed is no longer what was refused; `input` tells of key presses only, not of what an input method writes
    changed = [parts.box.change, parts.controls.as_of.change, parts.place.change, new.click]
    gr.on(changed, None, None, [parts.refused], js="() => ''", **PRIVATE)
    day = parts.controls.as_of
    gr.on([day.blur, day.submit], _read_day, [day], [day, parts.refused], queue=False, **PRIVATE)
    parts.box.stop(stop, [parts.place], [parts.chatbot, parts.box], cancels=running, **PRIVATE)
    edited = [parts.place, parts.box, parts.editing]
    parts.panel.edit(_edit(chat), [parts.place], edited, **PRIVATE)
    parts.editing.click(_leave, [parts.place], edited, **PRIVATE)
    parts.panel.select(open_source, None, [parts.panel], **PRIVATE)
    whole = [parts.chatbot, parts.place, parts.panel, parts.box, parts.editing]
    new.click(begin(chat), [parts.place], whole, cancels=running, **PRIVATE)
    return running


def _refuse(chat: Chat, question: str, as_of: str | None, scope: Scope, reader: Reader) -> str | None:
    """Why a question is not taken; None if it is."""
    if reason := refuse_question(question, reader.language) or refuse_date(as_of, reader.language):
        return reason
    if scope == "documents" and not chat.has_documents(reader):
        return say(reader.language, "refused_no_documents")
    return None


def _tell_gone(chat: Chat, here: Place, reader: Reader) -> str:
    """What says that the conversation asked in was deleted meanwhile; empty if it is there."""
    if not here.conversation or chat.conversations.read(reader.user, here.conversation, last=0):
        return ""
    return refused_html(say(reader.language, "talk_elsewhere"))


def _read_day(as_of: str, request: gr.Request) -> tuple[Any, str]:
    """What shows a date as it was read, or says that it is none."""
    reason = refuse_date(as_of, request_language(request))
    day = normal_date(as_of)
    return day if day and day != as_of else gr.skip(), refused_html(reason) if reason else ""


def _as_kept(chat: Chat) -> Callable[[str, gr.Request], tuple[Messages, Any]]:
    """What shows a conversation as it is stored, with a box that can be written in."""

    def as_kept(place: str, request: gr.Request) -> tuple[Messages, Any]:
        return chat.show(Place.read(place), Reader.of(request)), gr.update(**READY)

    return as_kept


def _edit(chat: Chat) -> Callable[[str, gr.EventData, gr.Request], tuple[Any, Any, Any]]:
    """What puts an old question into the box; it is replaced when the new one is sent."""

    def edit(place: str, event: gr.EventData, request: gr.Request) -> tuple[Any, Any, Any]:
        message = chat.conversations.message(Reader.of(request).user, message_of(str(event.value)))
        if message is None:
            return gr.skip(), gr.skip(), gr.skip()
        here = Place(message.conversation, message.id, Place.read(place).visit)
        return str(here), message.question, gr.update(visible=True)

    return edit


def _leave(place: str) -> tuple[str, str, Any]:
    return str(replace(Place.read(place), editing="")), "", gr.update(visible=False)


def begin(chat: Chat) -> Callable[[str, gr.Request], tuple[Any, ...]]:
    """Return what leaves a conversation for an empty view: messages, place, and what `fresh` gives."""

    def leave(place: str, request: gr.Request) -> tuple[Any, ...]:
        visit = chat.visits.leave(request.session_hash, Place.read(place).visit)
        return [], str(Place(visit=visit)), *fresh(request)

    return leave


def fresh(request: gr.Request) -> tuple[str, Any, Any]:
    """Return what a conversation begins with when it is opened: panel, box, the note on editing."""
    return empty_panel(request_language(request)), gr.update(value="", **READY), gr.update(visible=False)
