"""The glossary: Chinese terms, English terms of art and the other names that people type."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from retrieval.names import NameFinder, lower
from retrieval.yaml_file import read_yaml

FILE = "glossary.yaml"


@dataclass(frozen=True)
class Term:
    """An entry of glossary.yaml.

    :param subject: Whether a question that uses it is about the corpus's subject.
    """

    zh: str
    en: str
    zh_other: tuple[str, ...] = ()
    en_other: tuple[str, ...] = ()
    article: dict | None = field(default=None, compare=False)
    subject: bool = False

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
                    self._by_name.setdefault(lower(name), []).append(term)
        self._names = NameFinder(self._by_name, plurals=True)

    def find(self, text: str) -> list[Term]:
        """Return the terms in the order in which the text names them, longest name first, each once."""
        found: dict[Term, None] = {}
        for name in self._names.find(text):
            found.update(dict.fromkeys(self._by_name[name.name]))
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
                bool(entry.get("subject")),
            )
            for entry in entries
        ]
    )


def load_glossary(folder: Path) -> Glossary:
    """Read glossary.yaml of a folder; one without it has no terms."""
    path = folder / FILE
    return _read(path, path.stat().st_mtime) if path.is_file() else Glossary([])
