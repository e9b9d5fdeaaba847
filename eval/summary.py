"""The averages of a run as plain tables."""

from typing import Any

from eval.measures import MEASURES
from eval.run import GROUPINGS, TIMES
from eval.table import number, shown, table
from retrieval.statistics import Estimate

COLUMNS = {
    "R@5": "R@5", "R@10": "R@10", "R@20": "R@20", "RR@10": "RR@10", "nDCG@10": "nDCG@10",
    "citation_recall": "cite R", "citation_precision": "cite P", "pinpoint_recall": "pin R", "pinpoint_precision": "pin P",
    "verbatim": "verbat", "supported": "carried", "key_facts": "facts", "declined": "declin", "false_declines": "false d",
    "right_reason": "reason", "in_force_violations": "not law", "language": "lang",
}  # fmt: skip


def mean_of(group: dict[str, Any], name: str) -> Estimate | None:
    """Return a measure's mean in a group of questions; None if it applies to none of them."""
    value = group["measures"].get(name)
    return Estimate(**value) if value else None


def headline_table(summary: dict[str, Any]) -> str:
    """Return every measure with its interval, the splits apart."""
    groups = {"all": summary["all"], **summary["split"]}
    header = ["mean [95 % interval]", *(f"{name} ({group['questions']})" for name, group in groups.items())]
    rows = [
        [measure.title + (" (lower is better)" if measure.better == "lower" else "")]
        + [shown(mean_of(group, measure.name)) for group in groups.values()]
        for measure in MEASURES
    ]
    titles = {"first_ms": "First words, ms", "total_ms": "Answer, ms", "search_ms": "Search, ms"}
    for name in TIMES:
        for share in ("p50", "p95"):
            rows.append([f"{titles[name]}, {share}", *(_ms(group["times"][name][share]) for group in groups.values())])
    return table(header, rows)


def group_table(summary: dict[str, Any], grouping: str) -> str:
    """Return the means by split, language or kind, a line a group."""
    rows = [
        [name, str(group["questions"])]
        + [number(value.mean if (value := mean_of(group, key)) else None) for key in COLUMNS]
        + [_ms(group["times"]["total_ms"][share]) for share in ("p50", "p95")]
        for name, group in summary[grouping].items()
    ]
    return table([f"by {grouping}", "n", *COLUMNS.values(), "p50 ms", "p95 ms"], rows)


def _ms(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"


def all_tables(summary: dict[str, Any]) -> str:
    """Return the headline table and the tables of the groups."""
    return "\n\n".join([headline_table(summary), *(group_table(summary, grouping) for grouping in GROUPINGS)])
