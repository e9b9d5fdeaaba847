"""Ask every question, measure every answer, average afterwards."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tqdm import tqdm

from eval.measures import MEASURES, Scores, score
from eval.pairs import Pair
from eval.responders import Responder, Response
from eval.saved import read_saved
from eval.statistics import quantile
from retrieval.address import Address
from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.statistics import Estimate, estimate

FORMAT = 2
GROUPINGS = ("split", "language", "kind")
TIMES = ("first_ms", "total_ms", "search_ms")


@dataclass(frozen=True)
class Row:
    """A question with its answer and measures."""

    pair: Pair
    response: Response
    scores: Scores

    def to_json(self) -> dict[str, Any]:
        """Return everything that a report shows of the question."""
        answer, pair = self.response.answer, self.pair
        return {
            **pair.model_dump(mode="json"),
            "measures": self.scores.values,
            "answer": answer.answer,
            "answer_language": answer.language,
            "answer_as_of": answer.as_of.isoformat(),
            "declined": answer.declined,
            "decline_reason": answer.reason,
            "mode": answer.mode,
            "dropped": answer.dropped,
            "citations": [
                c.model_dump(mode="json", exclude={"text", "notes", "title"}) for c in answer.citations
            ],
            "ranking": [[place.authority, place.article] for place in self.response.ranking],
            "missed": {
                "authorities": [_place(address) for address in self.scores.missed_authorities],
                "pinpoints": [_place(address) for address in self.scores.missed_pinpoints],
                "key_facts": [list(fact) for fact in self.scores.missed_facts],
                "faults": self.scores.faults,
            },
            "first_ms": self.response.first_ms,
            "total_ms": self.response.total_ms,
            "search_ms": self.response.search_ms,
            "timings_ms": answer.timings_ms,
            "margin": self.response.margin,
        }  # fmt: skip


def _place(address: Address) -> str:
    parts = (address.authority, address.article, address.paragraph and f"({address.paragraph})", address.item)
    return " ".join(str(part) for part in parts if part)


def evaluate(
    pairs: Sequence[Pair], responder: Responder, index: Index | None, progress: bool = True, label: str = "Questions"
) -> list[Row]:
    """Ask and measure every question, one after another.

    The first question is asked once before, unmeasured: what is loaded at the first use is no question's time.

    :param index: What the quotations are held against, or None.
    """
    if pairs:
        responder.respond(pairs[0])
    rows = []
    for pair in tqdm(pairs, desc=label, unit="question", disable=not progress):
        response = responder.respond(pair)
        rows.append(Row(pair, response, score(pair, response, index)))
    return rows


def summarise(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the averages of all questions and of each split, language and kind."""
    rows = list(rows)
    summary: dict[str, Any] = {"all": _averages(rows)}
    for grouping in GROUPINGS:
        names = sorted({row[grouping] for row in rows})
        summary[grouping] = {name: _averages([r for r in rows if r[grouping] == name]) for name in names}
    return summary


def _averages(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    means: dict[str, Estimate | None] = {
        m.name: estimate([row["measures"][m.name] for row in rows if m.name in row["measures"]]) for m in MEASURES
    }
    return {
        "questions": len(rows),
        "measures": {name: asdict(mean) if mean else None for name, mean in means.items()},
        "times": {
            name: {f"p{round(share * 100)}": quantile([r[name] for r in rows], share) for share in (0.5, 0.95)}
            for name in TIMES
        },
        "citations": sum(len(row["citations"]) for row in rows),
    }


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a result."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, default=str), encoding="utf-8")


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows, a line of JSON each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def stamp() -> str:
    """Return the time as a part of a file's name."""
    return datetime.now().strftime("%Y%m%d-%H%M%S")


def read_result(path: Path) -> dict[str, Any]:
    """Read what a run wrote.

    :param path: The JSON file, or the folder that the run wrote it into.
    :raises FayanError: If it is no such file.
    """
    file = path / "results.json" if path.is_dir() else path
    return read_saved(file, FORMAT, "not the result of a run", "make one with `python -m eval run`")


def last_result(folder: Path, before: Path) -> dict[str, Any] | None:
    """Return the newest result of a folder's runs besides `before`, or None."""
    files = sorted(
        (file for file in folder.glob("*/results.json") if file.parent.resolve() != before.resolve()),
        key=lambda file: file.stat().st_mtime,
    )
    for file in reversed(files):
        try:
            return read_result(file)
        except FayanError:  # a run of an older form is no run to compare with
            continue
    return None
