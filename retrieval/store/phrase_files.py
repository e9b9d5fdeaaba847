"""All phrases that a corpus has, by what they are for."""

import shutil
from collections.abc import Collection
from pathlib import Path

from retrieval.authority import Authority
from retrieval.passage import Passage
from retrieval.store import asked, outside, topics
from retrieval.store.phrases import Phrase


def read_phrases(
    folder: Path, passages: dict[str, Passage], authorities: Collection[Authority]
) -> dict[str, list[Phrase]]:
    """Return purpose to phrases, of a corpus or of the copies in a generation of its index."""
    return {
        topics.PURPOSE: topics.read_topics(folder, passages),
        asked.PURPOSE: asked.read_asked(folder, passages),
        outside.PURPOSE: outside.read_outside(folder, authorities),
    }


def copy_phrases(corpus: Path, folder: Path) -> None:
    """Copy the files of a corpus's phrases, not their modes: they may be open to all."""
    files = [corpus / topics.FILE, corpus / outside.FILE, *asked.question_files(corpus)]
    for path in (path for path in files if path.is_file()):
        copy = folder / path.relative_to(corpus)
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, copy)
