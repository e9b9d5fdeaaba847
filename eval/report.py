"""A run as one HTML file that needs nothing besides: figures, plots, every question."""

from html import escape
from pathlib import Path
from typing import Any

from eval.compare import Change
from eval.measures import BY_NAME, HEADLINES, MEASURES
from eval.plots import Dot, curve, dots, histogram
from eval.report_questions import question_section
from eval.statistics import Estimate, risk_coverage
from eval.table import number

_PAGE = Path(__file__).resolve().parent / "page"
GROUPED = ("citation_recall", "key_facts")


def report_html(result: dict[str, Any], compared: list[Change] | None = None, compared_with: str = "") -> str:
    """Return the page of a run.

    :param compared: The changes from another run to this one, to be shown too.
    :param compared_with: When that run was made.
    """
    sections = [
        _headlines(result),
        _all_measures(result),
        _groups(result, "kind", "By kind of question"),
        _groups(result, "language", "By language"),
        _latency(result),
        _risk(result),
        _comparison(compared or [], compared_with),
        _questions(result),
        _made_with(result),
    ]
    return (_PAGE / "report.html").read_text(encoding="utf-8").format(
        title=escape(f"Fayan, evaluation of {result['created'][:10]}"),
        style=(_PAGE / "report.css").read_text(encoding="utf-8"),
        script=(_PAGE / "report.js").read_text(encoding="utf-8"),
        body="\n".join(section for section in sections if section),
    )  # fmt: skip


def _mean(group: dict[str, Any], name: str) -> Estimate | None:
    value = group["measures"].get(name)
    return Estimate(**value) if value else None


def _headlines(result: dict[str, Any]) -> str:
    summary, times = result["summary"]["all"], result["summary"]["all"]["times"]["total_ms"]
    cards = []
    for name in HEADLINES:
        if value := _mean(summary, name):
            better = " (lower is better)" if BY_NAME[name].better == "lower" else ""
            cards.append(
                f'<div class="card"><b>{value.mean:.1%}</b><span>{escape(BY_NAME[name].title)}{better}</span>'
                f"<small>95 % interval {value.low:.1%} to {value.high:.1%}, {value.n} questions</small></div>"
            )
    cards.append(
        f'<div class="card"><b>{times["p50"]:.0f} ms</b><span>Median time to the whole answer</span>'
        f"<small>95 % of the answers within {times['p95']:.0f} ms</small></div>"
    )
    splits = ", ".join(f"{name} {group['questions']}" for name, group in result["summary"]["split"].items())
    asked = f"{summary['questions']} questions ({splits})"
    return (
        f'<header><h1>Fayan <span lang="zh-Hans">法眼</span>: evaluation</h1><p>{escape(result["created"])}, '
        f"{asked}. The questions of the split “test” are not used for tuning.</p></header>"
        f'<section class="cards">{"".join(cards)}</section>'
    )


def _all_measures(result: dict[str, Any]) -> str:
    groups = {"all": result["summary"]["all"], **result["summary"]["split"]}
    names = [m.name for m in MEASURES if any(_mean(group, m.name) for group in groups.values())]
    entries = [
        Dot(f"{BY_NAME[name].title}, {split}", value, series)
        for name in HEADLINES
        for series, split in enumerate(result["summary"]["split"])
        if (value := _mean(result["summary"]["split"][split], name))
    ]
    head = "".join(f"<th>{escape(name)}</th>" for name in groups)
    rows = "".join(
        f"<tr><td>{escape(BY_NAME[name].title)}{' ↓' if BY_NAME[name].better == 'lower' else ''}</td>"
        + "".join(_cell(_mean(group, name)) for group in groups.values())
        + "</tr>"
        for name in names
    )
    return (
        "<section><h2>All measures</h2>"
        f"{dots(entries, 'mean with its 95 % interval')}"
        f"<table><thead><tr><th>Measure</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
        "<p>↓: lower is better. In brackets the 95 % bootstrap interval over questions.</p></section>"
    )


def _cell(value: Estimate | None) -> str:
    if value is None:
        return "<td>-</td>"
    return f"<td>{number(value.mean)} <small>[{number(value.low)}, {number(value.high)}]</small></td>"


