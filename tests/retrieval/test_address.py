"""Addresses, their forms and their labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.address import Address, arabic_article, article_numbers, format_article, format_item, item_number
from retrieval.authority import Authority, Bilingual, BilingualNames, Kind
from retrieval.labels import pinpoint

LAW = Authority(
    id="criminal-law", kind=Kind.STATUTE, titles=Bilingual(zh="中华人民共和国刑法", en="Criminal Law of the PRC"),
    short=BilingualNames(zh=["刑法"], en=["Criminal Law"]),
)  # fmt: skip


@given(st.integers(1, 9999), st.integers(0, 30))
def test_articles_come_back(number: int, inserted: int) -> None:
    assert article_numbers(format_article(number, inserted)) == (number, inserted)


@given(st.integers(1, 99))
def test_items_come_back(number: int) -> None:
    assert item_number(format_item(number)) == number
    assert item_number(f"({number})") == item_number(f"（{number}）") == number


@pytest.mark.parametrize(
    ("article", "numbers", "arabic"),
    [
        ("第二百八十五条", (285, 0), "285"),
        ("第二百八十六条之一", (286, 1), "286-1"),
        ("第285条", (285, 0), "285"),
        ("第120条之6", (120, 6), "120-6"),
    ],
)
def test_forms_of_an_article(article: str, numbers: tuple[int, int], arabic: str) -> None:
    assert article_numbers(article) == numbers
    assert arabic_article(article) == arabic


@pytest.mark.parametrize("text", ["附则", "第一章", "第三条第一款", "二百八十五条", ""])
def test_other_headings_are_no_articles(text: str) -> None:
    assert article_numbers(text) is None
    assert arabic_article(text) == text


def test_an_address_covers_what_lies_within_it() -> None:
    article = Address("criminal-law", "第二百二十五条")
    item = Address("criminal-law", "第二百二十五条", 1, "（四）")
    assert Address("criminal-law").covers(article)
    assert article.covers(item)
    assert article.covers(article)
    assert not item.covers(article)
    assert not article.covers(Address("criminal-law", "第二百二十六条", 1))
    assert not article.covers(Address("other-law", "第二百二十五条", 1))


@pytest.mark.parametrize(
    ("address", "chinese", "english"),
    [
        (Address("criminal-law", "第二百八十五条", 3), "《刑法》第二百八十五条第三款", "Criminal Law art. 285(3)"),
        (Address("criminal-law", "第二百八十六条之一"), "《刑法》第二百八十六条之一", "Criminal Law art. 286-1"),
        (
            Address("criminal-law", "第二百二十五条", 1, "（四）"),
            "《刑法》第二百二十五条第一款第（四）项",
            "Criminal Law art. 225(1) item (4)",
        ),
        (Address("criminal-law"), "《刑法》", "Criminal Law"),
    ],
)
def test_labels_in_both_languages(address: Address, chinese: str, english: str) -> None:
    assert pinpoint(LAW, address, "zh") == chinese
    assert pinpoint(LAW, address, "en") == english


def test_the_label_of_a_case_has_its_number_and_section() -> None:
    case = Authority(
        id="zhu", kind=Kind.CASE, titles=Bilingual(zh="朱某案", en="Zhu case"), number="(2018)鄂1003刑初150号"
    )
    assert pinpoint(case, Address("zhu"), "zh", "处理结果") == "朱某案，(2018)鄂1003刑初150号：处理结果"
    assert pinpoint(case, Address("zhu"), "en", "Result") == "Zhu case, (2018)鄂1003刑初150号, Result"
