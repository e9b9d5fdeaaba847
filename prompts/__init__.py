"""Every sentence that a reader or a language model is given, as files, English and Chinese."""

from functools import lru_cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent
_FILES = ("reader", "page", "documents", "talks", "export", "library", "cases", "report")


@lru_cache
def sentences(language: str) -> dict[str, str]:
    """Return the sentences of answers, of the page and of its views, by name."""
    named: dict[str, str] = {}
    for file in _FILES:
        named |= yaml.safe_load((_FOLDER / f"{file}-{language}.yaml").read_text(encoding="utf-8"))
    return named


def say(language: str, name: str, **values: object) -> str:
    """Return a sentence with its values filled in."""
    return sentences(language)[name].format(**values)


@lru_cache
def text_of(name: str) -> str:
    """Return a longer text: the rules that a language model is given."""
    return (_FOLDER / f"{name}.md").read_text(encoding="utf-8").strip()
