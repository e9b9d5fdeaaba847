"""The links that download an answer or a conversation."""

from html import escape
from urllib.parse import urlencode

from prompts import say
from web.transcripts.conversation import Message

FORMATS = {"docx": "Word", "md": "Markdown"}


def export_link(conversation: str, suffix: str, language: str, message: str = "", citations: bool = True) -> str:
    """Return the address of a file.

    :param suffix: A key of `FORMATS`.
    :param message: Only this message; by default the whole conversation.
    :param citations: Whether the file has footnotes.
    """
    fields = {"message": message, "citations": int(citations), "language": language}
    return f"/export/{conversation}.{suffix}?" + urlencode({k: v for k, v in fields.items() if v != ""})


def links_html(conversation: str, language: str, message: str = "") -> str:
    """Return the links to every form of a file."""
    rows = []
    for citations in (True, False):
        links = " ".join(
            f'<a class="fy-export-link" href="{escape(export_link(conversation, suffix, language, message, citations))}"'
            f' title="{escape(_title(name, language, message, citations), quote=True)}">{name}</a>'
            for suffix, name in FORMATS.items()
        )
        words = escape(say(language, "export_with" if citations else "export_without"))
        rows.append(f'<span class="fy-export-form">{words} {links}</span>')
    return f'<span class="fy-export">{" ".join(rows)}</span>'


def _title(name: str, language: str, message: str, citations: bool) -> str:
    what = say(language, "export_one" if message else "export_all", form=name)
    return what if citations else f"{what} {say(language, 'export_plain')}"


def export_html(message: Message, language: str) -> str:
    """Return the links below an answer."""
    return links_html(message.conversation, language, message.id)
