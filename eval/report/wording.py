"""The report's words in both languages at once: the page shows those of the language that its reader chooses."""

from collections.abc import Callable
from html import escape

from prompts import say, sentences
from retrieval.language import LANGUAGES as HELD

LANGUAGES = HELD[::-1]  # the report is English unless Chinese is asked for
_TAGS = {"en": "en", "zh": "zh-Hans"}

Value = object | Callable[[str], object]  # a function gives the value for a language


def _in(language: str, name: str, values: dict[str, Value]) -> str:
    filled = {key: value(language) if callable(value) else value for key, value in values.items()}
    return say(language, name, **filled)


def both(name: str, **values: Value) -> str:
    """Return a sentence of prompts/report-*.yaml as HTML, in both languages, its values escaped."""
    return "".join(
        f'<span class="{language}" lang="{_TAGS[language]}">{escape(_in(language, name, values))}</span>'
        for language in LANGUAGES
    )


def term(prefix: str, key: str) -> str:
    """Return the name of a kind, split or language as HTML; the key itself if it has no name."""
    name = f"{prefix}_{key}"
    return both(name) if name in sentences("en") else escape(key)


def term_in(language: str, prefix: str, key: str) -> str:
    """Return such a name in one language, as text."""
    return sentences(language).get(f"{prefix}_{key}", key)


def option(value: str, prefix: str, key: str) -> str:
    """Return an option of a list; its text is set by the page, as an option cannot hold both."""
    names = {language: escape(term_in(language, prefix, key)) for language in LANGUAGES}
    return f'<option value="{escape(value)}" data-en="{names["en"]}" data-zh="{names["zh"]}">{names["en"]}</option>'


def attributes(name: str) -> str:
    """Return a sentence as attributes from which the page sets `aria-label`."""
    return " ".join(f'data-label-{language}="{escape(say(language, name))}"' for language in LANGUAGES)
