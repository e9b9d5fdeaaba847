"""Names to authorities: the longest name wins, versions are kept apart."""

import pytest

from retrieval.authority import Authority, Bilingual, BilingualNames, Kind
from retrieval.references.numbers import plain
from retrieval.references.registry import Registry


def law(key: str, zh: str, en: str, short_zh: list[str], short_en: list[str], number: str | None = None) -> Authority:
    return Authority(
        id=key, kind=Kind.STATUTE, titles=Bilingual(zh=zh, en=en), short=BilingualNames(zh=short_zh, en=short_en),
        number=number,
    )  # fmt: skip


@pytest.fixture
def small() -> Registry:
    """Two laws of which one's name begins the other's, and two versions that share a name."""
    return Registry(
        [
            law("criminal-law", "中华人民共和国刑法", "Criminal Law", ["刑法"], ["CL"]),
            law("procedure", "中华人民共和国刑事诉讼法", "Criminal Procedure Law", ["刑诉法"], ["CPL"]),
            law("new", "办法", "Measures", ["安全办法"], ["New Measures"], "国务院令第2号"),
            law("old", "办法（旧）", "Measures (old)", ["安全办法"], [], "国务院令第1号"),
        ],
        {"criminal-law": {"第一条", "第二百八十六条", "第二百八十六条之一", "附则"}},
    )


def test_the_longest_name_wins(small: Registry) -> None:
    assert [m.authorities for m in small.mentions("Criminal Procedure Law and Criminal Law")] == [
        ("procedure",),
        ("criminal-law",),
    ]


def test_a_name_of_two_versions_names_both(small: Registry) -> None:
    (found,) = small.mentions("安全办法规定")
    assert set(found.authorities) == {"new", "old"}


def test_the_number_tells_the_versions_apart(small: Registry) -> None:
    assert [m.authorities for m in small.mentions("国务院令第1号、国务院第2号令")] == [("old",), ("new",)]


def test_latin_names_are_whole_words(small: Registry) -> None:
    assert small.mentions("CLASS, UNCL, ACPLX") == []
    assert [m.text for m in small.mentions("the cl and CPL")] == ["cl", "CPL"]


def test_an_abbreviation_that_is_a_common_word_is_a_name_in_capitals_only() -> None:
    registry = Registry([law("litigation", "行政诉讼法", "Administrative Litigation Law", [], ["ALL"])], {})
    assert not registry.mentions("what are all the penalties")
    assert [m.authorities for m in registry.mentions("Does ALL art. 12 apply?")] == [("litigation",)]


def test_titles_in_book_marks_are_mentions_held_or_not(small: Registry) -> None:
    found = small.mentions("《刑法》《中华人民共和国刑法》《海商法》")
    assert [m.authorities for m in found] == [("criminal-law",), ("criminal-law",), ()]


def test_places_are_those_of_the_text(small: Registry) -> None:
    text = plain("依《刑法》及国务院令第2号")
    for mention in small.mentions(text):
        assert text[mention.start : mention.end] == mention.text


def test_articles_and_their_range(small: Registry) -> None:
    assert small.has_article("criminal-law", 286)
    assert small.has_article("criminal-law", 286, 1)
    assert not small.has_article("criminal-law", 286, 2)
    assert not small.has_article("procedure", 1)
    assert small.article_range("criminal-law") == (1, 286)
    assert small.article_range("procedure") is None


def test_a_registry_of_nothing_finds_nothing() -> None:
    assert [m.authorities for m in Registry([], {}).mentions("刑法 CL 《刑法》")] == [()]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("How long was the sentence in the Jingzhou case?", "zhu-jingzhou-2018-150"),
        ("what did the court say in the case in Xinye", "liu-xinye-2017-556"),
        ("荆州那个案子判了多久", "zhu-jingzhou-2018-150"),
        ("韶关那个处罚罚了多少", "penalty-zhu-shaoguan-2018"),
    ],
)
def test_a_case_is_called_after_its_place(registry: Registry, text: str, case: str) -> None:
    assert [m.authorities for m in registry.mentions(text)] == [(case,)]


def test_a_place_alone_is_no_case(registry: Registry) -> None:
    assert not registry.mentions("He was arrested in Jingzhou. 他在荆州被抓了")


def test_a_part_of_a_word_is_no_party(registry: Registry) -> None:
    """A case is also called by its party's name, which must not be found inside other words."""
    assert registry.mentions("a sunny day, changing, sundry") == []
