"""The messages of a conversation as the chatbot shows them."""

from collections.abc import Callable, Collection, Sequence
from html import escape
from typing import Any

from prompts import say
from web.ask.actions import actions_html
from web.transcripts.conversation import Message
from web.transcripts.markdown import escape_markdown, message_markdown, to_markdown

Messages = list[dict[str, Any]]
Below = Callable[[Message, str], str]  # from a message and the page's language to HTML


def render(
    messages: Sequence[Message],
    language: str,
    running: Collection[str] = (),
    more: bool = False,
    below: Sequence[Below] = (),
) -> Messages:
    """Return messages as the chatbot takes them: two of its own for each of ours.

    :param language: The page's language.
    :param running: The ids of the messages that are being answered.
    :param more: Whether further messages follow the last one.
    :param below: What stands below an answer besides the chat's own buttons, in this order.
    """
    shown: Messages = []
    for message in messages:
        last = message is messages[-1] and not more
        shown.append({"role": "user", "content": escape_markdown(message.question)})
        shown.append({"role": "assistant", "content": _content(message, language, message.id in running, last, below)})
    return shown


def _content(message: Message, language: str, running: bool, last: bool, below: Sequence[Below]) -> str:
    if message.reply:
        answer = message_markdown(message.reply, message.id, message.changed)
        parts = [actions_html(message, language, last), *(part(message, language) for part in below)]
        return f'{answer}\n\n<div class="fy-below">{"".join(parts)}</div>'
    draft = to_markdown(message.draft, message.id, {})
    if running:
        doing = escape(say(language, "page_writing" if draft else "page_searching"))
        return f'{draft}\n\n<div class="fy-step fy-waiting">{doing}</div>'.strip()
    step = f'<div class="fy-step">{escape(say(language, "page_stopped"))}</div>'
    return f"{draft}\n\n{step}\n\n{actions_html(message, language, last)}".strip()
