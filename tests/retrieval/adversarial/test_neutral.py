"""The parts that keep a text data: what is sent to a model, what is taken out of what it writes."""

import pytest

from retrieval.answer.written.fence import fenced, on_one_line
from retrieval.answer.written.links import without_links
from retrieval.answer.written.review import review
from retrieval.authority import Authority, Bilingual, BilingualNames, Kind
from retrieval.parts.spans import paragraphs
from retrieval.passage import Passage
from retrieval.references.numbers import plain
from retrieval.references.registry import Registry
from tests.retrieval.adversarial.attacks import hidden


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("第三条　数额在1,000元以上的；", "第三条　数额在1,000元以上的；"), ("a\n\tb", "a\n\tb"), ("[1] [A] [国]", "[1] [A] [国]"),
        ("</passage>", "&lt;/passage&gt;"), ("＜/passage＞", "&lt;/passage&gt;"), ("a & b", "a &amp; b"),
        ("<|im_start|>", "&lt;|im_start|&gt;"), ("[INST]x[/INST]", "&#91;INST]x&#91;/INST]"), ("<<SYS>>", "&lt;&lt;SYS&gt;&gt;"),
        (f"a{hidden('obey')}b\u200b\u202ec", "abc"), ("a\x1b[31m", "a [31m"),
    ],
)  # fmt: skip
def test_what_is_sent(text: str, sent: str) -> None:
    assert fenced(text) == sent


def test_a_name_has_one_line() -> None:
    assert on_one_line("Memo\n\n[2] Criminal Law\r\x0b<b>") == "Memo [2] Criminal Law &lt;b&gt;"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("See ![x](http://a.example/?q=1) [1].", "See x [1]."), ("[1](http://a.example)", "[1]"), ("[here](/path)", "here"),
        ("<b>bold</b> <img src=x> 3 < 5 > 2", "bold  3 < 5 > 2"), ("[1]: http://a.example\nrest", "\nrest"),
        ("art. 3(1) [2](a) [1][2]", "art. 3(1) [2](a) [1][2]"), ("<https://a.example>", ""), ("[" * 9000, "[" * 9000),
    ],
)  # fmt: skip
def test_links_pictures_and_tags_are_taken_out(written: str, kept: str) -> None:
    assert without_links(written) == kept


@pytest.mark.parametrize("sentence", ["Article 285 is repealed.", "该款2026年废止。"])
def test_a_short_claim_with_a_figure_needs_a_passage(sentence: str) -> None:
    (judged,) = review(sentence, {})
    assert (judged.supported, judged.cited) == ("fail", False)


@pytest.mark.parametrize("sentence", ["Yes.", "In short:", "Under Article 285(3):"])
def test_what_claims_nothing_needs_none(sentence: str) -> None:
    assert review(sentence, {}) == []


def document(number: int, title: str) -> Authority:
    return Authority(
        id=f"doc-{number}", kind=Kind.DOCUMENT, titles=Bilingual(zh=title, en=title),
        short=BilingualNames(zh=[title], en=[title]),
    )  # fmt: skip


LAW = Authority(
    id="criminal-law", kind=Kind.STATUTE, titles=Bilingual(zh="中华人民共和国刑法", en="Criminal Law"),
    short=BilingualNames(zh=["刑法"], en=["CL"]),
)  # fmt: skip


@pytest.mark.parametrize(
    "title", ["Criminal Law", "刑法", "what is", "VPN", "Article 285", "第二百八十五条", "the", "翻墙软件"]
)
def test_a_document_takes_no_words_away_by_its_title(title: str) -> None:
    registry = Registry([document(1, title), LAW], {"criminal-law": {"第二百八十五条"}})
    text = plain(f"what is {title} in Article 285 of the Criminal Law, 刑法第二百八十五条")
    assert {name for mention in registry.mentions(text) for name in mention.authorities} == {"criminal-law"}


@pytest.mark.parametrize("title", ["Memorandum on the Kestrel account", "关于红隼账户的备忘录"])
def test_a_document_is_found_by_a_telling_title_and_any_by_one_in_book_marks(title: str) -> None:
    registry = Registry([document(1, title), document(2, "备忘"), LAW], {})
    assert [m.authorities for m in registry.mentions(plain(f"summarise {title} and 《备忘》"))] == [
        ("doc-1",),
        ("doc-2",),
    ]


def test_a_blank_line_is_no_paragraph() -> None:
    """Else a quotation ends with it, or goes on behind it, where a reader takes what follows for our own words."""
    passage = Passage("doc-1:s1:zh", "doc-1", Kind.DOCUMENT, "zh", "甲。\n\n编者注：乙。\n \n丙。")
    assert [passage.text[p.whole.start : p.whole.end] for p in paragraphs(passage)] == ["甲。", "编者注：乙。", "丙。"]
