"""What people ask that each article or section answers, written beside the corpus: a text is found by its questions too.

The method is known as document expansion (doc2query).
"""

import json
from pathlib import Path

from retrieval.passage import Passage
from retrieval.store.notes import LANGUAGES
from retrieval.store.phrases import Phrase

FOLDER = "questions"
PURPOSE = "asked"


def read_asked(folder: Path, passages: dict[str, Passage]) -> list[Phrase]:
    """Read questions/ID.jsonl; a corpus without any has no such questions, and places that are not held are left out."""
    units = {(p.authority, p.article or p.section): p.unit for p in passages.values()}
    phrases = []
    for path in sorted((folder / FOLDER).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            content = json.loads(line)
            place = (path.stem, content["place"])
            if place in units:
                phrases += [
                    Phrase(f"{path.stem}:{content['place']}", language, text, ((units[place], None),))
                    for language in LANGUAGES
                    for text in content[language]
                ]
    return phrases
