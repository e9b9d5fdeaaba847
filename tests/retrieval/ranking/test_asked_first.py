"""The rule that is asked for comes first, then the crime's provision; of crimes that are compared, each one's."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.reading.charges import bare_numbers
from retrieval.request import Request, Turn
from retrieval.search import search

TODAY = date(2026, 11, 24)


def articles(index: Index, question: str, history: tuple[Turn, ...] = (), k: int = 4) -> list[str | None]:
    """The articles of the first passages found."""
    return [one.passage.article for one in search(index, Request(question, history), k, today=TODAY).found]


@pytest.mark.parametrize(
    ("question", "rule", "crime"),
    [
        ("statute of limitations for 285(3)", "第八十七条", "第二百八十五条"),
        ("limitation period for 286-1", "第八十七条", "第二百八十六条之一"),
        ("attempt under 285(3)", "第二十三条", "第二百八十五条"),
        ("Can someone charged under Article 225 surrender voluntarily?", "第六十七条", "第二百二十五条"),
        ("提供工具罪追诉时效几年", "第八十七条", "第二百八十五条"),
        ("285三款未遂怎么处理", "第二十三条", "第二百八十五条"),
        ("非法经营罪自首怎么判", "第六十七条", "第二百二十五条"),
    ],
)
def test_rule_and_crime_are_both_among_the_first(index: Index, question: str, rule: str, crime: str) -> None:
    found = articles(index, question)
    assert rule in found
    assert crime in found
    assert found.index(rule) < found.index(crime)


@pytest.mark.parametrize(
    "question",
    ["maximum under 285(3)?", "What does Article 285(3) cover?", "285条第三款判几年", "285条后来改过没有"],
)  # fmt: skip
def test_what_the_crime_s_own_provision_says_is_no_rule(index: Index, question: str) -> None:
    assert articles(index, question, k=1) == ["第二百八十五条"]


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("What is the illegal gains threshold under 285(3)?", "第三条"), ("285条第三款的入罪标准", "第三条"),
        ("cut-off for 285(3)", "第三条"), ("when is 285(3) particularly serious?", "第三条"),
    ],
)  # fmt: skip
def test_a_threshold_is_where_it_stands(index: Index, question: str, article: str) -> None:
    assert articles(index, question, k=1) == [article]


def test_a_rule_asked_of_a_serious_crime_comes_before_its_threshold(index: Index) -> None:
    assert articles(index, "limitation period where 285(3) is particularly serious", k=1) != ["第三条"]


def test_in_a_follow_up_the_rule_comes_before_the_crime(index: Index) -> None:
    before = (Turn("user", "What does 285(3) punish?"), Turn("assistant", "Criminal Law art. 285(3)."))
    assert articles(index, "can he get parole?", before)[0] == "第八十一条"
    assert articles(index, "what is the maximum?", before)[0] == "第二百八十五条"


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("帮信和285三款的区别", {"第二百八十七条之二", "第二百八十五条"}),
        ("帮信和提供工具罪哪个重", {"第二百八十七条之二", "第二百八十五条"}),
        ("286之一和287之二怎么区分", {"第二百八十六条之一", "第二百八十七条之二"}),
        ("够帮信还是够285", {"第二百八十七条之二", "第二百八十五条"}),
        ("285和225有啥区别", {"第二百二十五条", "第二百八十五条"}),
        ("非法经营和提供工具罪哪个轻", {"第二百二十五条", "第二百八十五条"}),
        ("What is the difference between 286-1 and 287-2?", {"第二百八十六条之一", "第二百八十七条之二"}),
    ],
)
def test_each_side_that_is_compared_comes_first(index: Index, question: str, sides: set[str]) -> None:
    assert set(articles(index, question, k=2)) == sides


def test_a_crime_s_number_without_the_word_article(index: Index) -> None:
    before = (Turn("user", "What is the maximum under 285(3)?"), Turn("assistant", "Criminal Law art. 285(3)."))
    assert articles(index, "and under 225?", before)[0] == "第二百二十五条"
    assert set(articles(index, "Is 225 or 285(3) the lighter charge?", k=2)) == {"第二百二十五条", "第二百八十五条"}


@pytest.mark.parametrize(
    ("question", "first"),
    [("用VPN违法吗", "第十四条"), ("用VPN违法吗？", "第十四条"), ("is it illegal to use a VPN in China", "第十四条")],
)
def test_a_topic_s_own_words_find_its_places_first(index: Index, question: str, first: str) -> None:
    assert articles(index, question)[0] == first


@pytest.mark.parametrize("text", ["fined 225 yuan", "sold 285 accounts or 300", "Order No. 225"])
def test_an_english_number_of_something_else_is_no_crime(index: Index, text: str) -> None:
    assert bare_numbers(text, index) == []


@pytest.mark.parametrize("text", ["他卖了285个账号", "流水285万", "刑诉法225条", "2850元", "(2021)粤0111刑初285号"])
def test_a_number_of_something_else_is_no_crime(index: Index, text: str) -> None:
    assert bare_numbers(text, index) == []
