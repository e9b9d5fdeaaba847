"""Named places against what the corpus holds: paragraphs, items, texts that are only restated."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.question import read_question
from retrieval.reading.held import fitted, is_held, lacks_item, lacks_paragraph
from retrieval.references.find import find_references
from retrieval.request import Request

TODAY = date(2026, 11, 24)


def read(text: str, index: Index) -> list:
    return [fitted(reference, index) for reference in find_references(text, index.registry)]


@pytest.mark.parametrize(
    ("text", "paragraph", "item"),
    [
        ("Article 225(4) of the Criminal Law", 1, 4), ("刑法第225条第四项", 1, 4), ("clause 3 of Article 285", 3, None),
        ("刑法第285条第三款", 3, None), ("2011年两高解释第三条第一款第（五）项", 1, 5),
    ],
)  # fmt: skip
def test_paragraph_and_item_fit_the_article(text: str, paragraph: int, item: int | None, index: Index) -> None:
    (reference,) = read(text, index)
    assert (reference.paragraph, reference.item) == (paragraph, item)
    assert lacks_paragraph(reference, index) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("刑法第225条第五项", 4), ("刑法第285条第三款第二项", 0), ("Criminal Law art. 225 item 7", 4), ("刑法第225条第四项", None),
        ("刑法第285条第三款", None), ("2011年两高解释第三条第一款第（五）项", None),
    ],
)  # fmt: skip
def test_an_item_that_is_not_there_is_noticed(text: str, last: int | None, index: Index) -> None:
    (reference,) = read(text, index)
    assert lacks_item(reference, index) == last


def test_a_paragraph_that_is_not_there_is_noticed(index: Index) -> None:
    (reference,) = read("刑法第285条第九款", index)
    assert is_held(reference, index)
    assert lacks_paragraph(reference, index) == 4


def test_of_a_text_told_in_prose_the_lines_on_the_article_are_quoted_first(index: Index) -> None:
    first = answer(index, Request("征求意见稿第66条对提供翻墙工具罚多少")).citations[0]
    assert "第六十六条" in first.quote
    assert "第四十一条" not in first.quote


@pytest.mark.parametrize(
    ("question", "law"),
    [
        ("does Article 39 also hit a developer who only writes code for a VPN", "network-data-security-regulations"),
        ("is art. 6 violated by using a VPN", "interim-provisions-international-networking"),
        ("第三十九条禁止使用翻墙软件吗", "network-data-security-regulations"),
        ("Article 64 confiscation of gains", "criminal-law"), ("art. 72 suspended sentence", "criminal-law"), ("285(3) and the appraisal", "criminal-law"),
    ],
)  # fmt: skip
def test_an_article_without_a_law_is_of_the_law_that_the_nearest_topic_has(
    index: Index, question: str, law: str
) -> None:
    (reference,) = read_question(Request(question), index, TODAY).own_references
    assert reference.authorities == (law,)


def test_an_article_of_a_draft_without_its_name_is_no_criminal_law(index: Index) -> None:
    for question in ("征求意见稿第41条", "Article 41 of the draft"):
        (reference,) = find_references(question, index.registry)
        assert "network-data-security-regulations-2021-draft" in reference.authorities
        assert "criminal-law" not in reference.authorities
        assert is_held(reference, index)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What does the State Compensation Law pay per day?", "State Compensation Law"),
        ("出口管制法对加密软件有什么规定？", "出口管制法"),
        ("中华人民共和国引渡法第八条", "引渡法"),
    ],
)
def test_a_national_law_that_is_not_held_is_told_by_its_name(index: Index, question: str, name: str) -> None:
    made = answer(index, Request(question))
    assert (made.declined, made.reason) == (True, "missing_fact")
    assert name in made.answer


def test_beside_the_subject_what_is_held_follows(index: Index) -> None:
    made = answer(index, Request("Does the Cryptography Law apply to VPN products?"))
    assert not made.declined
    assert "does not hold Cryptography Law" in made.answer
    assert any(citation.passage_id for citation in made.citations)


@pytest.mark.parametrize("text", ["公司法人卖VPN", "劳动法庭怎么去", "监察法规", "刑法和网络安全法", "the law on VPNs"])
def test_other_words_are_no_names_of_laws(index: Index, text: str) -> None:
    assert all(reference.authorities for reference in find_references(text, index.registry))
