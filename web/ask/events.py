"""What happens on the page: a question is asked, stopped, a source opened, a new conversation begun."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from retrieval.answer.types import Mode
from web.ask.chat import Chat, Controls, Messages, open_source, refuse_date, refuse_question, render
from web.ask.conversation import Conversation
from web.ask.panel import empty_panel
from web.ask.parts import Parts
from web.identity import user_of
from web.texts import request_language

AT_ONCE = 32  # most of them wait: for a language model, or for a processor (web.service)
_READY: dict[str, Any] = {"submit_btn": True, "stop_btn": False}
_BUSY: dict[str, Any] = {"submit_btn": False, "stop_btn": True}
_PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
_ASKING: dict[str, Any] = {**_PRIVATE, "concurrency_limit": AT_ONCE, "concurrency_id": "ask"}

Step = tuple[Messages, Conversation, Any]


def connect(parts: Parts, new: gr.Button, chat: Chat) -> None:
    """Connect the view's components, and the button that begins a new conversation."""

    def ask(
        question: str, conversation: Conversation, as_of: str | None, kinds: list[str], wanted: str, mode: Mode,
        share: bool, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        language = request_language(request)
        if reason := refuse_question(question, language) or refuse_date(as_of, language):
            raise gr.Error(reason, print_exception=False)
        box = gr.update(value="", **_BUSY)
        controls = Controls(as_of, kinds, wanted, mode, share, user_of(request))
        for messages, kept in chat.ask(question, conversation, controls, language):
            yield messages, kept, box
            box = gr.skip()
        yield render(conversation, language), conversation, gr.update(**_READY)

    def ask_example(
        conversation: Conversation, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, share: bool,
        chosen: gr.SelectData, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        yield from ask(chosen.value["text"], conversation, as_of, kinds, wanted, mode, share, request)

    outputs = [parts.chatbot, parts.conversation, parts.box]
    asked = parts.box.submit(ask, [parts.box, *parts.inputs], outputs, validator=_check, **_ASKING)
    chosen = parts.chatbot.example_select(ask_example, parts.inputs, outputs, **_ASKING)
    # an error leaves the box as it was while the answer was on its way
    for event in (asked, chosen):
        event.failure(lambda: gr.update(**_READY), None, [parts.box], **_PRIVATE)
    running = [asked, chosen]
    parts.box.stop(_stop, [parts.conversation], [parts.chatbot, parts.box], cancels=running, **_PRIVATE)
    parts.panel.select(_open, [parts.conversation], [parts.panel], **_PRIVATE)
    fresh = [parts.chatbot, parts.conversation, parts.panel, parts.box]
    new.click(_begin, None, fresh, cancels=running, **_PRIVATE)


def _check(
    question: str, _conversation: Conversation, as_of: str | None, _kinds: list[str], _wanted: str, _mode: Mode,
    _share: bool, request: gr.Request,
) -> list[dict[str, Any]]:  # fmt: skip
    """Say what is wrong beside the question, before anything is queued."""
    language = request_language(request)
    reason = refuse_question(question, language) or refuse_date(as_of, language)
    # the date's component shows no message of its own
    return [gr.validate(reason is None, reason or ""), *(gr.validate(True, "") for _ in range(6))]


def _stop(conversation: Conversation, request: gr.Request) -> tuple[Messages, Any]:
    conversation.stop()
    return render(conversation, request_language(request)), gr.update(**_READY)


def _open(conversation: Conversation, event: gr.EventData, request: gr.Request) -> str:
    return open_source(str(event.value), conversation, request_language(request))


def _begin(request: gr.Request) -> tuple[Messages, Conversation, str, Any]:
    return [], Conversation(), empty_panel(request_language(request)), gr.update(value="", **_READY)
