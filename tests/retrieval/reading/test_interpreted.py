"""An interpretation is not quoted for what was done before its crime was one."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.reading.interpreted import is_of_no_crime_yet
from retrieval.request import Request

TOOLS = "interpretation-2011-19-computer-systems"
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("article", "day", "impossible"),
    [
        ("第三条", date(2009, 2, 27), True), ("第三条", date(2009, 2, 28), False),
        ("第四条", date(2005, 1, 1), False),  # of Article 286, a crime since 1997
        ("第十一条", date(2005, 1, 1), False),  # a definition
    ],
)  # fmt: skip
def test_of_which_crime_an_interpretation_tells(index: Index, article: str, day: date, impossible: bool) -> None:
    for passages in index.units[TOOLS, article].values():
        assert is_of_no_crime_yet(passages[0], index, day, TODAY) is impossible


@pytest.mark.parametrize(
    "question", ["2007年卖梯子多少人次算情节严重", "sold a VPN in 2008, how many person-times are serious"]
)
def test_it_is_not_quoted_of_conduct_before_the_crime(index: Index, question: str) -> None:
    made = answer(index, Request(question), today=TODAY)
    assert made.answer
    assert not any((c.passage_id or "").startswith(f"{TOOLS}:3") for c in made.citations)


@pytest.mark.parametrize("question", ["2010年卖梯子多少人次算情节严重", "2008年卖的梯子，2011年解释第三条能用吗"])
def test_it_is_quoted_of_conduct_after_it_and_where_it_is_named(index: Index, question: str) -> None:
    made = answer(index, Request(question), today=TODAY)
    assert any((c.passage_id or "").startswith(f"{TOOLS}:3") for c in made.citations)
