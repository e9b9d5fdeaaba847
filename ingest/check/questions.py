"""Are the questions that stand beside the corpus of places that it holds, in the language they say, and each there once?"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from retrieval.language import detect_language
from retrieval.store.asked import FOLDER


class _Questions(BaseModel):
    """A line: what people ask that a place answers."""

    model_config = ConfigDict(extra="forbid")

    place: str
    zh: list[str] = Field(min_length=1)
    en: list[str] = Field(min_length=1)


def check_questions(corpus: Path, known: dict[str, Entry], findings: Findings) -> None:
    """Check questions/*.jsonl, if the corpus has any."""
    first: dict[str, str] = {}
    for path in sorted((corpus / FOLDER).glob("*.jsonl")):
        entry = known.get(path.stem)
        if entry is None:
            findings.fault(path, 1, f"the corpus has no authority {path.stem}")
            continue
        places: set[str] = set()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                own = _Questions.model_validate_json(line)
            except ValidationError as error:
                fault = error.errors()[0]
                findings.fault(path, number, f"{'.'.join(map(str, fault['loc'])) or 'line'}: {fault['msg']}")
                continue
            if own.place in places:
                findings.fault(path, number, f"{own.place} stands here a second time")
            places.add(own.place)
            if not any(text.find(own.place) for text in entry.texts.values()):
                findings.fault(path, number, f"{entry.id} holds no {own.place}")
            for language in ("zh", "en"):
                for text in getattr(own, language):
                    where = f"{path.name}:{number}"
                    if detect_language(text) != language:
                        findings.fault(path, number, f"this question is not in the language {language}: {text}")
                    if other := first.setdefault(text, where):
                        if other != where:
                            findings.fault(path, number, f"this question stands in {other} too: {text}")
