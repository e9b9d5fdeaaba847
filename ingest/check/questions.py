"""Are the questions beside the corpus of places that it holds, in the language they say, and each there once?"""

from pathlib import Path

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from retrieval.language import LANGUAGES, detect_language
from retrieval.store.asked import PlaceQuestions, question_files, read_questions


def check_questions(corpus: Path, known: dict[str, Entry], findings: Findings) -> None:
    """Check questions/*.jsonl, if the corpus has any."""
    first: dict[str, str] = {}
    for path in question_files(corpus):
        entry = known.get(path.stem)
        if entry is None:
            findings.fault(path, 1, f"the corpus has no authority {path.stem}")
            continue
        places: set[str] = set()
        for number, own in read_questions(path):
            if isinstance(own, str):
                findings.fault(path, number, own)
                continue
            if own.place in places:
                findings.fault(path, number, f"{own.place} stands here a second time")
            places.add(own.place)
            if not any(text.find(own.place) for text in entry.texts.values()):
                findings.fault(path, number, f"{entry.id} holds no {own.place}")
            _check_texts(path, number, own, first, findings)


def _check_texts(path: Path, number: int, own: PlaceQuestions, first: dict[str, str], findings: Findings) -> None:
    """Check the questions of a line.

    :param first: Question to where it stands first; those of this line are entered.
    """
    here = f"{path.name}:{number}"
    for language in LANGUAGES:
        for text in own.in_language(language):
            if detect_language(text) != language:
                findings.fault(path, number, f"this question is not in the language {language}: {text}")
            if first.setdefault(text, here) != here:
                findings.fault(path, number, f"this question stands in {first[text]} too: {text}")
