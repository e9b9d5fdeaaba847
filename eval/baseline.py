"""The figures that must not be lost: the dev set's headline measures, kept question by question."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.compare import Change, changes
from eval.measures import BY_NAME, HEADLINES
from eval.saved import read_saved
from eval.table import number, shown, table
from retrieval.errors import FayanError
from retrieval.statistics import Estimate, estimate

BASELINE = Path(__file__).resolve().parent / "baseline.json"
FORMAT = 1
SPLIT = "dev"  # test is for reports; what is checked at every change ends up tuned for
WATCHED = (*HEADLINES, "verbatim", "supported", "in_force_violations")
_RENEW = "renew it with `python -m eval baseline` and commit the file"
_EQUAL = 1e-9


@dataclass(frozen=True)
class Verdict:
    """A measure now, against the baseline over the questions that both have.

    :param baseline: The baseline's mean, with the interval that a fall must not exceed.
    """

    change: Change
    baseline: Estimate

    @property
    def has_fallen(self) -> bool:
        """Whether the measure is worse than the bad end of the baseline's interval."""
        if self.change.measure.better == "higher":
            return self.change.after < self.baseline.low - _EQUAL
        return self.change.after > self.baseline.high + _EQUAL


def baseline_of(result: dict[str, Any]) -> dict[str, Any]:
    """Return the baseline that a run makes.

    :param result: A run's JSON, with the dev questions among others.
    :raises FayanError: If it asked no dev question.
    """
    questions = [
        {"id": row["id"], "measures": {name: row["measures"][name] for name in WATCHED if name in row["measures"]}}
        for row in result["questions"]
        if row["split"] == SPLIT
    ]
    if not questions:
        raise FayanError(f"The run has no question of the split {SPLIT!r}: a baseline is made of those.")
    means = {name: estimate([q["measures"][name] for q in questions if name in q["measures"]]) for name in WATCHED}
    return {
        "format": FORMAT,
        "created": result["created"],
        "index": result["index"].get("id"),
        "gold_digest": result["gold_digest"],
        "versions": result["versions"],
        "measures": {name: asdict(mean) for name, mean in means.items() if mean},
        "questions": questions,
    }


def write_baseline(path: Path, baseline: dict[str, Any]) -> None:
    """Write a baseline, a line a question, so that a commit shows which ones changed."""
    head = json.dumps({k: v for k, v in baseline.items() if k != "questions"}, ensure_ascii=False, indent=1)
    lines = ",\n".join(f"  {json.dumps(question)}" for question in baseline["questions"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{head.removesuffix("}").rstrip()},\n "questions": [\n{lines}\n ]\n}}\n', encoding="utf-8")


def read_baseline(path: Path) -> dict[str, Any]:
    """Read a baseline.

    :raises FayanError: If it is no such file.
    """
    return read_saved(path, FORMAT, "no baseline", _RENEW)


def verdicts(baseline: dict[str, Any], result: dict[str, Any]) -> list[Verdict]:
    """Return each watched measure now, against the baseline.

    :raises FayanError: If the two have no question in common.
    """
    now = {row["id"]: row["measures"] for row in result["questions"]}
    found = []
    for change in changes(baseline, result):
        name = change.measure.name
        shared = [q["measures"] for q in baseline["questions"] if name in now.get(q["id"], ())]
        before = estimate([measures[name] for measures in shared if name in measures])
        if before:
            found.append(Verdict(change, before))
    return found


def baseline_text(found: list[Verdict], baseline: dict[str, Any], result: dict[str, Any]) -> str:
    """Return the verdicts as a table, the questions behind each fall, and which questions were left out."""
    rows = [
        [
            v.change.measure.title + (" (lower is better)" if v.change.measure.better == "lower" else ""),
            str(v.baseline.n), shown(v.baseline), number(v.change.after),
            "FALLEN" if v.has_fallen else "", str(len(v.change.better)), str(len(v.change.worse)),
        ]
        for v in found
    ]  # fmt: skip
    header = [f"against {baseline['created']}", "n", "baseline [95 % interval]", "now", "", "better", "worse"]
    lines = [table(header, rows)]
    for verdict in (v for v in found if v.has_fallen):
        lines.append(f"\n{verdict.change.measure.title}: the questions that fell")
        lines += [f"  {name}: {before:.2f} -> {after:.2f}" for name, before, after in sorted(verdict.change.worse)]
    known, asked = ({question["id"] for question in one["questions"]} for one in (baseline, result))
    for names, what in ((asked - known, "are not in the baseline"), (known - asked, "of the baseline were not asked")):
        if names:
            lines.append(f"\n{len(names)} questions {what}, and do not count: {', '.join(sorted(names))}; {_RENEW}")
    if any(v.has_fallen for v in found):
        lines.append(f"\nIf the fall is meant, {_RENEW}.")
    return "\n".join(lines)


def written_text(baseline: dict[str, Any]) -> str:
    """Return the baseline's measures as a table."""
    rows = [[BY_NAME[name].title, str(m["n"]), shown(Estimate(**m))] for name, m in baseline["measures"].items()]
    return table(["baseline", "n", "mean [95 % interval]"], rows)
