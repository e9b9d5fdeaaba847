"""A page of a few words, small and without a script, in the reader's language: the login, and what an address does not hold."""

from prompts import say
from web.static_files import read_static

# stricter than the app's own policy, which stands in the headers; and a form's Origin must arrive
_HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="referrer" content="same-origin"><meta name="color-scheme" content="light dark">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'self'; base-uri 'none'\">"
    '<link rel="icon" href="data:,">'
)


def plain_page(language: str, title: str, body: str) -> str:
    """Return the page.

    :param title: Of the window, as HTML.
    :param body: What stands below the name, as HTML.
    """
    return (
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head>{_HEAD}'
        f"<title>{title} · 法眼 Fayan</title><style>{read_static('plain.css')}</style></head><body><main>"
        f"<h1>法眼 <span>Fayan</span></h1>{body}</main></body></html>"
    )


def refused_page(language: str, status: int, sentence: str) -> str:
    """Return what a browser is shown where an address leads to nothing.

    :param sentence: What is wrong, as HTML; for a status of 404 there are words for readers.
    """
    told = say(language, "refused_address") if status == 404 else sentence
    back = say(language, "refused_back")
    return plain_page(language, str(status), f'<p role="alert">{told}</p><a href="/">{back}</a>')
