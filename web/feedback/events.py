"""What happens when a reader judges an answer."""

import json
from typing import Any

import gradio as gr
from pydantic import BaseModel, Field, ValidationError

from prompts import say
from retrieval.store.feedback_row import FaultReason, Thumb
from web.ask.chat import Chat
from web.ask.events import PRIVATE
from web.ask.parts import Parts
from web.ask.place import Place
from web.ask.reader import Reader
from web.engine import Engine
from web.feedback.dialog import dialog_html, told_html
from web.feedback.store import MAX_COMMENT, keep_judgement, withdraw_judgement
from web.transcripts.conversation import Judgement

_AT_ONCE: dict[str, Any] = {**PRIVATE, "queue": False}


class _Said(BaseModel):
    """What `feedback.js` sends; it comes from a browser and is checked like all that does."""

    message: str = Field(max_length=64)
    thumb: Thumb | None = None
    reasons: list[FaultReason] = Field(default_factory=list, max_length=8)
    comment: str = Field("", max_length=MAX_COMMENT)


def connect_feedback(judged: gr.HTML, parts: Parts, chat: Chat, engine: Engine) -> None:
    """Connect the thumbs and the form.

    :param judged: Where the confirmation and the form are.
    """
    settings = engine.settings

    def answer(place: str, reader: Reader, html: str) -> tuple[Any, str]:
        """The messages with the new state of the thumbs, unless an answer is being written over them."""
        here = Place.read(place)
        return (gr.skip() if chat.is_answering(here) else chat.show(here, reader)), html

    def thumb(place: str, event: gr.EventData, request: gr.Request) -> tuple[Any, str]:
        """Keep a thumb at once; a thumb down asks for its reasons."""
        said, reader = _read(event), Reader.of(request)
        message = chat.conversations.message(reader.user, said.message) if said else None
        if said is None or message is None or said.thumb is None:
            return answer(place, reader, told_html(say(reader.language, "judge_gone"), reader.language))
        before = message.judgement
        if before is None or before.thumb != said.thumb:
            comment = before.comment if before else ""
            keep_judgement(settings, reader.user, message.id, Judgement(said.thumb, (), comment))
        told = say(reader.language, "judge_saved")
        down = said.thumb == "down"
        return answer(place, reader, _form(message.id, reader, told) if down else told_html(told, reader.language))

    def more(event: gr.EventData, request: gr.Request) -> str:
        said = _read(event)
        return _form(said.message, Reader.of(request)) if said else ""

    def save(place: str, event: gr.EventData, request: gr.Request) -> tuple[Any, str]:
        said, reader = _read(event), Reader.of(request)
        kept = said is not None and said.thumb is not None and keep_judgement(
            settings, reader.user, said.message, Judgement(said.thumb, tuple(said.reasons), said.comment)
        )  # fmt: skip
        return answer(
            place, reader, told_html(say(reader.language, "judge_saved" if kept else "judge_gone"), reader.language)
        )

    def withdraw(place: str, event: gr.EventData, request: gr.Request) -> tuple[Any, str]:
        said, reader = _read(event), Reader.of(request)
        if said:
            withdraw_judgement(settings, reader.user, said.message)
        return answer(place, reader, told_html(say(reader.language, "judge_withdrawn"), reader.language))

    def _form(key: str, reader: Reader, told: str = "") -> str:
        message = chat.conversations.message(reader.user, key)
        return dialog_html(message, reader.language, told) if message else ""

    outputs = [parts.chatbot, judged]
    judged.like(thumb, [parts.place], outputs, **_AT_ONCE)
    judged.edit(more, None, [judged], **_AT_ONCE)
    judged.submit(save, [parts.place], outputs, **_AT_ONCE)
    judged.clear(withdraw, [parts.place], outputs, **_AT_ONCE)


def _read(event: gr.EventData) -> _Said | None:
    try:
        return _Said.model_validate(json.loads(str(event.value)))
    except (ValidationError, ValueError):
        return None
