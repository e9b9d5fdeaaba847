"""The confirmation of a judgement, and the form that changes it, as HTML."""

import secrets
from html import escape

from prompts import say
from web.feedback.store import MAX_COMMENT
from web.transcripts.conversation import Message

REASONS = ("wrong_citation", "not_in_force", "does_not_answer", "other")
_SHOWN_QUESTION = 160


def told_html(sentence: str, language: str) -> str:
    """Return what is said after a judgement was saved."""
    return f'<p class="fy-toast" role="status" lang="{language}" {_drawn()}>{escape(sentence)}</p>'


def dialog_html(message: Message, language: str, told: str = "") -> str:
    """Return the form with what the reader has said of an answer so far.

    :param told: What has just been done; nothing outside of an open form is read aloud.
    """
    judgement = message.judgement
    thumb = judgement.thumb if judgement else ""
    reasons = judgement.reasons if judgement else ()
    question = (
        message.question if len(message.question) <= _SHOWN_QUESTION else message.question[:_SHOWN_QUESTION] + "…"
    )
    thumbs = "".join(
        f'<label><input type="radio" name="thumb" value="{name}"{" checked" if name == thumb else ""}> {_text(f"judge_{name}", language)}</label>'
        for name in ("up", "down")
    )
    boxes = "".join(
        f'<label><input type="checkbox" name="reason" value="{name}"{" checked" if name in reasons else ""}> {_text(f"judge_{name}", language)}</label>'
        for name in REASONS
    )
    return f"""<dialog class="fy-dialog fy-judge-form" lang="{language}" data-message="{escape(message.id)}" {_drawn()} aria-labelledby="fy-judge-title">
<form method="dialog"><h3 id="fy-judge-title">{_text("judge_title", language)}</h3>
{f'<p class="fy-judge-told" role="status">{escape(told)}</p>' if told else ""}
<p class="fy-soft">{_text("judge_question", language, question=question)}</p>
<fieldset><legend>{_text("judge_thumb", language)}</legend>{thumbs}</fieldset>
<fieldset class="fy-judge-reasons"{"" if thumb == "down" else " hidden"}><legend>{_text("judge_reasons", language)}</legend>{boxes}</fieldset>
<label class="fy-judge-comment">{_text("judge_comment", language)}
<textarea name="comment" rows="3" maxlength="{MAX_COMMENT}">{escape(judgement.comment if judgement else "")}</textarea></label>
<p class="fy-soft">{_text("judge_private", language)}</p>
<div class="fy-judge-buttons"><button value="withdraw" class="fy-go" formnovalidate>{_text("judge_withdraw", language)}</button>
<button value="close" class="fy-go" formnovalidate>{_text("judge_close", language)}</button>
<button value="save" class="fy-go fy-main">{_text("judge_save", language)}</button></div></form></dialog>"""


def _drawn() -> str:
    """What tells this HTML from the same one before: the browser hears of a value only if it differs."""
    return f'data-drawn="{secrets.token_hex(4)}"'


def _text(name: str, language: str, **values: object) -> str:
    return escape(say(language, name, **values), quote=True)
