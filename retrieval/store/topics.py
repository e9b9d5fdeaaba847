"""The topic digest: legal issues in the words people ask with, each with the places that answer it."""

from pathlib import Path

from retrieval.language import LANGUAGES
from retrieval.passage import Passage
from retrieval.store.phrases import Phrase
from retrieval.yaml_file import read_large_yaml

FILE = "topics.yaml"
PURPOSE = "topic"


def read_topics(folder: Path, passages: dict[str, Passage]) -> list[Phrase]:
    """Read topics.yaml; a folder without one has no topics, and places that are not held are left out."""
    path = folder / FILE
    if not path.is_file():
        return []
    units = {(p.authority, p.article or p.section): p.unit for p in passages.values() if p.language == "zh"}
    phrases = []
    for topic in read_large_yaml(path) or []:
        places = [
            ((place["id"], place.get("article") or place.get("section")), place.get("paragraph"))
            for place in topic["authorities"]
        ]
        own = tuple((units[place], paragraph) for place, paragraph in places if place in units)
        items = tuple(
            (own_unit, place["paragraph"], place["item"])
            for place in topic["authorities"]
            if place.get("item") and (own_unit := units.get((place["id"], place.get("article"))))
        )
        phrases += [
            Phrase(topic["id"], language, text, own, items)
            for language in LANGUAGES
            for text in topic.get(language) or ()
            if own
        ]
    return phrases
