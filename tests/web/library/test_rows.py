"""Search, filters and order of the library's table."""

from datetime import date

import pytest

from retrieval.authority import Kind, Status
from tests.support import SMALL
from web.library.find import clean_query
from web.library.rows import COLUMNS, Filters, select
from web.library.shelf import Shelf
from web.library.table import table_html


def ids(shelf: Shelf, filters: Filters, language: str = "en") -> list[str]:
    return [row.entry.authority.id for row in select(shelf, filters, None, language).rows]


def test_without_filters_all_is_there(shelf: Shelf) -> None:
    found = select(shelf, Filters(), None, "en")
    assert sorted(row.entry.authority.id for row in found.rows) == sorted(SMALL)
    assert found.total == len(SMALL)
    assert sum(found.by_kind.values()) == len(SMALL)
    kinds = [row.entry.authority.kind for row in found.rows]
    assert kinds == sorted(kinds, key=list(Kind).index)


@pytest.mark.parametrize(("query", "first"), [
    ("法释[2011]19号", "interpretation-2011-19-computer-systems"), ("刑法", "criminal-law"), ("CSL 2016", "cybersecurity-law-2016"),
    ("网安法", "cybersecurity-law"), ("(2018)鄂1003刑初150号", "zhu-jingzhou-2018-150"), ("王力军", "guiding-case-97-wang-lijun"),
    ("network DATA security", "network-data-security-regulations"), ("285(3)", "criminal-law"),
    ("网络安全法第二十九条", "cybersecurity-law"),
])  # fmt: skip
def test_names_numbers_and_places_come_first(shelf: Shelf, query: str, first: str) -> None:
    assert ids(shelf, Filters(query))[0] == first


def test_a_place_is_found_as_a_place(shelf: Shelf) -> None:
    row = select(shelf, Filters("285(3)"), None, "en").rows[0]
    assert row.match is not None
    assert row.match.place
    assert row.match.hits[0].passage.article == "第二百八十五条"
    html = table_html(shelf, select(shelf, Filters("285(3)"), None, "en"), Filters("285(3)"), "en")
    assert "art. 285(3)</a>" in html
    assert "Whoever provides programs or tools" in html


@pytest.mark.parametrize("query", ["285", "第285条", " 285 "])
def test_a_bare_number_is_an_articles(shelf: Shelf, query: str) -> None:
    row = select(shelf, Filters(query.strip()), None, "en").rows[0]
    assert row.entry.authority.id == "criminal-law"
    assert row.match
    assert row.match.hits[0].passage.article == "第二百八十五条"


def test_words_of_the_text_are_found_letter_for_letter(shelf: Shelf) -> None:
    needle = "专门用于侵入、非法控制计算机信息系统的程序"
    expected = {p.unit for p in shelf.index.passages.values() if needle in p.text}
    assert expected
    rows = select(shelf, Filters(needle), None, "zh").rows
    hits = [hit for row in rows if row.match for hit in row.match.hits if hit.end]
    assert {hit.passage.unit for hit in hits} == expected
    assert all(hit.passage.text[hit.start : hit.end] == needle for hit in hits)


def test_english_words_need_not_stand_together(shelf: Shelf) -> None:
    rows = select(shelf, Filters("providing intrude tools"), None, "en").rows
    assert "criminal-law" in [row.entry.authority.id for row in rows]
    assert all(row.match and row.match.hits for row in rows)


def test_nothing_is_found_for_words_that_are_nowhere(shelf: Shelf) -> None:
    assert ids(shelf, Filters("quokkazzz")) == []


def test_kind_and_status(shelf: Shelf) -> None:
    cases = ids(shelf, Filters(kinds=frozenset({Kind.CASE})))
    assert sorted(cases) == ["guiding-case-97-wang-lijun", "ruan-non-prosecution-2021", "zhu-jingzhou-2018-150"]
    assert ids(shelf, Filters(status=Status.DRAFT)) == ["network-data-security-regulations-2021-draft"]
    assert ids(shelf, Filters(status=Status.SUPERSEDED)) == ["cybersecurity-law-2016"]
    # the chips go on counting what the other filters let through
    assert select(shelf, Filters(kinds=frozenset({Kind.CASE})), None, "en").by_kind[Kind.STATUTE] == 3


@pytest.mark.parametrize(("day", "law", "other"), [
    (date(2020, 1, 1), "cybersecurity-law-2016", "cybersecurity-law"), (date(2026, 6, 1), "cybersecurity-law", "cybersecurity-law-2016"),
    (date(2025, 12, 31), "cybersecurity-law-2016", "cybersecurity-law"),
])  # fmt: skip
def test_in_force_on_a_day(shelf: Shelf, day: date, law: str, other: str) -> None:
    rows = select(shelf, Filters(day=day), None, "en").rows
    standing = {row.entry.authority.id: row.standing for row in rows}
    assert standing[law] == "pass"
    assert other not in standing
    assert "network-data-security-regulations-2021-draft" not in standing
    assert "zhu-jingzhou-2018-150" not in standing


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_sorts_both_ways_with_the_unknown_last(shelf: Shelf, column: str) -> None:
    up, down = (ids(shelf, Filters(sort=column, descending=turned)) for turned in (False, True))
    assert sorted(up) == sorted(down) == sorted(SMALL)
    if column == "effective":
        days = [shelf.index.authorities[key].effective for key in up]
        known = [day for day in days if day]
        assert days == sorted(known) + [None] * (len(days) - len(known))
        assert down[0] == "cybersecurity-law"
    html = table_html(shelf, select(shelf, Filters(sort=column), None, "en"), Filters(sort=column), "en")
    assert html.count('aria-sort="ascending"') == 1
    assert f'aria-sort="ascending" class="fy-col-{column}"' in html


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_says_what_meta_says(shelf: Shelf, language: str) -> None:
    html = table_html(shelf, select(shelf, Filters(), None, language), Filters(), language)
    assert html.count('<tr role="row">') == len(SMALL) + 1
    for authority in shelf.index.authorities.values():
        for told in (authority.titles.zh, authority.number or "", str(authority.effective or "")):
            assert told in html
    assert ("13 of 13" if language == "en" else "13个文本中的13个") in html


def test_a_search_is_one_line_and_not_endless() -> None:
    assert clean_query("  a\n b\u200b  ") == "a b"
    assert len(clean_query("x" * 5000)) == 200
