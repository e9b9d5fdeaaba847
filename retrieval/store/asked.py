"""What people ask that each article or section answers, written beside the corpus: a text is found by its questions too.

The method is known as document expansion (doc2query).
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from retrieval.errors import CorpusUnreadableError
from retrieval.language import LANGUAGES
from retrieval.passage import Passage
from retrieval.store.phrases import Phrase

FOLDER = "questions"
PURPOSE = "asked"


class PlaceQuestions(BaseModel):
    """A line of questions/ID.jsonl.

    :param place: An article's number or a section's heading, in Chinese as the authority's text has it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    place: str
    zh: list[str] = Field(min_length=1)
    en: list[str] = Field(min_length=1)

    def in_language(self, language: str) -> list[str]:
        """Return the questions in one language."""
        return self.zh if language == "zh" else self.en


def question_files(folder: Path) -> list[Path]:
    """Return the files of a corpus's questions; each is named after its authority."""
    return sorted((folder / FOLDER).glob("*.jsonl"))


def read_questions(path: Path) -> Iterator[tuple[int, PlaceQuestions | str]]:
    """Yield the lines of a file with their numbers; for one in another form, what is wrong with it."""
    # not by splitlines' other separators: a text may have a U+2028 in it
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                yield number, PlaceQuestions.model_validate_json(line)
            except ValidationError as error:
                fault = error.errors()[0]
                yield number, f"{'.'.join(map(str, fault['loc'])) or 'line'}: {fault['msg']}"


def read_asked(folder: Path, passages: dict[str, Passage]) -> list[Phrase]:
    """Read questions/ID.jsonl; a corpus without any has no such questions, and places that are not held are left out.

    :raises CorpusUnreadableError: If a line is in another form.
    """
    units = {(p.authority, p.article or p.section): p.unit for p in passages.values()}
    phrases = []
    for path in question_files(folder):
        for number, own in read_questions(path):
            if isinstance(own, str):
                raise CorpusUnreadableError(
                    f"{path}:{number}: {own}; `python -m ingest.check` lists all that is wrong."
                )
            unit = units.get((path.stem, own.place))
            if unit:
                phrases += [
                    Phrase(f"{path.stem}:{own.place}", language, text, ((unit, None),))
                    for language in LANGUAGES
                    for text in own.in_language(language)
                ]
    return phrases
