"""The chat: from a question on the page to the messages that it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import gradio as gr

from prompts import say
from retrieval.answer.types import Mode
from retrieval.authority import Kind
from retrieval.errors import FayanError
from retrieval.question import Request
from web.ask.conversation import Conversation, Message
from web.ask.markdown import escape_markdown, message_markdown, to_markdown
from web.ask.panel import gone_panel, panel_html
from web.engine import Engine
from web.http.bodies import MAX_QUESTION, clean_question

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
Messages = list[dict[str, Any]]


@dataclass(frozen=True)
class Controls:
    """What the reader chose besides the question, as the page's components give it."""

    as_of: str | None
    kinds: list[str] | None
    language: str | None
    mode: Mode | None = None
    share_documents: bool = False
    user: str | None = None

    def request(self, question: str, conversation: Conversation) -> Request:
        """Return what is asked, and by whom."""
        return Request(
            question, conversation.history(), self.language or None, read_date(self.as_of),
            frozenset(Kind(kind) for kind in self.kinds) if self.kinds else None, user=self.user,
            share_documents=self.share_documents,
        )  # fmt: skip


def read_date(text: str | None) -> date | None:
    """Return the date that was typed, None if none was.

    :raises ValueError: If it is no date.
    """
    text = (text or "").strip()
    if not text:
        return None
    if not _ISO_DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def refuse_question(question: str | None, language: str) -> str | None:
    """Return why a question is not taken, in the page's language; None if it is."""
    question = question or ""
    if len(question) > MAX_QUESTION:
        return say(language, "refused_long", length=f"{len(question):,}", limit=f"{MAX_QUESTION:,}")
    try:
        clean_question(question)
    except ValueError:
        return say(language, "refused_empty")
    return None


def refuse_date(text: str | None, language: str) -> str | None:
    """Return why a date is not taken, in the page's language; None if it is."""
    try:
        read_date(text)
    except ValueError:
        return say(language, "refused_date", value=(text or "")[:30])
    return None


class Chat:
    """Answers on the page.

    :param engine: Where the answers come from.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ask(
        self, question: str, conversation: Conversation, controls: Controls, language: str
    ) -> Iterator[tuple[Messages, Conversation]]:
        """Answer a question piece by piece; each step gives all messages of the conversation.

        The pieces are a draft: its numbers open nothing until the whole is checked.
        """
        request = controls.request(clean_question(question), conversation)
        message = conversation.begin(request.question)
        yield render(conversation, language), conversation
        try:
            for piece in self._engine.wait().reply(request, controls.mode):
                if message.stopped:
                    return
                if isinstance(piece, str):
                    message.draft += piece
                else:
                    message.reply = piece
                yield render(conversation, language), conversation
        except FayanError as error:
            message.stopped = True
            raise gr.Error(str(error), print_exception=False) from error


def render(conversation: Conversation, language: str) -> Messages:
    """Return the messages as the chatbot shows them."""
    shown: Messages = []
    for message in conversation.messages:
        shown.append({"role": "user", "content": escape_markdown(message.question)})
        shown.append({"role": "assistant", "content": _content(message, language)})
    return shown


def _content(message: Message, language: str) -> str:
    if message.reply:
        return message_markdown(message.reply, message.id)
    note, waiting = ("page_stopped", "") if message.stopped else ("page_searching", " fy-waiting")
    step = f'<div class="fy-step{waiting}">{escape(say(language, note))}</div>'
    return f"{to_markdown(message.draft, message.id, {})}\n\n{step}".strip()


def open_source(link: str, conversation: Conversation, language: str) -> str:
    """Return the panel of the source that a link points to."""
    found = conversation.find(link)
    if found is None:
        return gone_panel(language)
    message, shown = found
    as_of = message.reply.answer.as_of if message.reply else date.today()
    return panel_html(shown, language, as_of, message.links, link)
