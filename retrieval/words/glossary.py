"""The glossary: Chinese terms, English terms of art and the other names that people type."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from retrieval.words.names import Found, NameFinder, lower
from retrieval.words.pinyin import spellings, without_tones
from retrieval.yaml_file import parse_yaml

FILE = "glossary.yaml"
_OF_PERSON = 3  # characters of a person's name
_SHORT = re.compile(r"[A-Z\d]{2}")  # an abbreviation


@dataclass(frozen=True)
class Term:
    """An entry of glossary.yaml.

    :param subject: Whether a question that uses it is about the corpus's subject.
    :param other_sense: Words by which a text is told to be about another thing of the same name.
    """

    zh: str
    en: str
    zh_other: tuple[str, ...] = ()
    en_other: tuple[str, ...] = ()
    article: dict | None = field(default=None, compare=False)
    subject: bool = False
    other_sense: tuple[str, ...] = ()

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
        self._like_persons: set[str] = set()
        self._foreign: dict[str, set[str]] = {"zh": set(), "en": set()}
        for term in terms:
            spelled = {spelling: name for name in (term.zh, *term.zh_other) for spelling in spellings(name)}
            for name in dict.fromkeys(lower(name) for name in (*term.names, *spelled) if name):
                self._by_name.setdefault(name, []).append(term)
            self._like_persons.update(own for own, name in spelled.items() if " " in own and len(name) <= _OF_PERSON)
            for language in self._foreign:
                self._foreign[language].update(spelled)
            if not term.subject:  # VPN, Shadowsocks
                self._foreign["zh"].update(lower(name) for name in (term.en, *term.en_other) if not _SHORT.search(name))
        self._names = NameFinder(self._by_name, plurals=True)

    def find(self, text: str) -> list[Term]:
        """Return the terms in the order in which the text names them, Chinese names in pinyin too, each once."""
        found: dict[Term, None] = {}
        for name in self._named(text):
            found.update(dict.fromkeys(self._by_name[name.name]))
        return list(found)

    def places(self, text: str) -> list[tuple[Found, Term]]:
        """Return where a text names a term, with the first one of that name, from left to right."""
        return [(name, self._by_name[name.name][0]) for name in self._named(text)]

    def _named(self, text: str) -> Iterator[Found]:
        """Yield the names in a text. Cong Fan is a person, cong fan an accessory."""
        for name in self._names.find(without_tones(text)):
            if not (name.name in self._like_persons and text[name.start : name.end].istitle()):
                yield name

    def name_in(self, text: str, language: str, apart: Iterable[tuple[int, int]] = ()) -> str:
        """Return a text with the foreign names of terms as its language calls them.

        Foreign are names in pinyin, and in a Chinese text English ones, but for those that Chinese texts use: those of
        the corpus's subject, and abbreviations. Names that several terms have stay.

        :param apart: Where not: in the names of laws and cases.
        """
        pieces, at = [], 0
        for name in self._named(text):
            first, *others = self._by_name[name.name]
            called = first.zh if language == "zh" else first.en
            inside = any(start < name.end and name.start < end for start, end in apart)
            if name.name in self._foreign[language] and called and not others and not inside:
                pieces += [text[at : name.start], called]
                at = name.end
        return "".join((*pieces, text[at:]))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


@lru_cache(maxsize=4)
def _read(text: str) -> Glossary:
    """By its text, not by its place: each generation of the index has a copy of the file."""
    return Glossary(
        [
            Term(
                _text(entry.get("zh")),
                _text(entry.get("en")),
                tuple(entry.get("zh_other") or ()),
                tuple(entry.get("en_other") or ()),
                entry.get("article"),
                bool(entry.get("subject")),
                tuple(entry.get("other_sense") or ()),
            )
            for entry in parse_yaml(text) or []
        ]
    )


def load_glossary(folder: Path) -> Glossary:
    """Read glossary.yaml of a folder; one without it has no terms."""
    path = folder / FILE
    return _read(path.read_text(encoding="utf-8")) if path.is_file() else Glossary([])
