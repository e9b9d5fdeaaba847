"""Answers of this system that a person has read and labelled: what a judge's verdicts are held against."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.pairs import Message, read_lines
from retrieval.errors import FayanError
from retrieval.result import Reason

LABELLED = Path(__file__).resolve().parents[1] / "labelled" / "answers.jsonl"


class Judged(BaseModel):
    """What a judge is shown of a question and its answer, a model or a person.

    :param key_facts: For each fact its alternatives; empty if the question must be declined.
    :param why: The ground of the gold pair.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    language: Literal["en", "zh"]
    question: str
    history: tuple[Message, ...] = ()
    as_of: date
    answerable: bool
    reason: Reason | None = None
    key_facts: tuple[tuple[str, ...], ...] = ()
    why: str
    answer: str

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Judged":
        """Take a question of a run's JSON; the date that counts is the answer's."""
        return cls.model_validate(row | {"as_of": row["answer_as_of"]})


class Verdict(BaseModel):
    """What is thought of an answer.

    :param answers: Whether it gives what is asked, or rightly declines: yes, partly, no.
    :param to_the_point: Whether at least half of the places that it quotes bear on the question: yes, no.
    :param because: The ground, in a sentence.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    answers: Literal["yes", "partly", "no"]
    to_the_point: Literal["yes", "no"]
    because: str = ""


class Labelled(BaseModel):
    """An answer with a person's verdict."""

    judged: Judged
    verdict: Verdict


def read_labelled(path: Path) -> list[Labelled]:
    """Read labelled answers, a line each.

    :raises FayanError: If there is no such file, or a line is not what it should be.
    """
    rows = []
    for number, line in read_lines(path):
        try:
            rows.append(Labelled(judged=Judged.model_validate_json(line), verdict=Verdict.model_validate_json(line)))
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(map(str, fault["loc"]))
            raise FayanError(f"{path}:{number} is no labelled answer: {place or 'line'}: {fault['msg']}.") from error
    if not rows:
        raise FayanError(f"{path} has no labelled answers.")
    return rows
