"""The four checks: exists, in force, verbatim, supported."""

import re
from datetime import date

from retrieval.amounts.measures import Measure, carried, measures
from retrieval.index import Index
from retrieval.labels import label_of
from retrieval.language import LANGUAGES
from retrieval.passage import Passage
from retrieval.quotations import MARK, cited_quotations
from retrieval.result import Answer, Citation, Outcome

_FURTHER = re.compile(r"第|之|\(\d|-?\d| item")  # what goes on behind a label with a place of its own
_NAMES = ("article", "date")  # figures that name a place or a day: the printed ones must be the passage's own


def check_in_force(passage: Passage, as_of: date, today: date, paragraph: int | None = None) -> Outcome | None:
    """Return whether a paragraph of a passage, or all of it, was the law on a day; None for what is not law."""
    if not passage.kind.is_law:
        return None
    if paragraph is None and passage.is_law_in_part(as_of, today):
        return "fail"
    return passage.in_force_on(as_of, today, paragraph)  # type: ignore[return-value]


def check_verbatim(citation: Citation, passage: Passage, line: str) -> Outcome:
    """Return whether the line prints the words that the index's passage has in the citation's range, sign for sign.

    Other words that it prints as a quotation with the same number must be the passage's too.
    """
    if citation.start is None or citation.end is None or citation.text != passage.text:
        return "fail"
    words = passage.text[citation.start : citation.end]
    if not words or words != citation.quote:
        return "fail"
    without = _without(line, citation.n, words)
    others = [quoted for quoted, numbers in cited_quotations(without) if citation.n in numbers]
    is_printed = without != line and all(quoted is not None and quoted in passage.text for quoted in others)
    return "pass" if is_printed else "fail"


def _stands_in(label: str, text: str) -> bool:
    """Return whether a text has a label, and not that of a further place in it: art. 3 stands not in art. 3(2), art. 31."""
    at = text.find(label)
    while at >= 0 and _FURTHER.match(text, at + len(label)):
        at = text.find(label, at + 1)
    return at >= 0


def check_supported(citation: Citation, passage: Passage, index: Index, line: str) -> Outcome:
    """Return whether the passage carries what the line adds to the quotation: the label, and every figure outside of it.

    The sentence of a quoting answer is the quotation, so that only what the line adds can be wrong. The label and the dates
    are reckoned anew from the index's passage, not taken from the citation.
    """
    if citation.start is None or citation.end is None or not passage.text[citation.start : citation.end]:
        return "fail"
    added = _without(line, citation.n, passage.text[citation.start : citation.end])
    authority, address = index.authorities[passage.authority], passage.address(citation.start, citation.end)
    labels = [label_of(index, passage, address, language) for language in LANGUAGES]
    if not any(_stands_in(label, added) for label in labels):
        return "fail"
    days = (passage.begins(address.paragraph), passage.effective_to)
    own = _figures(*labels, authority.titles.zh, authority.titles.en, authority.number or "", *map(str, days))
    for label in labels:
        added = added.replace(label, "")
    stated = measures(MARK.sub("", added))
    named = {figure for figure in stated if figure.unit in _NAMES}
    if carried(stated, own):
        return "pass"
    texts = _figures(*(p.text for parallel in index.units[passage.unit].values() for p in parallel))
    return "pass" if carried(named, own) and carried(stated - named, own | texts) else "fail"


def _without(line: str, n: int, words: str) -> str:
    """The line without the words that it prints as the quotation with this number."""
    return line.replace(f"“{words}”[{n}]", "").replace(f"“{words}” [{n}]", "")


def _figures(*texts: str) -> set[Measure]:
    return {figure for text in texts for figure in measures(text)}


def judge(answer: Answer, index: Index) -> Answer:
    """Judge each citation by the line of the answer that quotes it, and write the outcome into it.

    The line is held against what the index has of the passage, so that a word, a label or a date that is changed on the way
    into the answer is seen. A table of amounts carries numbers too; it is judged by nothing but its arithmetic, which is ours.
    """
    lines: dict[int, list[str]] = {}
    for line in re.split(r"\n\n+", answer.answer):
        for match in MARK.finditer(line):
            lines.setdefault(int(match[1]), []).append(line)
    for citation in answer.citations:
        if citation.checks.exists == "fail":
            continue
        passage = index.passages.get(citation.passage_id or "")
        if passage is None:
            citation.checks.exists = citation.checks.verbatim = citation.checks.supported = "fail"
            continue
        own = lines.get(citation.n, [""])
        line = next((line for line in own if citation.quote and citation.quote in line), own[0])
        citation.checks.verbatim = check_verbatim(citation, passage, line)
        citation.checks.supported = check_supported(citation, passage, index, line)
    return answer
