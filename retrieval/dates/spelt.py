"""Dates that a text spells out, with their year: in figures, in Chinese, in English."""

import re

from retrieval.dates.chinese import find_in_chinese
from retrieval.dates.days import Found
from retrieval.dates.english import find_in_english, find_other_ends
from retrieval.dates.figures import find_in_figures, with_ranges_told

_TEXTS = re.compile(
    r"意见|通知|标准|解释|办法|条例|规定|决定|纪要|目录|文件|案例|版|(?<![违非方没合执司])法(?![院官人子])|"
    r"\b(?:notices?|interpretations?|opinions?|decisions?|standards?|amend\w*|rules?|guidance|versions?|regulations?|laws?|texts?|measures|provisions|"
    r"drafts?|cases?|catalogues?|minutes)\b",
    re.IGNORECASE,
)


def find_spelt(text: str, masked: list[tuple[int, int]]) -> list[Found]:
    """Return the dates that stand in a text with their year, by where they stand, none overlapping another.

    :param masked: Ranges that are names of authorities; a year in them is no date.
    """
    text = with_ranges_told(text)
    begins = _apart([*find_in_figures(text), *find_in_chinese(text), *find_in_english(text)], masked)
    return _apart([*begins, *find_other_ends(text, begins)], masked)


def _apart(found: list[Found], masked: list[tuple[int, int]]) -> list[Found]:
    """Those outside the names, of overlapping ones the first and longest, sorted."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if any(start < one.end and one.start < end for start, end in masked):
            continue
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def without_dates(text: str, masked: list[tuple[int, int]]) -> str:
    """Return a text without the dates that it spells out.

    :param masked: Ranges that are names of authorities; a year in them stays.
    """
    for one in reversed(find_spelt(text, masked)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def is_of_a_text(text: str) -> bool:
    """Return whether a text that has a date speaks of laws or other texts, which may be called by it: that notice of 2017."""
    return bool(_TEXTS.search(text))
