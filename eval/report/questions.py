"""One question of the report: the answer, its citations, what it must have and what it lacks."""

import re
from html import escape
from typing import Any

from eval.measures import BY_NAME
from eval.report.headlines import seconds
from eval.report.wording import both, term
from retrieval.quotations import MARK

_CHECKS = ("exists", "in_force", "verbatim", "supported")
_RULE = re.compile(r"\|[\s|:-]+\|")


def lacks(row: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    """Return what an answer lacks: the name of a sentence and its values."""
    missed = row["missed"]
    found: list[tuple[str, dict[str, str]]] = []
    if row["answerable"] and row["declined"]:
        found.append(("lack_declined", {"reason": row["decline_reason"]}))
    if not row["answerable"] and not row["declined"]:
        found.append(("lack_answered", {"reason": row["reason"]}))
    if not row["answerable"] and row["declined"] and row["decline_reason"] != row["reason"]:
        found.append(("lack_reason", {"given": row["decline_reason"], "reason": row["reason"]}))
    found += [("lack_authority", {"place": place}) for place in missed["authorities"]]
    found += [("lack_pinpoint", {"place": place}) for place in missed["pinpoints"]]
    found += [("lack_fact", {"fact": " / ".join(fact)}) for fact in missed["key_facts"]]
    found += [("lack_fault", {"fault": fault}) for fault in missed["faults"]]
    if row["measures"].get("language") == 0:
        found.append(("lack_language", {"asked": row["language"]}))
    return found


def question_section(row: dict[str, Any]) -> str:
    """Return a question as a part of the page that can be opened, searched and filtered."""
    missing = lacks(row)
    kind, word = ("bad", "report_lacking") if missing else ("good", "report_complete")
    sign = f'<i class="{kind}">{both(word)}</i>'
    about = " · ".join([*(term(name, row[name]) for name in ("kind", "language", "split")), seconds(row["total_ms"])])
    history = "".join(
        f'<p class="turn"><b>{both("report_" + turn["role"])}</b> {_set(turn["content"])}</p>' for turn in row["history"]
    )  # fmt: skip
    as_of = f"<p>{both('report_as_of', day=row['as_of'])}</p>" if row["as_of"] else ""
    return (
        f'<details class="question" id="q-{escape(row["id"])}" data-kind="{escape(row["kind"])}" '
        f'data-language="{row["language"]}" data-split="{row["split"]}" data-lacking="{int(bool(missing))}">'
        f'<summary>{sign}<span class="asked">{_set(row["question"])}'
        f"<small>{about} · <code>{escape(row['id'])}</code></small></span></summary>"
        f'<div class="inside">{history}{as_of}{_missing(missing)}<h4>{both("report_answer")}</h4>'
        f'<div class="answer">{_answer(row)}</div>{_wanted(row)}{_citations(row)}'
        f'<h4>{both("report_ground")}</h4><p class="why">{_set(row["why"])}</p>{_measures(row["measures"])}</div></details>'
    )


def _language(text: str) -> str:
    return "zh-Hans" if sum("\u4e00" <= char <= "\u9fff" for char in text) * 3 > len(text) else "en"


def _set(text: str) -> str:
    """A text with its language marked, so that Chinese is set in Chinese type and Chinese punctuation."""
    return f'<span lang="{_language(text)}">{escape(text)}</span>'


def _answer(row: dict[str, Any]) -> str:
    """The answer, its numbers linked to the citations below, a table of amounts as a table."""
    numbers = {c["n"] for c in row["citations"]}

    def linked(text: str) -> str:
        def link(match: re.Match[str]) -> str:
            n = int(match[1])
            return f'<a href="#c-{escape(row["id"])}-{n}">[{n}]</a>' if n in numbers else match[0]

        return MARK.sub(link, escape(text))

    parts = []
    for block in row["answer"].split("\n\n"):
        lines = block.split("\n")
        if len(lines) > 1 and lines[0].startswith("|") and _RULE.fullmatch(lines[1]):
            cells = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in [lines[0], *lines[2:]]]
            rows = "".join(
                "<tr>" + "".join(f"<td>{linked(cell)}</td>" for cell in line) + "</tr>" for line in cells
            )  # fmt: skip
            parts.append(f'<div class="wide"><table lang="{_language(block)}">{rows}</table></div>')
        else:
            parts.append(f'<p lang="{_language(block)}">{linked(block)}</p>')
    return "".join(parts)


def _missing(missing: list[tuple[str, dict[str, str]]]) -> str:
    lines = "".join(f"<li>{both(name, **values)}</li>" for name, values in missing)
    return f'<h4>{both("report_missed")}</h4><ul class="missed">{lines}</ul>' if missing else ""


def _wanted(row: dict[str, Any]) -> str:
    """What the answer must have, ticked where it has it."""
    if not row["answerable"]:
        wanted = [(not row["declined"], both("report_decline_wanted", reason=row["reason"]))]
    else:
        missed = row["missed"]
        wanted = [(_is_missed(place, missed), _set(_named(place))) for place in row["authorities"]]
        wanted += [(fact in missed["key_facts"], _set(" / ".join(fact))) for fact in row["key_facts"]]
    lines = "".join(f'<li class="{"no" if lacking else "yes"}">{text}</li>' for lacking, text in wanted)
    return f'<h4>{both("report_wanted")}</h4><ul class="wanted">{lines}</ul>'


def _named(place: dict[str, Any]) -> str:
    paragraph = f"({place['paragraph']})" if place["paragraph"] else ""
    return " ".join(part for part in (place["id"], place["article"], paragraph, place["item"]) if part)


def _is_missed(place: dict[str, Any], missed: dict[str, Any]) -> bool:
    article = " ".join(part for part in (place["id"], place["article"]) if part)
    return article in missed["authorities"] or _named(place) in missed["pinpoints"]


def _citations(row: dict[str, Any]) -> str:
    if not row["citations"]:
        return ""
    rows = "".join(
        f'<tr id="c-{escape(row["id"])}-{c["n"]}"><td>[{c["n"]}]</td>'
        f"<td>{_set(c['label'])}<br><small>{escape(str(c['passage_id'] or ''))}</small></td>"
        f'<td class="quote">{_set(c["quote"])}</td><td class="checks">{_checks(c["checks"])}</td></tr>'
        for c in row["citations"]
    )
    head = "".join(f"<th>{both(f'report_{name}')}</th>" for name in ("place", "quotation", "checks"))
    return (
        f'<h4>{both("report_citations")}</h4><div class="wide"><table class="citations">'
        f"<thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _checks(checks: dict[str, str | None]) -> str:
    return "<br>".join(
        f'<span class="{escape(outcome)}">{both(f"report_check_{name}")}: {both(f"outcome_{outcome}")}</span>'
        for name in _CHECKS
        if (outcome := checks[name]) is not None
    )


def _measures(values: dict[str, float]) -> str:
    shown = ", ".join(f"{name} {value:.2f}" for name, value in values.items() if name in BY_NAME)
    return f'<p class="figures"><small>{both("report_figures")}: {escape(shown)}</small></p>'
