"""The report's first page: what a partner must know, in sentences and in figures with their intervals."""

from typing import Any

from eval.measures import BY_NAME
from eval.report.wording import both
from eval.summary import mean_of
from retrieval.statistics import Estimate

GROUPS = {
    "citations": ("verbatim", "in_force_violations", "citation_recall", "pinpoint_recall", "citation_precision"),
    "content": ("key_facts", "supported", "R@10"),
    "declines": ("declined", "false_declines", "right_reason"),
}
TIMES = ("first_ms", "total_ms")


def percent(share: float) -> str:
    """Return a share in percent: a decimal only where it says something."""
    return f"{share * 100:.1f}".removesuffix(".0")


def of_hundred(share: float) -> str:
    """Return how many of a hundred a share is; a decimal only where there are few."""
    return f"{share * 100:.0f}" if share >= 0.1 else percent(share)


def seconds(milliseconds: float) -> str:
    """Return a time as a reader takes it in: 189 ms, 2.4 s."""
    return f"{milliseconds:.0f} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"


def in_short(result: dict[str, Any]) -> str:
    """Return the run in a few sentences; one whose measures the run has not is left out."""
    whole = result["summary"]["all"]
    means = {name: mean.mean for name in BY_NAME if (mean := mean_of(whole, name))}
    lines = []

    def add(name: str, **measures: str) -> None:
        if all(measure in means for measure in measures.values()):
            lines.append(both(name, **{key: of_hundred(means[measure]) for key, measure in measures.items()}))

    add("report_short_cited", share="citation_recall", pinpoint="pinpoint_recall")
    add("report_short_verbatim_all" if means.get("verbatim") == 1 else "report_short_verbatim", share="verbatim")
    add(
        "report_short_force" if means.get("in_force_violations") else "report_short_force_none",
        share="in_force_violations",
    )
    add("report_short_facts", share="key_facts")
    add("report_short_declines", declined="declined", wrongly="false_declines")
    add("report_short_precision", share="citation_precision")
    times = whole["times"]["total_ms"]
    lines.append(both("report_short_time", half=seconds(times["p50"]), most=seconds(times["p95"])))
    shown = "".join(f"<li>{line}</li>" for line in lines)
    return f'<section class="short"><h2>{both("report_short")}</h2><ul>{shown}</ul></section>'


def headlines(result: dict[str, Any]) -> str:
    """Return the headline measures as cards, by the question that a reader asks."""
    whole = result["summary"]["all"]
    groups = []
    for group, names in GROUPS.items():
        cards = [_card(name, value) for name in names if (value := mean_of(whole, name))]
        if cards:
            groups.append(_group(group, cards))
    groups.append(_group("time", [_time_card(name, whole["times"][name]) for name in TIMES]))
    return f'<section class="headlines">{"".join(groups)}</section>'


def _group(name: str, cards: list[str]) -> str:
    return f'<div class="group"><h3>{both(f"report_group_{name}")}</h3><div class="cards">{"".join(cards)}</div></div>'


def _card(name: str, value: Estimate) -> str:
    lower = f" <em>{both('report_lower')}</em>" if BY_NAME[name].better == "lower" else ""
    interval = both("report_interval", low=f"{percent(value.low)}%", high=f"{percent(value.high)}%", n=value.n)
    mean, low, width = (part * 100 for part in (value.mean, value.low, value.high - value.low))
    return (
        f'<div class="card"><strong>{percent(value.mean)}<small>%</small></strong>'
        f"<span>{both(f'measure_{name}')}{lower}</span>"
        f'<span class="bar-track"><i style="left:{low:.1f}%;width:{width:.1f}%"></i><b style="left:{mean:.1f}%"></b></span>'
        f"<small>{interval}</small></div>"
    )


def _time_card(name: str, times: dict[str, float]) -> str:
    half, most = seconds(times["p50"]), seconds(times["p95"])
    figure, unit = half.split(" ")
    return (
        f'<div class="card"><strong>{figure}<small> {unit}</small></strong><span>{both(f"measure_{name}")}</span>'
        f"<small>{both('report_median', half=half, most=most)}</small></div>"
    )
