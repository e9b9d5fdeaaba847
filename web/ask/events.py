"""What happens on the page: a question is asked, stopped, edited, asked again, a source opened, a conversation begun."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from retrieval.answer.types import Mode
from web.ask.actions import message_of
from web.ask.chat import Chat, Controls, Messages, Scope, open_source, refuse_date, refuse_question, render
from web.ask.conversation import Conversation
from web.ask.panel import empty_panel
from web.ask.parts import Parts
from web.identity import user_of
from web.texts import request_language

AT_ONCE = 4
_READY: dict[str, Any] = {"submit_btn": True, "stop_btn": False}
_BUSY: dict[str, Any] = {"submit_btn": False, "stop_btn": True}
PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
_ASKING: dict[str, Any] = {**PRIVATE, "concurrency_limit": AT_ONCE, "concurrency_id": "ask"}

Step = tuple[Messages, Conversation, Any, Any]


def connect(parts: Parts, new: gr.Button, chat: Chat) -> None:
    """Connect the view's components, and the button that begins a new conversation."""

    def ask(
        question: str, conversation: Conversation, as_of: str | None, kinds: list[str], wanted: str, mode: Mode,
        scope: Scope, documents: list[str], request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        language = request_language(request)
        if reason := refuse_question(question, language) or refuse_date(as_of, language):
            raise gr.Error(reason, print_exception=False)
        controls = Controls(as_of, kinds, wanted, mode, scope, documents, user_of(request))
        box = gr.update(value="", **_BUSY)
        for messages, kept in chat.ask(question, conversation, controls, language):
            yield messages, kept, box, gr.update(visible=False)
            box = gr.skip()
        yield render(conversation, language), conversation, gr.update(**_READY), gr.skip()

    def ask_example(
        conversation: Conversation, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope,
        documents: list[str], chosen: gr.SelectData, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        yield from ask(chosen.value["text"], conversation, as_of, kinds, wanted, mode, scope, documents, request)

    def ask_again(
        conversation: Conversation, as_of: str | None, kinds: list[str], wanted: str, mode: Mode, scope: Scope,
        documents: list[str], event: gr.EventData, request: gr.Request,
    ) -> Iterator[Step]:  # fmt: skip
        if message := message_of(str(event.value), conversation):
            conversation.editing = message.id
            yield from ask(message.question, conversation, as_of, kinds, wanted, mode, scope, documents, request)

    outputs = [parts.chatbot, parts.conversation, parts.box, parts.editing]
    asked = parts.box.submit(ask, [parts.box, *parts.inputs], outputs, validator=_check, **_ASKING)
    chosen = parts.chatbot.example_select(ask_example, parts.inputs, outputs, **_ASKING)
    again = parts.panel.retry(ask_again, parts.inputs, outputs, **_ASKING)
    running = [asked, chosen, again]
    # an error leaves the box as it was while the answer was on its way
    for event in running:
        event.failure(lambda: gr.update(**_READY), None, [parts.box], **PRIVATE)
    parts.box.stop(_stop, [parts.conversation], [parts.chatbot, parts.box], cancels=running, **PRIVATE)
    edited = [parts.conversation, parts.box, parts.editing]
    parts.panel.edit(_edit, [parts.conversation], edited, **PRIVATE)
    parts.editing.click(_leave, [parts.conversation], edited, **PRIVATE)
    parts.panel.select(_open, [parts.conversation], [parts.panel], **PRIVATE)
    fresh = [parts.chatbot, parts.conversation, parts.panel, parts.box, parts.editing]
    new.click(_begin, None, fresh, cancels=running, **PRIVATE)


def _check(
    question: str, _conversation: Conversation, as_of: str | None, _kinds: list[str], _wanted: str, _mode: Mode,
    _scope: Scope, _documents: list[str], request: gr.Request,
) -> list[dict[str, Any]]:  # fmt: skip
    """Say what is wrong beside the question, before anything is queued."""
    language = request_language(request)
    reason = refuse_question(question, language) or refuse_date(as_of, language)
    # the date's component shows no message of its own
    return [gr.validate(reason is None, reason or ""), *(gr.validate(True, "") for _ in range(7))]


def _stop(conversation: Conversation, request: gr.Request) -> tuple[Messages, Any]:
    conversation.stop()
    return render(conversation, request_language(request)), gr.update(**_READY)


def _edit(conversation: Conversation, event: gr.EventData) -> tuple[Conversation, Any, Any]:
    """Put an old question into the box; it is replaced when the new one is sent."""
    message = message_of(str(event.value), conversation)
    if message is None:
        return conversation, gr.skip(), gr.skip()
    conversation.editing = message.id
    return conversation, message.question, gr.update(visible=True)


def _leave(conversation: Conversation) -> tuple[Conversation, str, Any]:
    conversation.editing = None
    return conversation, "", gr.update(visible=False)


def _open(conversation: Conversation, event: gr.EventData, request: gr.Request) -> str:
    return open_source(str(event.value), conversation, request_language(request))


def _begin(request: gr.Request) -> tuple[Messages, Conversation, str, Any, Any]:
    panel = empty_panel(request_language(request))
    return [], Conversation(), panel, gr.update(value="", **_READY), gr.update(visible=False)