def _groups(result: dict[str, Any], grouping: str, title: str) -> str:
    groups = result["summary"][grouping]
    plots = []
    for name in GROUPED:
        entries = [Dot(key, value) for key, group in groups.items() if (value := _mean(group, name))]
        if entries:
            plots.append(f"<figure>{dots(entries, BY_NAME[name].title)}</figure>")
    columns = [name for name in BY_NAME if any(_mean(group, name) for group in groups.values())]
    head = "".join(
        f'<th title="{escape(BY_NAME[name].title)}">{escape(name.replace("_", " "))}</th>' for name in columns
    )
    rows = "".join(
        f"<tr><td>{escape(key)}</td><td>{group['questions']}</td>"
        + "".join(f"<td>{number(v.mean) if (v := _mean(group, name)) else '-'}</td>" for name in columns)
        + "</tr>"
        for key, group in groups.items()
    )
    return (
        f'<section><h2>{title}</h2>{"".join(plots)}<div class="wide"><table><thead><tr><th></th><th>questions</th>{head}'
        f"</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _latency(result: dict[str, Any]) -> str:
    times = result["summary"]["all"]["times"]
    values = [row["total_ms"] for row in result["questions"]]
    plot = histogram(values, "milliseconds from the question to the whole answer", times["total_ms"])
    search = times["search_ms"]
    return (
        f"<section><h2>Time</h2><figure>{plot}</figure><p>The search alone takes {search['p50']:.0f} ms at the median "
        f"and {search['p95']:.0f} ms at the 95th percentile.</p></section>"
    )


def _risk(result: dict[str, Any]) -> str:
    rows = [row for row in result["questions"] if row["margin"] is not None]
    if not rows:
        return ""
    errors = [not (row["answerable"] and row["measures"]["R@10"] > 0) for row in rows]
    points = risk_coverage([row["margin"] for row in rows], errors)
    return (
        "<section><h2>Risk and coverage</h2><figure>"
        f"{curve(points, 'share of the questions answered, the surest first', 'share of errors')}</figure>"
        "<p>The surest questions are those whose confidence lies highest above the declining threshold of their language. If "
        "only so many of them were answered, this share would be unanswerable or without a gold authority in the first ten passages.</p></section>"
    )


def _comparison(found: list[Change], when: str) -> str:
    if not found:
        return ""
    entries = [Dot(c.measure.title, c.difference, int(c.is_sure)) for c in found]
    reach = max([0.05, *(abs(end) for c in found for end in (c.difference.low, c.difference.high))])
    rows = "".join(
        f"<tr><td>{escape(c.measure.title)}</td><td>{', '.join(map(_link, c.worse)) or '-'}</td>"
        f"<td>{', '.join(map(_link, c.better)) or '-'}</td></tr>"
        for c in found
        if c.better or c.worse
    )
    return (
        f"<section><h2>Against the run of {escape(when)}</h2>"
        f"<figure>{dots(entries, 'difference with its 95 % interval (paired bootstrap)', -reach, reach)}</figure>"
        f'<div class="wide"><table><thead><tr><th>Measure</th><th>Questions worse</th><th>Questions better</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _link(change: tuple[str, float, float]) -> str:
    name, before, after = change
    return f'<a href="#q-{escape(name)}">{escape(name)}</a> {before:.2f}→{after:.2f}'


def _questions(result: dict[str, Any]) -> str:
    options = "".join(f"<option>{escape(kind)}</option>" for kind in result["summary"]["kind"])
    shown = "\n".join(question_section(row) for row in result["questions"])
    return (
        '<section><h2>Questions</h2><form id="filters"><input id="words" type="search" placeholder="Search" '
        'aria-label="Search the questions and answers"> '
        f'<select id="kind" aria-label="Kind"><option value="">all kinds</option>{options}</select> '
        '<select id="language" aria-label="Language"><option value="">both languages</option><option>en</option>'
        "<option>zh</option></select> "
        '<select id="split" aria-label="Split"><option value="">both splits</option><option>dev</option>'
        "<option>test</option></select> "
        '<label><input id="lacking" type="checkbox"> only what lacks something</label> <output id="count"></output></form>'
        f"{shown}</section>"
    )


def _made_with(result: dict[str, Any]) -> str:
    parts = {
        "Index": result["index"], "Settings": result["settings"], "Versions": result["versions"],
        "Machine": result["machine"],
        "Run": {key: result[key] for key in ("gold", "gold_digest", "split", "url", "legs", "today", "seed", "seconds")},
    }  # fmt: skip
    shown = "".join(
        f"<h3>{title}</h3><dl>"
        + "".join(f"<dt>{escape(str(key))}</dt><dd>{escape(str(value))}</dd>" for key, value in (content or {}).items())
        + "</dl>"
        for title, content in parts.items()
    )
    return f"<section><h2>Made with</h2>{shown}</section>"
