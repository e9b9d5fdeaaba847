"""One question of the report: the answer, its citations, what it lacks."""

from html import escape
from typing import Any

from eval.measures import BY_NAME

_CHECKS = {"exists": "exists", "in_force": "in force", "verbatim": "verbatim", "supported": "supported"}


def lacks(row: dict[str, Any]) -> list[str]:
    """Return what an answer lacks, a sentence each."""
    missed = row["missed"]
    found = []
    if row["answerable"] and row["declined"]:
        found.append(f"Declined ({row['decline_reason']}), though it can be answered")
    if not row["answerable"] and not row["declined"]:
        found.append(f"Answered, though it had to be declined ({row['reason']})")
    if not row["answerable"] and row["declined"] and row["decline_reason"] != row["reason"]:
        found.append(f"Declined as {row['decline_reason']}, not as {row['reason']}")
    found += [f"Not cited: {place}" for place in missed["authorities"]]
    found += [f"Pinpoint not cited: {place}" for place in missed["pinpoints"]]
    found += [f"Fact not in the answer: {' / '.join(fact)}" for fact in missed["key_facts"]]
    found += missed["faults"]
    if row["measures"].get("language") == 0:
        found.append(f"Not answered in the question's language ({row['language']})")
    return found


def question_section(row: dict[str, Any]) -> str:
    """Return a question as a part of the page that can be opened, searched and filtered."""
    missing = lacks(row)
    history = "".join(
        f'<p class="turn">{escape(turn["role"])}: {_set(turn["content"])}</p>' for turn in row["history"]
    )  # fmt: skip
    sign = '<i class="bad">lacks</i>' if missing else '<i class="good">complete</i>'
    about = f"{row['kind']}, {row['language']}, {row['split']}, {row['total_ms']:.0f} ms"
    as_of = f"<p>As of {escape(row['as_of'])}</p>" if row["as_of"] else ""
    return (
        f'<details class="question" id="q-{escape(row["id"])}" data-kind="{escape(row["kind"])}" '
        f'data-language="{row["language"]}" data-split="{row["split"]}" data-lacking="{int(bool(missing))}">'
        f"<summary>{sign} <code>{escape(row['id'])}</code> {_set(row['question'])} <small>{escape(about)}</small></summary>"
        f"{history}{as_of}"
        f'<div class="answer">{_set(row["answer"])}</div>'
        f"{_missing(missing)}{_citations(row['citations'])}"
        f'<p class="why">{_set(row["why"])}</p>{_measures(row["measures"])}</details>'
    )


def _set(text: str) -> str:
    """A text with its language marked, so that Chinese is set in Chinese type and Chinese punctuation."""
    language = "zh-Hans" if sum("\u4e00" <= char <= "\u9fff" for char in text) * 3 > len(text) else "en"
    return f'<span lang="{language}">{escape(text)}</span>'


def _missing(missing: list[str]) -> str:
    lines = "".join(f"<li>{_set(line)}</li>" for line in missing)
    return f'<h4>What is missed</h4><ul class="missed">{lines}</ul>' if missing else ""


def _citations(citations: list[dict[str, Any]]) -> str:
    if not citations:
        return ""
    rows = "".join(
        f"<tr><td>[{c['n']}]</td><td>{_set(c['label'])}<br><small>{escape(str(c['passage_id'] or ''))}</small></td>"
        f'<td class="quote">{_set(c["quote"])}</td><td>{_checks(c["checks"])}</td></tr>'
        for c in citations
    )
    return (
        "<h4>Citations</h4><table><thead><tr><th></th><th>Place</th><th>Quotation</th><th>Checks</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _checks(checks: dict[str, str | None]) -> str:
    return "<br>".join(
        f'<span class="{escape(str(checks[name]))}">{title}: {escape(str(checks[name]))}</span>'
        for name, title in _CHECKS.items()
        if checks[name] is not None
    )


def _measures(values: dict[str, float]) -> str:
    shown = ", ".join(f"{name} {value:.2f}" for name, value in values.items() if name in BY_NAME)
    return f"<p><small>{escape(shown)}</small></p>"
