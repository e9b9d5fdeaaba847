"""A decided case that is told by a figure of it alone: the one with gains of 137,000, 有4091个客户的那个案子."""

import re

from retrieval.amounts.figures import read_figures, with_plain_figures
from retrieval.authority import Authority
from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.reading.own_matter import asks_for_rule, is_own
from retrieval.references.find import Reference

# one case is meant, and it is not the asker's
_THE_CASE = re.compile(
    r"那(?:一)?[个件起宗位][^,，。？?]{0,24}(?:案[子件]?|卖家|机场主)|的(?:那[个件起宗])案|"
    r"\b(?:the|that) (?:case|seller|vendor|defendant|one|man)\b[^.?!]{0,40}\d",
    re.IGNORECASE,
)
_LEAST = 200  # smaller figures are those of many things
_NEAR = 0.01  # of the figure, at the most, by which it may be rounded


def told_by_figure(text: str, index: Index) -> list[Reference]:
    """Return the one case that has a figure of the text, rounded as there, as an amount or as its users; none if several have.

    :param text: As `plain` returns it, without a case's name.
    """
    language = detect_language(text)
    if not _THE_CASE.search(text) or is_own(text, language) or asks_for_rule(text, language):
        return []
    text = with_plain_figures(text)
    figures = [figure for figure in read_figures(text) if figure.value >= _LEAST and not figure.is_year]
    cases = [a for a in index.authorities.values() if a.kind.is_decision]
    for figure in figures:
        value = float(figure.value)
        told = [case for case in cases if any(_is_rounded(exact, value) for exact in _figures_of(case))]
        if len(told) == 1:
            return [Reference(figure.text, (told[0].id,))]
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
