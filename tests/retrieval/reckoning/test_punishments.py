"""Ranges of punishment and periods of limitation are read from the Criminal Law's own words."""

import pytest

from ingest.corpus import Source
from retrieval.authority import CRIMINAL_LAW, Kind
from retrieval.passage import Passage
from retrieval.reckoning.punishments import (
    LIMITATION,
    LONGEST,
    Range,
    longest_term,
    read_periods,
    read_ranges,
)


def text_of(sources: dict[str, Source], article: str) -> str:
    return next(block.text for block in sources[CRIMINAL_LAW].blocks["zh"] if block.article == article)


def paragraphs_of(sources: dict[str, Source], article: str) -> dict[int, str]:
    text, found = text_of(sources, article), {}
    for line in Passage("", CRIMINAL_LAW, Kind.STATUTE, "zh", text, article).lines:
        found.setdefault(line.paragraph or 0, text[line.start : line.end])
    return found


@pytest.mark.parametrize(
    ("article", "paragraph", "tiers"),
    [
        ("第二百八十五条", 1, [("base", 3)]),
        ("第二百八十五条", 2, [("serious", 3), ("particularly_serious", 7)]),
        ("第二百八十五条", 3, [("serious", 3), ("particularly_serious", 7)]),  # as the paragraph before
        ("第二百八十五条", 4, []),  # of units
        ("第二百二十五条", 1, [("serious", 5), ("particularly_serious", 15)]),  # five years or more: no end
        ("第二百八十六条", 3, [("serious", 5), ("particularly_serious", 15)]),  # as the first paragraph
        ("第二百八十六条之一", 1, [("base", 3)]),
        ("第二百八十七条之二", 1, [("serious", 3)]),
        ("第三百一十二条", 1, [("base", 3), ("serious", 7)]),
        ("第二百六十六条", 1, [("base", 3), ("serious", 10), ("particularly_serious", None)]),  # life
        ("第三百六十三条", 2, []),  # partly a range of its own, partly another's
        ("第一百三十三条之一", 1, []),  # no term of years
    ],
)
def test_ranges_are_read(
    sources: dict[str, Source], article: str, paragraph: int, tiers: list[tuple[str, int | None]]
) -> None:
    longest = longest_term(text_of(sources, LONGEST))
    assert longest == 15
    read = read_ranges(paragraphs_of(sources, article), paragraph, longest)
    assert [(own.tier, own.years) for own in read] == tiers


@pytest.mark.parametrize(
    ("most", "years"), [(1, 5), (3, 5), (4, 5), (5, 10), (7, 10), (9, 10), (10, 15), (15, 15), (None, 20)]
)
def test_each_maximum_has_one_period(sources: dict[str, Source], most: int | None, years: int) -> None:
    periods = read_periods(text_of(sources, LIMITATION))
    assert [p.years for p in periods if p.covers(Range("base", most, 1))] == [years]
