"""Two runs, question by question."""

from dataclasses import dataclass
from typing import Any

from eval.measures import BY_NAME, MEASURES, Measure
from eval.table import number, table
from retrieval.errors import FayanError
from retrieval.statistics import Estimate, difference

_EQUAL = 1e-9


@dataclass(frozen=True)
class Change:
    """A measure's change from one run to the other.

    :param better: (question, before, after) of the questions that gained.
    :param worse: The same of those that lost.
    """

    measure: Measure
    before: float
    after: float
    difference: Estimate
    better: list[tuple[str, float, float]]
    worse: list[tuple[str, float, float]]

    @property
    def is_sure(self) -> bool:
        """Whether the interval of the difference leaves out zero."""
        return self.difference.low > 0 or self.difference.high < 0


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Return the change of every measure, over the questions that both runs asked.

    :raises FayanError: If they share no question.
    """
    old = {row["id"]: row for row in before["questions"]}
    shared = [(old[row["id"]], row) for row in after["questions"] if row["id"] in old]
    if not shared:
        raise FayanError("The two runs have no question in common: compare runs over the same gold pairs.")
    return [change for measure in MEASURES if (change := _change(measure, shared))]


def _change(measure: Measure, shared: list[tuple[dict[str, Any], dict[str, Any]]]) -> Change | None:
    values = [
        (a["id"], a["measures"][measure.name], b["measures"][measure.name])
        for a, b in shared
        if measure.name in a["measures"] and measure.name in b["measures"]
    ]
    gap = difference([a for _, a, _ in values], [b for _, _, b in values])
    if gap is None:
        return None
    sign = 1 if measure.better == "higher" else -1
    return Change(
        measure=measure,
        before=sum(a for _, a, _ in values) / len(values),
        after=sum(b for _, _, b in values) / len(values),
        difference=gap,
        better=[value for value in values if sign * (value[2] - value[1]) > _EQUAL],
        worse=[value for value in values if sign * (value[2] - value[1]) < -_EQUAL],
    )


def comparison_text(found: list[Change]) -> str:
    """Return the changes as a table, and the questions that got better or worse."""
    rows = [
        [
            change.measure.title + (" (lower is better)" if change.measure.better == "lower" else ""),
            str(change.difference.n), number(change.before), number(change.after),
            f"{change.difference.mean:+.3f} [{change.difference.low:+.3f}, {change.difference.high:+.3f}]"
            + (" *" if change.is_sure else "  "),
            str(len(change.better)), str(len(change.worse)),
        ]
        for change in found
    ]  # fmt: skip
    lines = [table(["", "n", "before", "after", "difference [95 % interval]  ", "better", "worse"], rows)]
    lines.append("* the interval leaves out zero")
    for word, questions in (("worse", _by_question(found, "worse")), ("better", _by_question(found, "better"))):
        lines.append(f"\nQuestions that got {word}: {len(questions)}")
        lines += [f"  {name}: {'; '.join(parts)}" for name, parts in sorted(questions.items())]
    return "\n".join(lines)


def _by_question(found: list[Change], side: str) -> dict[str, list[str]]:
    questions: dict[str, list[str]] = {}
    for change in found:
        for name, before, after in getattr(change, side):
            questions.setdefault(name, []).append(f"{change.measure.name} {before:.2f} -> {after:.2f}")
    return questions


def comparison_json(found: list[Change]) -> dict[str, Any]:
    """Return the changes as JSON has them."""
    return {
        change.measure.name: {
            "before": change.before, "after": change.after, **change.difference.__dict__,
            "better_when": BY_NAME[change.measure.name].better,
            "better": [name for name, _, _ in change.better], "worse": [name for name, _, _ in change.worse],
        }
        for change in found
    }  # fmt: skip
