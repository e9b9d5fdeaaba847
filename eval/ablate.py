"""What each leg of the search, and the adapters, are worth: every one switched off in turn."""

import copy
from collections.abc import Sequence
from datetime import date
from typing import Any

from eval.pairs import Pair
from eval.responders import Library
from eval.run import evaluate
from eval.table import markdown, number
from retrieval.adapters.shelf import Shelf
from retrieval.index import Index
from retrieval.ranking.legs import LEGS
from retrieval.statistics import difference, estimate

SHOWN = ("R@5", "R@10", "RR@10", "nDCG@10", "citation_recall")
COMPARED = ("nDCG@10", "citation_recall")
BY_LANGUAGE = "R@10"
ALL = "all legs"
WITHOUT_ADAPTERS = "without the adapters"
UNTRAINED = "untrained: without adapters and written questions, every leg and kind weighs 1"


def ablate(
    pairs: Sequence[Pair], index: Index, legs: Sequence[str] = LEGS, today: date | None = None, progress: bool = True
) -> dict[str, dict[str, list[float]]]:
    """Return, for all legs, without each, without the adapters and untrained, measure to its values by question.

    The measure `BY_LANGUAGE` is also there for the questions of each language.
    """
    answerable = [pair for pair in pairs if pair.answerable]
    plain = copy.copy(index)
    plain.shelf = Shelf()
    runs = {ALL: (index, tuple(legs))}
    runs |= {f"without {off}": (index, tuple(leg for leg in legs if leg != off)) for off in legs}
    if index.shelf.adapters:
        runs[WITHOUT_ADAPTERS] = (plain, tuple(legs))
    untrained = copy.copy(plain)
    untrained.tuned = False
    runs[UNTRAINED] = (untrained, tuple(legs))
    found = {}
    for label, (searched, rest) in runs.items():
        rows = evaluate(answerable, Library(searched, rest, today), searched, progress, label)
        values = {name: [row.scores.values[name] for row in rows] for name in SHOWN}
        for pair, value in zip(answerable, values[BY_LANGUAGE], strict=True):
            values.setdefault(f"{BY_LANGUAGE}, {pair.language}", []).append(value)
        found[label] = values
    return found


def ablation_rows(found: dict[str, dict[str, list[float]]]) -> tuple[list[str], list[list[str]]]:
    """Return the header and the lines of the table."""
    shown = [*SHOWN, *(name for name in found[ALL] if name not in SHOWN)]
    header = ["legs", *shown, *(f"{name}, difference [95 % interval]" for name in COMPARED)]
    rows = []
    for label, values in found.items():
        means = [estimate(values[name]) for name in shown]
        gaps = [difference(found[ALL][name], values[name]) if label != ALL else None for name in COMPARED]
        rows.append(
            [label, *(number(mean.mean if mean else None) for mean in means)]
            + [f"{gap.mean:+.3f} [{gap.low:+.3f}, {gap.high:+.3f}]" if gap else "" for gap in gaps]
        )
    return header, rows


def ablation_markdown(found: dict[str, dict[str, list[float]]], about: dict[str, Any]) -> str:
    """Return the table as a Markdown page.

    :param about: What it was measured on.
    """
    questions = len(next(iter(found.values()))[SHOWN[0]])
    facts = "\n".join(f"* {name}: {value}" for name, value in about.items())
    return (
        f"# The legs of the search, each switched off in turn\n\n{questions} answerable questions\n{facts}\n\n"
        f"{markdown(*ablation_rows(found))}\n\n"
        "A negative difference is what the search loses without the leg (or the adapters); an interval around zero proves nothing.\n"
    )
