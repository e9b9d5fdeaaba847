"""What happens on the page: a question is asked, stopped, edited, asked again, a source opened, a conversation begun."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import gradio as gr

from web.ask.asking import Asking
from web.ask.chat import Chat
from web.ask.dates import normal_date
from web.ask.panel import empty_panel
from web.ask.parts import Parts, refused_html
from web.ask.place import Place
from web.ask.reader import Reader
from web.ask.refuse import refuse_date
from web.ask.render import Messages
from web.texts import request_language
from web.transcripts.conversation import message_of

AT_ONCE = 32  # most of them wait: for a language model, or for a processor (web.service)
READY: dict[str, Any] = {"submit_btn": True, "stop_btn": False}
PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
# Set once an answer's event is over, not with its last step: Gradio drops without a word what is sent between the two.
_READY_SCRIPT = f"() => ({json.dumps({'__type__': 'update', **READY})})"
_ASKING: dict[str, Any] = {**PRIVATE, "concurrency_limit": AT_ONCE, "concurrency_id": "ask"}


def connect(parts: Parts, new: gr.Button, chat: Chat) -> list[gr.events.Dependency]:
    """Connect the view's components, and the button that begins a new conversation.

    :return: The events that answer; whatever leaves the conversation cancels them.
    """
    asking = Asking(chat)

    def stop(place: str, request: gr.Request) -> tuple[Messages, Any]:
        chat.stop(Place.read(place), Reader.of(request))
        return _as_kept(chat)(place, request)

    def open_source(event: gr.EventData, request: gr.Request) -> str:
        return chat.open_source(str(event.value), Reader.of(request))

    outputs = [parts.chatbot, parts.place, parts.box, parts.editing, parts.panel, parts.refused, parts.taken]
    asked = parts.box.submit(asking.ask, [parts.box, *parts.inputs], outputs, **_ASKING)
    chosen = parts.chatbot.example_select(asking.ask_example, parts.inputs, outputs, **_ASKING)
    again = parts.panel.retry(asking.ask_again, parts.inputs, outputs, **_ASKING)
    running = [asked, chosen, again]
    for event in running:
        event.then(None, None, [parts.box], js=_READY_SCRIPT, **PRIVATE)
        # an error leaves the page as it was while the answer was on its way
        event.failure(_as_kept(chat), [parts.place], [parts.chatbot, parts.box], **PRIVATE)
    parts.taken.change(None, [parts.taken, parts.box], [parts.box], js="window.fayanTaken", **PRIVATE)
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
