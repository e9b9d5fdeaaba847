"""The glossary: Chinese terms, English terms of art and the other names that people type."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from retrieval.language import HAN
from retrieval.yaml_file import read_yaml

FILE = "glossary.yaml"


@dataclass(frozen=True)
class Term:
    """An entry of glossary.yaml."""

    zh: str
    en: str
    zh_other: tuple[str, ...] = ()
    en_other: tuple[str, ...] = ()
    article: dict | None = field(default=None, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in both languages."""
        return (self.zh, self.en, *self.zh_other, *self.en_other)


class Glossary:
    """Finds the terms that a text uses, by any of their names.

    :param terms: The entries.
    """

    def __init__(self, terms: list[Term]) -> None:
        self.terms = terms
        self._by_name: dict[str, list[Term]] = {}
        for term in terms:
            for name in term.names:
                if name:
                    self._by_name.setdefault(name.lower(), []).append(term)
        names = sorted(self._by_name, key=len, reverse=True)
        patterns = [
            re.escape(name) if HAN.search(name) else rf"(?<![A-Za-z0-9]){re.escape(name)}(?:s|es)?(?![A-Za-z0-9])"
            for name in names
        ]
        self._pattern = re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)

    def find(self, text: str) -> list[Term]:
        """Return the terms in the order in which the text names them, longest name first, each once."""
        found: dict[Term, None] = {}
        for match in self._pattern.finditer(text):
            name = match[0].lower()
            for form in (name, name.removesuffix("s"), name.removesuffix("es")):
                if form in self._by_name:
                    found.update(dict.fromkeys(self._by_name[form]))
                    break
        return list(found)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


@lru_cache(maxsize=4)
def _read(path: Path, modified: float) -> Glossary:
    entries = read_yaml(path) or []
    return Glossary(
        [
            Term(
                _text(entry.get("zh")),
                _text(entry.get("en")),
                tuple(entry.get("zh_other") or ()),
                tuple(entry.get("en_other") or ()),
                entry.get("article"),
            )
            for entry in entries
        ]
    )


def load_glossary(folder: Path) -> Glossary:
    """Read glossary.yaml of a folder; one without it has no terms."""
    path = folder / FILE
    return _read(path, path.stat().st_mtime) if path.is_file() else Glossary([])
