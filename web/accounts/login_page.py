"""The page to log in with: in the reader's language."""

from html import escape
from urllib.parse import urlencode

from prompts import say
from web.accounts.addresses import LOGIN
from web.plain_page import plain_page
from web.texts import LANGUAGES


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
    body = (
        f"<p>{escape(say(language, 'page_tagline'))}</p>{alert}"
        f'<form method="post" action="{LOGIN}">'
        f'<label for="name">{words["name"]}</label>'
        f'<input id="name" name="name" value="{escape(name)}" autocomplete="username" autocapitalize="none" spellcheck="false"'
        f' maxlength="64" required{focus[0]}{described}>'
        f'<label for="password">{words["password"]}</label>'
        f'<input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required'
        f"{focus[1]}{described}>"
        f'<input type="hidden" name="next" value="{escape(goes_on)}"><input type="hidden" name="lang" value="{language}">'
        f"<button>{words['submit']}</button></form>"
        f'<a href="{switch}" lang="{other}">{words["switch"]}</a>'
    )
    return plain_page(language, words["title"], body)
