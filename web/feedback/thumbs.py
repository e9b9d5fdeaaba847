"""The thumbs below an answer; `feedback.js` knows their ids."""

from html import escape

from prompts import say
from web.transcripts.conversation import Message

THUMBS = ("up", "down")


def thumbs_html(message: Message, language: str) -> str:
    """Return the two thumbs, the given one marked, and what opens the rest of the judgement."""
    given = message.judgement.thumb if message.judgement else None
    buttons = "".join(_thumb(thumb, message.id, thumb == given, language) for thumb in THUMBS)
    if given:
        buttons += f'<button class="fy-judge fy-judge-more" id="more-{message.id}">{escape(say(language, "judge_more"))}</button>'
    return f'<span class="fy-judges">{buttons}</span>'


def _thumb(thumb: str, message: str, given: bool, language: str) -> str:
    # the sanitiser lets no state attribute through: the words say which is given
    words = say(language, f"judge_{thumb}_given" if given else f"judge_{thumb}")
    name = f"fy-judge fy-judge-{thumb}" + (" fy-judge-given" if given else "")
    return f'<button class="{name}" id="{thumb}-{message}">{escape(words)}</button>'
