"""Conduct older than the crime, or going on over its first day; and an article of which no law is named."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn
from retrieval.result import Answer

BEFORE, ACROSS = ("起才是法律：", "is law only since"), ("跨越", "goes over")


def quotes_article_12(made: Answer) -> bool:
    return any(c.article == "第十二条" and c.checks.in_force == "pass" for c in made.citations)


@pytest.mark.parametrize(
    ("question", "said", "day"),
    [
        ("2008年提供侵入工具构成犯罪吗，刑法第285条第3款？", BEFORE, "2009-02-28"), ("刑法第二百八十七条之二，2014年的行为能定罪吗？", BEFORE, "2015-11-01"),
        ("Article 286-1 of the Criminal Law: can it apply to conduct in March 2015?", BEFORE, "2015-11-01"), ("2009年2月27日卖的，刑法第285条第3款能定罪吗", BEFORE, "2009-02-28"),
        ("他从2008年到2010年一直提供侵入工具，刑法第285条第3款能定罪吗？", ACROSS, "2009-02-28"), ("He helped from 2014 to 2016. Criminal Law art. 287-2?", ACROSS, "2015-11-01"),
    ],
)  # fmt: skip
def test_conduct_before_the_crime_is_judged_by_the_law_of_its_time(
    index: Index, question: str, said: tuple[str, str], day: str
) -> None:
    made = answer(index, Request(question))
    first = made.answer.split("\n\n")[0]
    assert any(words in first for words in said), first
    assert day in first
    assert quotes_article_12(made)


@pytest.mark.parametrize(
    "question",
    [
        "2009年2月28日卖的，刑法第285条第3款能定罪吗", "2016年提供侵入工具，刑法第285条第3款能定罪吗？", "刑法第285条第3款判几年？",
        "2008年破坏计算机信息系统，刑法第286条第1款判几年？", "2005年非法经营，刑法第225条能定罪吗？", "刑法第286条之一在2015年3月有效吗？",
    ],
)  # fmt: skip
def test_other_conduct_is_not(index: Index, question: str) -> None:
    made = answer(index, Request(question))
    assert not any(words in made.answer for words in (*BEFORE, *ACROSS))


def test_an_article_alone_is_of_the_law_that_was_spoken_of(index: Index) -> None:
    asked = "What does the Cybersecurity Law say on tools?"
    history = (Turn("user", asked), Turn("assistant", answer(index, Request(asked)).answer))
    made = answer(index, Request("As of 1.6.2016, was Article 27 in force?", history))
    assert "Cybersecurity Law art. 27" in made.citations[0].label
    assert "was not the law on 2016-06-01" in made.answer
    alone = answer(index, Request("As of 1.6.2016, was Article 27 in force?"))
    assert "this is read as Cybersecurity Law (2016) art. 27: this text was not the law on 2016-06-01" in alone.answer


@pytest.mark.parametrize(
    "question", ["When did the 2019 conduct become a crime?", "该行为什么时候入罪的？", "Is that act a crime?"]
)
def test_conduct_that_nobody_told_is_asked_for(index: Index, question: str) -> None:
    assert answer(index, Request(question)).reason == "underspecified"


@pytest.mark.parametrize(
    "question",
    [
        "She was convicted in 2019 under Article 285(2). Should the crime be abolished in 2031, must she be freed?",
        "2019年按刑法第285条第二款判的，要是2031年取消这个罪，还要服刑吗",
    ],
)
def test_of_a_law_yet_to_come_it_is_said_that_it_is_not_known(index: Index, question: str) -> None:
    made = answer(index, Request(question))
    assert "2031" in made.answer.split("\n\n")[0] + made.answer.split("\n\n")[1]
    assert made.as_of.year == 2019
    assert any(c.article == "第十二条" and c.paragraph == 2 for c in made.citations)


def test_conduct_yet_to_come_is_no_judgment(index: Index) -> None:
    made = answer(index, Request("If he provides intrusion tools in 2031, is that a crime under Article 285(3)?"))
    assert "2031" in made.answer.split("\n\n")[0]
    assert not any(c.article == "第十二条" for c in made.citations)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Sold from 2013 to Nov 2014, can the refusal of network security duties offence be charged?", True),
        ("2014年的行为能定拒不履行网络安全义务吗", True),
        ("Sold in 2019, can the refusal of network security duties offence be charged?", False),
        ("2014年提供侵入工具的行为能定罪吗", False),
    ],
)
def test_a_crime_named_in_words_that_came_later_is_quoted(index: Index, question: str, named: bool) -> None:
    made = answer(index, Request(question))
    assert any(words in made.answer for words in BEFORE) == named
    assert quotes_article_12(made) or not named
