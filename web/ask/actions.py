"""What can be done with a question and its answer: copy, ask again, edit. The buttons stand below the answer."""

from html import escape

from prompts import say
from web.transcripts.conversation import Message

COPY, RETRY, EDIT = "copy", "retry", "edit"  # `panel.js` knows them


def actions_html(message: Message, language: str, last: bool) -> str:
    """Return the buttons below an answer.

    :param language: The page's language.
    :param last: Whether no question follows; only then it can be asked again, because what follows would be lost.
    """
    names = (COPY, RETRY, EDIT) if last else (COPY, EDIT)
    buttons = "".join(
        f'<button class="fy-act" id="{name}-{escape(message.id)}">{escape(say(language, f"page_{name}"))}</button>'
        for name in names
    )
    return f'<div class="fy-actions">{buttons}</div>'
