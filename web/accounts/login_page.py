"""The page to log in with: small, without a script, in the reader's language."""

from html import escape
from urllib.parse import urlencode

from prompts import say
from web.accounts.addresses import LOGIN
from web.static_files import read_static
from web.texts import LANGUAGES

# stricter than the app's own, which stands in the headers; and the form's Origin must arrive
_HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="referrer" content="same-origin"><meta name="color-scheme" content="light dark">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'self'; base-uri 'none'\">"
    '<link rel="icon" href="data:,">'
)


def login_html(language: str, goes_on: str, name: str = "", problem: str = "") -> str:
    """Return the page.

    :param goes_on: The address to go on to, of this server.
    :param name: What was typed as the name before.
    :param problem: Why the last try did not succeed.
    """
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    words = {key: escape(say(language, f"login_{key}")) for key in ("title", "name", "password", "submit", "switch")}
    switch = escape(f"{LOGIN}?{urlencode({'lang': other, 'next': goes_on})}")
    alert = f'<p role="alert" id="problem">{escape(problem)}</p>' if problem else ""
    described = ' aria-describedby="problem" aria-invalid="true"' if problem else ""
    focus = ("", " autofocus") if name else (" autofocus", "")
    return (
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head>{_HEAD}'
        f"<title>{words['title']} · 法眼 Fayan</title><style>{read_static('login.css')}</style></head><body><main>"
        f"<h1>法眼 <span>Fayan</span></h1><p>{escape(say(language, 'page_tagline'))}</p>{alert}"
        f'<form method="post" action="{LOGIN}">'
        f'<label for="name">{words["name"]}</label>'
        f'<input id="name" name="name" value="{escape(name)}" autocomplete="username" autocapitalize="none" spellcheck="false"'
        f' maxlength="64" required{focus[0]}{described}>'
        f'<label for="password">{words["password"]}</label>'
        f'<input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required'
        f"{focus[1]}{described}>"
        f'<input type="hidden" name="next" value="{escape(goes_on)}"><input type="hidden" name="lang" value="{language}">'
        f"<button>{words['submit']}</button></form>"
        f'<a href="{switch}" lang="{other}">{words["switch"]}</a></main></body></html>'
    )
