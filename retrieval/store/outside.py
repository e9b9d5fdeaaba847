"""Subjects that people ask about and that the corpus does not hold, in the words people ask with."""

from collections.abc import Iterable
from pathlib import Path

from retrieval.authority import Authority
from retrieval.language import LANGUAGES
from retrieval.store.phrases import Phrase
from retrieval.yaml_file import read_large_yaml

FILE = "outside.yaml"
PURPOSE = "outside"


def read_outside(folder: Path, authorities: Iterable[Authority]) -> list[Phrase]:
    """Read outside.yaml; a folder without one has no such subjects, and one whose law is held is not outside."""
    path = folder / FILE
    if not path.is_file():
        return []
    held = {authority.titles.zh for authority in authorities}
    return [
        Phrase(subject["id"], language, text, ())
        for subject in read_large_yaml(path) or []
        if not held & set(subject["laws"])
        for language in LANGUAGES
        for text in subject[language]
    ]
