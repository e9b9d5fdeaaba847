"""A run as one HTML file that needs nothing besides: figures, plots, every question."""

from html import escape
from pathlib import Path
from typing import Any

from eval.compare import Change
from eval.report.figures import all_measures, by_group, comparison, latency, risk
from eval.report.headlines import headlines, in_short
from eval.report.questions import question_section
from eval.report.wording import both, option, term_in

_PAGE = Path(__file__).resolve().parent / "html"
_PARTS = ("measures", "kinds", "languages", "time", "risk", "against", "questions", "made_with")
_RUN = ("gold", "gold_digest", "split", "url", "mode", "legs", "today", "seed", "resamples", "seconds")


def report_html(result: dict[str, Any], compared: list[Change] | None = None, compared_with: str = "") -> str:
    """Return the page of a run.

    :param compared: The changes from another run to this one, to be shown too.
    :param compared_with: When that run was made.
    """
    made = {
        "measures": all_measures(result),
        "kinds": by_group(result, "kind"),
        "languages": by_group(result, "language"),
        "time": latency(result),
        "risk": risk(result),
        "against": comparison(compared or []),
        "questions": _questions(result),
        "made_with": _made_with(result),
    }
    day = compared_with[:16].replace("T", " ")
    titles = {name: both(f"report_{name}", day=day) for name in _PARTS}
    sections = [f'<section id="{name}"><h2>{titles[name]}</h2>{made[name]}</section>' for name in _PARTS if made[name]]
    links = "".join(f'<a href="#{name}">{titles[name]}</a>' for name in _PARTS if made[name])
    return (_PAGE / "report.html").read_text(encoding="utf-8").format(
        title=escape(f"Fayan 法眼 · {result['created'][:10]}"),
        style=(_PAGE / "report.css").read_text(encoding="utf-8"),
        script=(_PAGE / "report.js").read_text(encoding="utf-8"),
        body="\n".join([_header(result, links), in_short(result), headlines(result), *sections]),
    )  # fmt: skip


def _header(result: dict[str, Any], links: str) -> str:
    def splits(language: str) -> str:
        shown = (f"{term_in(language, 'split', k)} {v['questions']}" for k, v in result["summary"]["split"].items())
        return (", " if language == "en" else "，").join(shown)

    made = both(
        "report_made", questions=result["summary"]["all"]["questions"], day=result["created"][:16].replace("T", " "),
        splits=splits,
    )  # fmt: skip
    return (
        f'<header><div class="ui"><button type="button" data-ui="en" lang="en">English</button>'
        f'<button type="button" data-ui="zh" lang="zh-Hans">中文</button></div>'
        f'<h1>Fayan <span lang="zh-Hans">法眼</span> · {both("report_title")}</h1><p>{made}</p><nav>{links}</nav></header>'
    )


def _questions(result: dict[str, Any]) -> str:
    kinds = "".join(option(kind, "kind", kind) for kind in result["summary"]["kind"])
    languages = "".join(option(name, "language", name) for name in ("en", "zh"))
    splits = "".join(option(name, "split", name) for name in ("dev", "test"))
    shown = "\n".join(question_section(row) for row in result["questions"])
    return (
        f'<form id="filters"><label class="words">{both("report_search")} <input id="words" type="search"></label> '
        f'<select id="kind">{option("", "report", "all_kinds")}{kinds}</select> '
        f'<select id="language">{option("", "report", "both_languages")}{languages}</select> '
        f'<select id="split">{option("", "report", "both_splits")}{splits}</select> '
        f'<label><input id="lacking" type="checkbox"> {both("report_only_lacking")}</label> '
        f'<button type="button" id="open">{both("report_open_all")}</button>'
        f'<button type="button" id="close">{both("report_close_all")}</button> <output id="count"></output></form>{shown}'
    )


def _made_with(result: dict[str, Any]) -> str:
    parts = {
        "run": {key: result.get(key) for key in _RUN}, "index": result["index"], "settings": result["settings"],
        "versions": result["versions"], "machine": result["machine"],
    }  # fmt: skip
    return "".join(
        f"<h3>{both(f'report_made_{name}')}</h3><dl>"
        + "".join(f"<dt>{escape(str(key))}</dt><dd>{escape(str(value))}</dd>" for key, value in (content or {}).items())
        + "</dl>"
        for name, content in parts.items()
    )
