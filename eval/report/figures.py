"""The report's plots and tables: all measures, by kind and language, time, risk, the comparison with another run."""

from html import escape
from math import ceil
from typing import Any

from eval.compare import Change
from eval.measures import BY_NAME, HEADLINES, MEASURES
from eval.report.headlines import seconds
from eval.report.plots import Dot, curve, dots, histogram
from eval.report.wording import both, term
from eval.statistics import risk_coverage
from eval.summary import mean_of
from eval.table import number
from retrieval.statistics import Estimate

GROUPED = ("citation_recall", "key_facts", "declined", "false_declines")
LEAST_REACH = 0.05  # of the comparison's axis to both sides, and what it grows by


def _name(measure: str) -> str:
    return both(f"measure_{measure}") + (" ↓" if BY_NAME[measure].better == "lower" else "")


def _figure(plot: str, caption: str) -> str:
    return f"<figure>{plot}<figcaption>{caption}</figcaption></figure>"


def all_measures(result: dict[str, Any]) -> str:
    """Return the headline measures of each split as a plot, and every measure as a table."""
    summary = result["summary"]
    groups = {"all": summary["all"], **summary["split"]}
    names = [m.name for m in MEASURES if any(mean_of(group, m.name) for group in groups.values())]
    entries = [
        Dot(f"{_name(name)} <small>{term('split', split)}</small>", value, series)
        for name in HEADLINES
        for series, split in enumerate(summary["split"])
        if (value := mean_of(summary["split"][split], name))
    ]
    head = f"<th>{both('report_all')}</th>" + "".join(f"<th>{term('split', name)}</th>" for name in summary["split"])
    rows = "".join(
        f"<tr><th>{_name(name)}</th>" + "".join(_cell(mean_of(group, name)) for group in groups.values()) + "</tr>"
        for name in names
    )
    table = f"<table><thead><tr><th>{both('report_measure')}</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return _figure(dots(entries), both("report_measures_note")) + f'<div class="wide">{table}</div>'


def _cell(value: Estimate | None) -> str:
    if value is None:
        return "<td>–</td>"
    return f"<td>{number(value.mean)} <small>[{number(value.low)}, {number(value.high)}]</small></td>"


def by_group(result: dict[str, Any], grouping: str) -> str:
    """Return the means of each kind or language, as plots and as a table."""
    groups = result["summary"][grouping]
    plots = []
    for name in GROUPED:
        entries = [Dot(term(grouping, key), value) for key, group in groups.items() if (value := mean_of(group, name))]
        if entries:
            plots.append(f"<figure><h3>{_name(name)}</h3>{dots(entries)}</figure>")
    columns = [name for name in BY_NAME if any(mean_of(group, name) for group in groups.values())]
    head = "".join(f"<th>{_name(name)}</th>" for name in columns)
    rows = "".join(
        f"<tr><th>{term(grouping, key)}</th><td>{group['questions']}</td>"
        + "".join(f"<td>{number(v.mean) if (v := mean_of(group, name)) else '–'}</td>" for name in columns)
        + "</tr>"
        for key, group in groups.items()
    )
    first = f"<th>{both(f'report_{grouping}')}</th><th>{both('report_count')}</th>"
    table = f"<table><thead><tr>{first}{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="pair">{"".join(plots)}</div><div class="wide narrow-columns">{table}</div>'


def latency(result: dict[str, Any]) -> str:
    """Return how long the answers took."""
    times = result["summary"]["all"]["times"]
    plot = histogram([row["total_ms"] for row in result["questions"]], times["total_ms"])
    note = both("report_time_note", first=seconds(times["first_ms"]["p50"]), search=seconds(times["search_ms"]["p50"]))
    return _figure(plot, both("report_time_caption")) + f"<p>{note}</p>"


def risk(result: dict[str, Any]) -> str:
    """Return what would go wrong if only the surest questions were answered; nothing if a server was asked."""
    rows = [row for row in result["questions"] if row["margin"] is not None]
    if not rows:
        return ""
    errors = [not (row["answerable"] and row["measures"]["R@10"] > 0) for row in rows]
    points = risk_coverage([row["margin"] for row in rows], errors)
    answered = sum(not row["declined"] for row in rows) / len(rows)
    return _figure(curve(points, answered), both("report_risk_caption")) + f"<p>{both('report_risk_note')}</p>"


def comparison(found: list[Change]) -> str:
    """Return the differences to another run and the questions behind them."""
    if not found:
        return ""
    entries = [Dot(_name(c.measure.name), c.difference, int(c.is_sure)) for c in found]
    ends = (abs(end) for c in found for end in (c.difference.low, c.difference.high))
    reach = ceil(max([LEAST_REACH, *ends]) / LEAST_REACH - 1e-9) * LEAST_REACH
    rows = "".join(
        f"<tr><th>{_name(c.measure.name)}</th><td>{_links(c.worse)}</td><td>{_links(c.better)}</td></tr>"
        for c in found
        if c.better or c.worse
    )
    head = "".join(f"<th>{both(f'report_{name}')}</th>" for name in ("measure", "worse", "better"))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    plot = _figure(dots(entries, -reach, reach), both("report_against_caption"))
    return f'<div class="against">{plot}</div><div class="wide">{table}</div>'


def _links(changed: list[tuple[str, float, float]]) -> str:
    return ", ".join(map(_link, changed)) or both("report_none")


def _link(change: tuple[str, float, float]) -> str:
    name, before, after = change
    return f'<a href="#q-{escape(name)}">{escape(name)}</a> {before:.2f}→{after:.2f}'
