"""The list of conversations and the head above the chat as HTML: titles are escaped."""

from collections.abc import Sequence
from html import escape

from prompts import say
from web.moments import told_day, told_moment
from web.transcripts.conversation import Conversation
from web.transcripts.store import TITLE_LENGTH

_RENAME = '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.4" d="M2.5 13.5l.7-3L10.7 3 13 5.3 5.5 12.8z"/></svg>'
_DELETE = '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.4" d="M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9"/></svg>'
_LIST = '<svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true"><path stroke="currentColor" stroke-width="1.5" d="M2 4h12M2 8h12M2 12h12"/></svg>'


def list_html(
    conversations: Sequence[Conversation], language: str, here: str = "", words: str = "", more: int = 0
) -> str:
    """Return the list.

    :param here: The id of the conversation that is open.
    :param words: What was searched for.
    :param more: How many further ones there are.
    """
    shade = f'<button type="button" class="fy-talks-shade" tabindex="-1" aria-label="{_text("talks_close", language)}"></button>'
    if conversations:
        body = f"<ul>{''.join(_row(talk, language, talk.id == here) for talk in conversations)}</ul>"
        body += f'<p class="fy-talks-note">{_text("talks_more", language, n=more)}</p>' if more else ""
    else:
        name = "talks_none_found" if words.strip() else "talks_none"
        body = f'<p class="fy-talks-note">{_text(name, language, words=words.strip()[:60])}</p>'
    # `talks.js` looks whether it still holds
    drawn_for = f'data-words="{escape(words, quote=True)}" data-here="{escape(here)}"'
    called = _text("talks_list", language)
    return f'{shade}<nav class="fy-talks" lang="{language}" {drawn_for} aria-label="{called}">{body}</nav>'


def _row(talk: Conversation, language: str, here: bool) -> str:
    title = escape(talk.title, quote=True)
    current = ' aria-current="page"' if here else ""
    return f"""<li class="fy-talk" data-id="{escape(talk.id)}">
<div class="fy-talk-row"><button type="button" class="fy-talk-open"{current} title="{title}">{title}
<time datetime="{escape(talk.updated)}" title="{escape(told_moment(talk.updated, language))}">{told_day(talk.updated)}</time></button>
{_icon("rename", title, _RENAME, language)}{_icon("ask-delete", title, _DELETE, language)}</div>
<form class="fy-talk-edit" hidden><input type="text" maxlength="{TITLE_LENGTH}" value="{title}" aria-label="{_text("talks_title", language)}">
<button type="submit" class="fy-go">{_text("talks_save", language)}</button>
<button type="button" class="fy-go" data-do="cancel">{_text("talks_cancel", language)}</button></form>
<div class="fy-talk-sure" role="group" aria-label="{_text("talks_sure", language)} {title}" hidden><span>{_text("talks_sure", language)}</span>
<button type="button" class="fy-go fy-danger" data-do="delete">{_text("talks_delete", language)}</button>
<button type="button" class="fy-go" data-do="cancel">{_text("talks_keep", language)}</button></div></li>"""


def _icon(action: str, title: str, picture: str, language: str) -> str:
    name = _text("talks_rename" if action == "rename" else "talks_delete", language)
    return f'<button type="button" class="fy-talk-do" data-do="{action}" title="{name}" aria-label="{name}: {title}">{picture}</button>'


def head_html(talk: Conversation | None, language: str, note: str = "", links: str = "") -> str:
    """Return the head above the chat.

    :param talk: The conversation that is open, if one is.
    :param note: What else is to be said of it.
    :param links: The links beside its title, as HTML.
    """
    told = f'<p class="fy-talks-note" role="status">{escape(note)}</p>' if note else ""
    button = (
        f'<button type="button" class="fy-talks-button" aria-expanded="false" aria-controls="fy-talks">{_LIST}'
        f"<span>{_text('talks_show', language)}</span></button>"
    )
    if talk is None:
        return f'<div class="fy-talk-head" lang="{language}" data-id="">{button}</div>{told}'
    title = escape(talk.title, quote=True)
    return (
        f'<div class="fy-talk-head" lang="{language}" data-id="{escape(talk.id)}">{button}'
        f'<h2 title="{title}">{title}</h2>{links}</div>{told}'
    )


def _text(name: str, language: str, **values: object) -> str:
    return escape(say(language, name, **values), quote=True)
