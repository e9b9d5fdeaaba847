"""All phrases that a corpus has, by what they are for."""

from collections.abc import Collection
from pathlib import Path

from retrieval.authority import Authority
from retrieval.passage import Passage
from retrieval.store import asked, outside, topics
from retrieval.store.phrases import Phrase

FILES = (topics.FILE, outside.FILE)


def read_phrases(
    folder: Path, passages: dict[str, Passage], authorities: Collection[Authority]
) -> dict[str, list[Phrase]]:
    """Return purpose to phrases, of a corpus or of the copies in a generation of its index."""
    return {
        topics.PURPOSE: topics.read_topics(folder, passages),
        asked.PURPOSE: asked.read_asked(folder, passages),
        outside.PURPOSE: outside.read_outside(folder, authorities),
    }
