"""Does the glossary contradict itself, and do the articles that it names exist?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from ingest.check.places import find_place
from ingest.check.yaml_lines import Located, load_located


class _Place(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    article: str | None = None
    paragraph: int | None = None
    item: str | None = None


class _Term(BaseModel):
    """An entry; `same_en_as` names the Chinese terms that are meant to have the same English."""

    model_config = ConfigDict(extra="forbid")

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)
    zh_other: list[str] = []
    en_other: list[str] = []
    article: _Place | None = None
    note_en: str = ""
    note_zh: str = ""
    subject: bool = False
    other_sense: list[str] = []
    same_en_as: list[str] = []


def check_glossary(corpus: Path, known: dict[str, Entry], findings: Findings) -> None:
    """Check glossary.yaml, if the corpus has one."""
    path = corpus / "glossary.yaml"
    if not path.is_file():
        return
    try:
        located = load_located(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        findings.fault(path, 1, f"this is not YAML: {' '.join(str(error).split())}")
        return
    for key, line in located.doubled:
        findings.fault(path, line, f"{key}: this field stands here a second time")
    terms = list(_terms(path, located, findings))
    _check_once(path, terms, findings)
    for line, term in terms:
        _check_names(path, line, term, findings)
        _check_article(path, line, term, known, findings)


def _terms(path: Path, located: Located, findings: Findings) -> Iterator[tuple[int, _Term]]:
    entries: Any = located.content or []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
        try:
            yield located.line(number), _Term.model_validate(entry)
        except ValidationError as error:
            for fault in error.errors():
                place = ".".join(map(str, fault["loc"]))
                findings.fault(path, located.line(number, *fault["loc"]), f"{place}: {fault['msg']}")


def _check_once(path: Path, terms: list[tuple[int, _Term]], findings: Findings) -> None:
    chinese: dict[str, int] = {}
    english: dict[str, _Term] = {}
    for line, term in terms:
        if term.zh in chinese:
            findings.fault(path, line, f"{term.zh} has an entry already, in line {chinese[term.zh]}")
        chinese.setdefault(term.zh, line)
        other = english.setdefault(term.en.lower(), term)
        if other.zh != term.zh and other.zh not in term.same_en_as and term.zh not in other.same_en_as:
            findings.fault(
                path, line, f"{term.zh} has the English of {other.zh}, {term.en!r}; if that is meant, add same_en_as"
            )
    for line, term in terms:
        for other in term.same_en_as:
            if other not in chinese:
                findings.fault(path, line, f"same_en_as: there is no entry {other}")


def _check_names(path: Path, line: int, term: _Term, findings: Findings) -> None:
    for names in ([term.zh, *term.zh_other], [term.en, *term.en_other]):
        lower = [name.lower() for name in names]
        for name in {name for name in lower if lower.count(name) > 1}:
            findings.fault(path, line, f"{term.zh}: the name {name!r} stands in the entry twice")


def _check_article(path: Path, line: int, term: _Term, known: dict[str, Entry], findings: Findings) -> None:
    place = term.article
    if place is None:
        return
    if place.id not in known:
        findings.fault(path, line, f"{term.zh}: there is no authority {place.id!r}")
    elif isinstance(wrong := find_place(known[place.id], place.article, place.paragraph, place.item), str):
        findings.fault(path, line, f"{term.zh}: {wrong}")
