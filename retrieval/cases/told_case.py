"""A decided case that is told by a figure of it alone: the one with gains of 137,000, 有4091个客户的那个案子."""

import re

from retrieval.amounts.figures import read_figures, with_plain_figures
from retrieval.authority import Authority
from retrieval.cases.records import Record
from retrieval.cases.vague_sums import vague_sums
from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.reading.own_matter import asks_for_rule, is_own
from retrieval.references.find import Reference

# one case is meant, and it is not the asker's
_THE_CASE = re.compile(
    r"那(?:一)?[个件起宗位][^,，。？?]{0,24}(?:案[子件]?|卖家|机场主)|的(?:那[个件起宗])案|"
    r"(?:没收|罚款?|赚|获利|流水|违法所得|收入)[^,，。？?]{0,12}[万元块\d][^,，。？?]{0,3}的案[子件]?[^,，。？?例]{0,4}(?:结局|最后|后来|最终|结果|怎么)|"
    r"\b(?:the|that) (?:case|seller|vendor|defendant|one|man)\b[^.?!]{0,40}(?:\d|\b(?:million|thousand)\b)",
    re.IGNORECASE,
)
_LEAST = 200  # smaller figures are those of many things
_NEAR = 0.01  # of the figure, at the most, by which it may be rounded
_NEAR_CONFISCATED = 0.1  # the same where a sum is told as confiscated, which few are
_CONFISCATED = re.compile(r"没收|\bconfiscat\w*|\bforfeit\w*", re.IGNORECASE)


def told_by_figure(text: str, index: Index) -> list[Reference]:
    """Return the one case that has a figure of the text, rounded as there, as an amount or as its users; none if several have.

    :param text: As `plain` returns it, without a case's name.
    """
    language = detect_language(text)
    if not _THE_CASE.search(text) or is_own(text, language) or asks_for_rule(text, language):
        return []
    text = with_plain_figures(text)
    if _CONFISCATED.search(text):
        return _told_by_confiscation(text, index)
    figures = [figure for figure in read_figures(text) if figure.value >= _LEAST and not figure.is_year]
    cases = [a for a in index.authorities.values() if a.kind.is_decision]
    for figure in figures:
        value = float(figure.value)
        told = [case for case in cases if any(_is_rounded(exact, value) for exact in _figures_of(case))]
        if len(told) == 1:
            return [Reference(figure.text, (told[0].id,))]
    return []


def _told_by_confiscation(text: str, index: Index) -> list[Reference]:
    """The one case of which the sum confiscated is told, as about so much or as between two others."""
    spans = [(vague.start, vague.end, *vague.bounds) for vague in vague_sums(text)]
    for figure in read_figures(text):
        value = float(figure.value)
        if value >= _LEAST and not any(start <= figure.start < end for start, end, *_ in spans):
            spans.append((figure.start, figure.end, value * (1 - _NEAR_CONFISCATED), value * (1 + _NEAR_CONFISCATED)))
    cases = [Record(a) for a in index.authorities.values() if a.kind.is_decision]
    for start, end, low, high in spans:
        told = [r for r in cases if any(a.kind == "recovered" and low <= a.value < high for a in r.amounts)]
        if len(told) == 1:
            return [Reference(text[start:end], (told[0].authority.id,))]
    return []


def _figures_of(case: Authority) -> list[float]:
    """The amounts of a case, in yuan, and its users."""
    facts = case.case or {}
    return [float(amount["value"]) for amount in facts.get("amounts") or ()] + [float(facts.get("users") or 0)]


def _is_rounded(exact: float, value: float) -> bool:
    """Whether a value is another one rounded to its last digit that is not a nought."""
    digits = f"{value:.0f}"
    unit = 10 ** (len(digits) - len(digits.rstrip("0")))
    return abs(exact - value) < min(unit, _NEAR * value) or exact == value
