"""Every fact of the research stands in the corpus, at its address, in both languages."""

import re
from functools import lru_cache

import pytest
import yaml

from ingest.corpus import Source, read_corpus
from ingest.national_laws import add_national_laws
from ingest.passages import cut
from retrieval.settings import ROOT

FACTS = [
    (group["authority"], group.get("where", "text"), fact["at"], language, fact[language])
    for group in yaml.safe_load((ROOT / "tests" / "data" / "facts.yaml").read_text(encoding="utf-8"))
    for fact in group["facts"]
    for language in ("zh", "en")
]


@lru_cache(maxsize=1)
def sources() -> dict[str, Source]:
    """Return the corpus with the Chinese of the national laws, by id."""
    found, _ = read_corpus(ROOT / "corpus")
    return {source.authority.id: source for source in add_national_laws(found, everything=False)}


def texts(authority: str, at: str, language: str) -> list[str]:
    """Return the texts of the passages at an address; a section is found in English through its Chinese heading."""
    passages = list(cut(sources()[authority], lambda lines: [len(line) for line in lines], 512))
    units = {passage.unit for passage in passages if at in (passage.article, passage.section)}
    return [passage.text for passage in passages if passage.unit in units and passage.language == language]


def note_texts(authority: str, at: str | None, language: str) -> list[str]:
    """Return the editor's notes on a place."""
    return [getattr(note, language) for note in sources()[authority].authority.notes if note.section == at]


@pytest.mark.parametrize(("authority", "where", "at", "language", "phrase"), FACTS)
def test_fact_stands_at_its_address(authority: str, where: str, at: str, language: str, phrase: str) -> None:
    found = (note_texts if where == "note" else texts)(authority, at, language)
    assert found, f"{authority} has no {where} in {language} at {at}"
    whole_figures = re.compile(rf"(?<![\d.,]){re.escape(phrase)}(?!\d)" if phrase[0].isdigit() else re.escape(phrase))
    assert any(whole_figures.search(text) for text in found), f"{phrase!r} is not in {found}"


def test_there_are_at_least_two_hundred_different_facts_in_each_language() -> None:
    assert len({fact for fact in FACTS if fact[3] == "zh"}) >= 200
    assert len(FACTS) == len(set(FACTS))
