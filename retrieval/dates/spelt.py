"""Dates that a text spells out, with their year: in figures, in Chinese, in English."""

from retrieval.dates.chinese import find_in_chinese
from retrieval.dates.days import Found
from retrieval.dates.english import find_in_english, find_other_ends
from retrieval.dates.figures import find_in_figures, with_ranges_told


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
