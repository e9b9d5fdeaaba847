"""The head of the page: its name, the skip link, the switches of language and look, what screen readers are told."""

from html import escape

import gradio as gr

from prompts import say
from web.accounts.addresses import LOGIN, LOGOUT
from web.identity import user_of
from web.texts import LANGUAGES, in_both

_MOON = '<svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true"><path fill="currentColor" d="M10 2a8 8 0 1 0 0 16V2z"/><circle cx="10" cy="10" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>'

# words that scripts put in: for screen readers, and for what Gradio names in English
_TOLD = (
    "answered", "answered_one", "opened", "copied", "ask", "send", "stop", "close", "talk", "down", "more",
)  # fmt: skip


def head_html() -> str:
    """Return the head as HTML; the style sheet shows the page's language."""
    switches = "".join(_switch(language) for language in LANGUAGES)
    look = f'<button type="button" class="fy-switch fy-look">{_MOON}<span class="fy-hidden">{in_both("page_look")}</span></button>'
    told = "".join(
        f'<template class="fy-told" data-language="{language}" data-name="{name}">{escape(say(language, f"page_{name}", n="{n}"))}</template>'
        for language in LANGUAGES
        for name in _TOLD
    )
    return (
        f'<a class="fy-skip" href="#fy-box">{in_both("page_skip")}</a>'
        f'<div class="fy-brand"><h1>法眼 <span>Fayan</span></h1></div><div class="fy-switches">{switches}{look}</div>'
        f'<div id="fy-status" class="fy-hidden" role="status" aria-live="polite"></div>{told}{_refusals()}'
    )


def _refusals() -> str:
    """What `connection.js` shows at the foot of the page when a request did not get through, one for each reason."""
    ways = {
        "offline": f'<button type="button" class="fy-go">{in_both("page_again")}</button>',
        "over": f'<a class="fy-go" href="{LOGIN}">{in_both("login_title")}</a>',
        "busy": "",
        "failed": "",
    }
    return "".join(
        f'<div class="fy-refusal" role="alert" data-why="{why}" hidden>{in_both(f"page_{why}")} {way}</div>'
        for why, way in ways.items()
    )


def _switch(language: str) -> str:
    """The button that a page in `language` shows to go to the other one; its words are the other language's."""
    other = next(code for code in LANGUAGES if code != language)
    title = escape(say(language, "page_language_switch_title"), quote=True)
    words = escape(say(language, "page_language_switch"))
    return (
        f'<button type="button" class="fy-switch fy-language in-{language}" data-language="{other}" lang="{other}" '
        f'title="{title}">{words}</button>'
    )


def account_html(request: gr.Request) -> str:
    """Return who is logged in, with the button that ends that."""
    name = escape(user_of(request) or "")
    button = f'<button class="fy-log-out">{in_both("page_log_out")}</button>'
    return (
        f'<form method="post" action="{LOGOUT}" class="fy-account"><span class="fy-user">{name}</span>{button}</form>'
    )
