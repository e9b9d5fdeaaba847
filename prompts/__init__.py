"""Every sentence that a reader or a language model is given, as files, English and Chinese."""

from functools import lru_cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent


@lru_cache
def sentences(language: str) -> dict[str, str]:
    """Return the sentences of the quoting answer, of declines and of the page, by name."""
    return yaml.safe_load((_FOLDER / f"reader-{language}.yaml").read_text(encoding="utf-8"))


def say(language: str, name: str, **values: object) -> str:
    """Return a sentence with its values filled in."""
    return sentences(language)[name].format(**values)
