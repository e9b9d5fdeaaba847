"""A provision's counterpart in another version is found by its words, whatever its number."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.request import Request
from retrieval.search import search

BEFORE, AFTER, EARLY = date(2020, 1, 1), date(2026, 6, 1), date(2015, 1, 1)


@pytest.mark.parametrize(
    ("now", "then"), [("二十九", "二十七"), ("六十六", "六十三"), ("二十三", "二十一"), ("六十四", "六十一")]
)
def test_renumbered_articles(index: Index, now: str, then: str) -> None:
    today, earlier = ("cybersecurity-law", f"第{now}条"), ("cybersecurity-law-2016", f"第{then}条")
    assert index.versions.counterpart(today, BEFORE) == earlier
    assert index.versions.counterpart(earlier, AFTER) == today


def test_no_counterpart_in_the_version_itself_or_without_any(index: Index) -> None:
    assert index.versions.counterpart(("cybersecurity-law", "第二十九条"), AFTER) is None
    assert index.versions.counterpart(("criminal-law", "第二百八十五条"), BEFORE) is None


def test_before_all_versions_the_first_one_counts(index: Index) -> None:
    """What came into force next, not what is in force today, is what a question about an earlier day is near to."""
    first = ("cybersecurity-law-2016", "第二十七条")
    assert index.versions.counterpart(("cybersecurity-law", "第二十九条"), EARLY) == first
    assert index.versions.counterpart(first, EARLY) is None


def test_the_version_in_force_comes_first(index: Index) -> None:
    question = "提供专门用于侵入网络的程序、工具，公安机关怎么处罚？"
    for day, article in ((BEFORE, "第六十三条"), (AFTER, "第六十六条")):
        found = search(index, Request(question, as_of=day)).found
        own = [f.passage for f in found if f.passage.authority.startswith("cybersecurity-law")]
        assert own[0].article in (article, "第二十七条", "第二十九条")
        assert own[0].in_force_on(day, AFTER) == "pass"
