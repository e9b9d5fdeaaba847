"""The declining threshold: what is declined and what goes wrong at each of its values."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal

import numpy as np
from tqdm import tqdm

from eval.pairs import Pair
from eval.ranking import rank_measures
from eval.responders import DEPTH
from eval.scope import ScopeQuestion
from eval.table import number, table
from retrieval.address import Address
from retrieval.index import Index
from retrieval.reading.held import is_held
from retrieval.request import Request
from retrieval.search import search
from retrieval.sufficiency import LEAST_CONFIDENCE, confidence, nearer_topic, refuse

BY_THRESHOLD = ("out_of_scope", "underspecified")  # the reasons that the threshold gives
REACH, STEP = 0.03, 0.0025  # how far a sweep goes to both sides of the threshold in use

Decided = Literal["declined", "answered", "threshold"]


@dataclass(frozen=True)
class Sureness:
    """How sure the search was of a question.

    :param found: Whether a gold authority is among the first ten passages.
    :param decided: What decides: a rule that declines or answers it whatever the threshold, or the threshold.
    """

    id: str
    language: str
    answerable: bool
    similarity: float
    nearer_topic: float
    confidence: float
    found: bool
    decided: Decided

    @property
    def is_error(self) -> bool:
        """Whether answering it would be wrong: nothing to answer, or not found."""
        return not (self.answerable and self.found)

    def is_answered(self, threshold: float) -> bool:
        """Whether it is answered at a threshold."""
        return self.decided == "answered" or (self.decided == "threshold" and self.confidence >= threshold)


@dataclass(frozen=True)
class Point:
    """What happens at one threshold.

    :param answered: The share of the questions that are answered.
    :param risk: The share of the answered ones that are errors; None if none is answered.
    :param declined: The share of the unanswerable ones that are declined, None if there are none.
    :param false_declines: The share of the answerable ones that are declined.
    """

    threshold: float
    answered: float
    risk: float | None
    declined: float | None
    false_declines: float | None


def surenesses(pairs: Sequence[Pair], index: Index, today: date | None = None, progress: bool = True) -> list[Sureness]:
    """Search every pair's question and return how sure the search was."""
    return [
        _sureness(pair.id, pair.request(), pair.answerable, pair.addresses, index, today)
        for pair in tqdm(pairs, desc="Questions", unit="question", disable=not progress)
    ]


def scope_surenesses(
    questions: Mapping[str, ScopeQuestion], index: Index, today: date | None = None, progress: bool = True
) -> list[Sureness]:
    """Do the same for questions by id; of one in scope any passage counts as found, for nobody says which is wanted."""
    return [
        _sureness(key, Request(own.question), own.in_scope, None, index, today)
        for key, own in tqdm(questions.items(), desc="Scope", unit="question", disable=not progress)
    ]


def _sureness(
    key: str, request: Request, answerable: bool, wanted: Sequence[Address] | None, index: Index, today: date | None
) -> Sureness:
    result = search(index, request, DEPTH, today=today)
    refusal = refuse(result, index)
    decided: Decided = "threshold"
    if refusal and refusal.reason not in BY_THRESHOLD:
        decided = "declined"
    elif not refusal and any(is_held(reference, index) for reference in result.question.own_references):
        decided = "answered"
    ranking = [Address(f.passage.authority, f.passage.article) for f in result.found]
    found = answerable and (wanted is None or rank_measures(wanted, ranking)["R@10"] > 0)
    return Sureness(
        key, result.question.language, answerable, result.similarity, nearer_topic(result), confidence(result), found,
        decided,
    )  # fmt: skip


def at_threshold(questions: Sequence[Sureness], threshold: float) -> Point:
    """Return what would be declined and what would go wrong at a threshold."""
    answered = [question for question in questions if question.is_answered(threshold)]

    def declined(answerable: bool) -> float | None:
        all_of = sum(q.answerable is answerable for q in questions)
        return 1 - sum(q.answerable is answerable for q in answered) / all_of if all_of else None

    return Point(
        threshold, len(answered) / max(len(questions), 1),
        sum(q.is_error for q in answered) / len(answered) if answered else None, declined(False), declined(True),
    )  # fmt: skip


def sweep(questions: Sequence[Sureness], in_use: float) -> list[Point]:
    """Return the points around the threshold in use; that one is among them."""
    steps = round(REACH / STEP)
    return [at_threshold(questions, float(np.round(in_use + i * STEP, 6))) for i in range(-steps, steps + 1)]


def sweeps(questions: Sequence[Sureness]) -> dict[str, list[Point]]:
    """Return each language's sweep: each has its own threshold."""
    return {
        language: sweep([q for q in questions if q.language == language], in_use)
        for language, in_use in LEAST_CONFIDENCE.items()
    }


def calibration_text(questions: Sequence[Sureness]) -> str:
    """Return the sweeps as tables; the threshold in use is marked."""
    count = {name: sum(q.decided == name for q in questions) for name in ("declined", "answered", "threshold")}
    parts = [
        f"Of {len(questions)} questions other rules decline {count['declined']} and answer {count['answered']}; the "
        f"threshold decides {count['threshold']}.\n"
        "risk: of those answered, unanswerable or without a gold authority in the first ten passages. <: in use."
    ]
    for language, points in sweeps(questions).items():
        rows = [
            [f"{p.threshold:.4f}{' <' if p.threshold == round(LEAST_CONFIDENCE[language], 6) else ''}"]
            + [number(value) for value in (p.answered, p.risk, p.declined, p.false_declines)]
            for p in points
        ]
        own = sum(q.language == language for q in questions)
        parts.append(
            table([f"threshold, {language} ({own} questions)", "answered", "risk", "declined", "false declines"], rows)
        )
    return "\n\n".join(parts)


def calibration_json(questions: Sequence[Sureness]) -> dict:
    """Return the questions and the sweeps as JSON has them."""
    return {
        "in_use": dict(LEAST_CONFIDENCE),
        "sweeps": {language: [asdict(point) for point in points] for language, points in sweeps(questions).items()},
        "questions": [asdict(question) for question in questions],
    }
