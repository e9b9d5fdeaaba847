"""That mere use is a crime is taken for granted: that is asked instead."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.reading.use_as_crime import as_asked
from retrieval.request import Request


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Since VPN use is a crime under article 285, how long will a user get?", "en", "Is VPN use a crime?"),
        ("Given that using a VPN is a crime, what is the sentence?", "en", "Is using a VPN a crime?"),
        ("既然翻墙构成285条的罪，要判几年", "zh", "翻墙是犯罪吗？"),
    ],
)
def test_what_is_taken_for_granted_of_use_is_asked(text: str, language: str, asked: str) -> None:
    assert as_asked(text, language) == asked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("As selling VPNs is a crime under article 285, how long will he get?", "en"), ("Is VPN use a crime under article 285?", "en"),
        ("As VPN use is a crime, what does who sells it get?", "en"), ("As he used a VPN, what will he get?", "en"), ("既然卖VPN构成285条的罪，要判几年", "zh"), ("因为翻墙被罚款了，怎么办", "zh"),
        ("as " * 1300, "en"), ("既然" * 2000, "zh"),
    ],
)  # fmt: skip
def test_what_is_not_so_stays_as_it_is(text: str, language: str) -> None:
    assert as_asked(text, language) == text


def test_that_there_is_no_crime_without_a_law_is_quoted_with_the_fines(wide_index: Index) -> None:
    made = answer(wide_index, Request("Since VPN use is a crime under article 285, how many months will a user get?"))
    quoted = {((c.passage_id or "").split(":")[0], c.article) for c in made.citations}
    assert ("criminal-law", "第三条") in quoted
    assert not {article for law, article in quoted if law == "criminal-law"} & {"第二百八十五条"}
