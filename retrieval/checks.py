"""The four checks: exists, in force, verbatim, supported."""

import re
from datetime import date

from retrieval.amounts.figures import read_figures, with_plain_figures
from retrieval.numerals import NUMERAL, parse_numeral
from retrieval.passage import Passage
from retrieval.result import Answer, Citation, Outcome

_MARK = re.compile(r"\[(\d{1,4})\]")
_FIGURE = re.compile(rf"\d[\d,]*(?:\.\d+)?%?|(?:{NUMERAL})(?=[元年月日人次倍条款项个组台]|以[上下内])")

_SCALED = re.compile(r"\d\s?[百千万亿kw]|(?:hundred|thousand|million|grand|dozen)\b|\d\s?m(?:n|ln)?\b", re.IGNORECASE)


def check_in_force(passage: Passage, as_of: date, paragraph: int | None = None) -> Outcome | None:
    """Return whether a paragraph of a passage, or all of it, was the law on a day; None for what is not law."""
    if not passage.kind.is_law:
        return None
    if paragraph is None and passage.is_law_in_part(as_of):
        return "fail"
    return passage.in_force_on(as_of, paragraph)  # type: ignore[return-value]


def check_verbatim(citation: Citation, line: str) -> Outcome:
    """Return whether the words that the line prints as a quotation are the passage's, character for character."""
    if citation.start is None or citation.end is None:
        return "fail"
    if citation.text[citation.start : citation.end] != citation.quote:
        return "fail"
    printed = f"“{citation.quote}”[{citation.n}]" in line.replace("” [", "”[")
    return "pass" if printed else "fail"


def figures(text: str) -> set[str]:
    """Return the figures of a text in one form: 5,000, 五千 and 5 thousand are 5000."""
    found = set()
    for match in _FIGURE.finditer(_unscaled(text)):
        value = match[0].replace(",", "")
        number = parse_numeral(value)
        found.add(str(number) if number is not None else value.rstrip("%"))
    return found


def _unscaled(text: str) -> str:
    """Return a text whose 3万 and 30 thousand are 30000: by its 3 alone it would agree with any 三."""
    if not _SCALED.search(text):  # most texts: to read them all takes longer than the search
        return text
    text, pieces, done = with_plain_figures(text), [], 0
    for figure in read_figures(text):
        if figure.scaled and figure.value == int(figure.value):
            pieces += [text[done : figure.start], str(int(figure.value))]
            done = figure.end
    return "".join((*pieces, text[done:]))


def check_supported(citation: Citation, line: str) -> Outcome:
    """Return whether the passage carries the line: every figure outside the quotation is the passage's or its address's.

    In quoting mode the sentence is the quotation, so that only what the line adds to it can be wrong.
    """
    if not citation.quote:
        return "fail"
    added = _MARK.sub("", line.replace(citation.quote, ""))
    known = (
        f"{citation.text} {citation.label} {citation.number or ''} {citation.effective_from} {citation.effective_to}"
    )
    return "pass" if figures(added) <= figures(known) | figures(re.sub(r"[-年月日]", " ", known)) else "fail"


def judge(answer: Answer) -> Answer:
    """Judge each citation by the line of the answer that quotes it, and write the outcome into it.

    A table of amounts carries numbers too; it is judged by nothing but its arithmetic, which is ours.
    """
    lines: dict[int, list[str]] = {}
    for line in re.split(r"\n\n+", answer.answer):
        for match in _MARK.finditer(line):
            lines.setdefault(int(match[1]), []).append(line)
    for citation in answer.citations:
        own = lines.get(citation.n, [""])
        line = next((line for line in own if citation.quote and citation.quote in line), own[0])
        if citation.checks.exists == "fail":
            continue
        citation.checks.verbatim = check_verbatim(citation, line)
        citation.checks.supported = check_supported(citation, line)
    return answer
