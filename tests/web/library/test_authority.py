"""The page of an authority."""

import re
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from retrieval.authority import Authority, Kind
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.versions import succession
from tests.support import SMALL
from tests.web.library.conftest import TODAY
from web.library.article import Target
from web.library.page import aim, authority_html
from web.library.shelf import Entry, Shelf
from web.library.timeline import bars


def drawn(shelf: Shelf, key: str, language: str = "en", target: Target | None = None) -> HTMLParser:
    entry = shelf.find(key, None)
    assert entry
    return HTMLParser(authority_html(shelf, entry, language, aim(shelf, entry, target or Target())))


def section(page: HTMLParser, key: str) -> str:
    (node,) = page.css(f'.fy-art[data-key="{key}"]')
    return node.html or ""


@pytest.mark.parametrize("key", SMALL)
def test_every_word_of_the_text_is_there_in_order(shelf: Shelf, index: Index, key: str) -> None:
    page = drawn(shelf, key)
    for language in ("zh", "en"):
        own = [p for p in index.passages.values() if p.authority == key and p.language == language]
        lines = [line for passage in own for line in passage.text.split("\n")]
        shown = []
        for node in page.css(f'.fy-column[lang="{language}"] .fy-line'):
            for number in node.css(".fy-no"):
                number.decompose()
            shown.append(node.text())
        assert sorted(shown) == sorted(lines)
        if language == "zh":
            assert shown == lines
    anchors = [node.attributes["id"] for node in page.css(".fy-art")]
    assert len(anchors) == len(set(anchors)) == len({p.unit for p in index.passages.values() if p.authority == key})


def test_criminal_law(shelf: Shelf) -> None:
    page = drawn(shelf, "criminal-law", "zh")
    articles = [node.attributes["data-number"] for node in page.css(".fy-art")]
    assert articles[:3] == ["1", "2", "3"]
    assert articles.index("286-1") == articles.index("286") + 1
    contents = page.css_first(".fy-toc")
    assert contents is not None
    assert "第六章 妨害社会管理秩序罪" in contents.text()
    inner = page.css_first('.fy-toc ul ul a[href="#u-277"]')
    assert inner is not None
    assert "第一节 扰乱公共秩序罪" in inner.text()
    amended = section(page, "第三百八十七条")
    assert "fy-amended" in amended
    assert "2024-02-29" in amended
    assert "fy-amended" not in section(page, "第二百八十五条")


def test_which_cites_which(shelf: Shelf) -> None:
    page = drawn(shelf, "criminal-law", "en")
    cited_by = page.css_first('[data-key="第二百八十五条"] .fy-cited-by')
    assert cited_by is not None
    assert "2011 Computer Crime Interpretation art. 3" in cited_by.text()
    there = drawn(shelf, "interpretation-2011-19-computer-systems", "en").css_first('[data-key="第三条"] .fy-cites')
    assert there is not None
    assert "Criminal Law art. 285" in there.text()
    charged = page.css_first('[data-key="第二百八十六条之一"] .fy-charged')
    assert charged is not None
    assert "Zhu case (Jingzhou)" in charged.text()


def test_citations_are_the_same_seen_from_both_ends(index: Index) -> None:
    for unit in index.units:
        for other in index.citations.cited(unit):
            assert unit in index.citations.citing(other)
        for other in index.citations.citing(unit):
            assert unit in index.citations.cited(other)


def test_notes_stand_at_their_articles(shelf: Shelf) -> None:
    for key in ("cybersecurity-law", "article-2022-circumvention-software"):
        page = drawn(shelf, key, "zh")
        for note in shelf.index.authorities[key].notes:
            holders = [node for node in page.css(".fy-notes") if note.zh in node.text()]
            assert len(holders) == 1, note.zh
            article = holders[0].parent.attributes.get("data-key") if holders[0].parent else None
            assert (article is None) == (note.section is None)


def test_thresholds_are_a_table(shelf: Shelf) -> None:
    page = drawn(shelf, "interpretation-2011-19-computer-systems", "en")
    thresholds = shelf.index.authorities["interpretation-2011-19-computer-systems"].thresholds
    rows = [row for table in page.css("table") for row in table.css("tbody tr")]
    assert len(rows) == len(thresholds) > 5
    assert any("5,000 yuan or more" in row.text() and "serious circumstances" in row.text() for row in rows)
    assert all(row.css('a[href*="authority=interpretation-2011-19"]') for row in rows)


def test_versions_on_a_line(shelf: Shelf) -> None:
    law = shelf.index.authorities["cybersecurity-law"]
    texts = succession(law, shelf.index.authorities)
    assert [text.id for text in texts] == ["cybersecurity-law-2016", "cybersecurity-law"]
    (old, new), first, last = bars(texts, TODAY)
    assert (first, last) == (2017, 2027)
    assert old.left is not None
    assert new.left is not None
    assert 0 < old.left < old.left + old.width < 100
    assert new.left == pytest.approx(old.left + old.width, abs=0.1)
    page = drawn(shelf, "cybersecurity-law", "en")
    timeline = page.css_first(".fy-timeline")
    assert timeline is not None
    assert "2017-06-01 to 2025-12-31" in timeline.text()
    assert "(this text)" in timeline.text()


def test_renumbering(shelf: Shelf) -> None:
    rows = [
        [cell.text() for cell in row.css("td")]
        for row in drawn(shelf, "cybersecurity-law").css(".fy-renumbered tbody tr")
    ]
    for here, there in (("29", "27"), ("66", "63"), ("23", "21"), ("26", "24"), ("64", "61")):
        assert [f"art. {here}", f"art. {there}"] in rows


def test_a_text_with_one_version_has_no_timeline(shelf: Shelf) -> None:
    assert drawn(shelf, "criminal-law").css_first(".fy-versions") is None


@pytest.mark.parametrize(("language", "told"), [
    ("en", ["1,741,620 yuan", "Alipay turnover since 2016", "478", "1 y 4 m", "80,000 yuan", "not known"]),
    ("zh", ["1,741,620元", "2016年起的支付宝交易流水", "478", "1年4个月", "80,000元", "不详", "第二百八十五条第三款"]),
])  # fmt: skip
def test_a_cases_facts(shelf: Shelf, language: str, told: list[str]) -> None:
    facts = drawn(shelf, "zhu-jingzhou-2018-150", language).css_first(".fy-case")
    assert facts is not None
    for words in told:
        assert words in facts.text()
    assert len(facts.css(".fy-steps li")) == 4


@pytest.mark.parametrize(("key", "words"), [
    ("network-data-security-regulations-2021-draft", "do not quote it as the instrument"), ("telecommunications-regulations", "Excerpt"),
    ("zhu-jingzhou-2018-150", "Written by the editors"), ("article-2022-circumvention-software", "Written by the editors"),
])  # fmt: skip
def test_what_is_not_the_wording_says_so(shelf: Shelf, key: str, words: str) -> None:
    warning = drawn(shelf, key).css_first("header .fy-warn")
    assert warning is not None
    assert words in warning.text()


@pytest.mark.parametrize(("start", "end"), [(0, 4), (10, 400), (120, 164)])
def test_marked_words_are_those_asked_for(shelf: Shelf, index: Index, start: int, end: int) -> None:
    passage = index.passages["interpretation-2011-19-computer-systems:3:zh"]
    page = drawn(
        shelf, passage.authority, "zh", Target(passage=passage.id, start=start, end=min(end, len(passage.text)))
    )
    assert "".join(node.text() for node in page.css("mark")) == passage.text[start:end].replace("\n", "")
    assert len(page.css("#fy-lib-hit")) == 1


@pytest.mark.parametrize("target", [
    Target(unit="第九百条"), Target(passage="criminal-law:285:zh", start=5, end=2), Target(passage="criminal-law:285:zh", end=10**9),
    Target(passage="cybersecurity-law:29:zh", end=5), Target(passage="nothing", start=1, end=2), Target(unit="第一条", paragraph=77),
])  # fmt: skip
def test_a_link_to_what_is_not_there_marks_nothing(shelf: Shelf, target: Target) -> None:
    assert drawn(shelf, "criminal-law", "zh", target).css("mark") == []


def test_a_paragraph_is_marked_in_both_languages(shelf: Shelf) -> None:
    page = drawn(shelf, "criminal-law", "en", Target("第二百八十五条", 3))
    marked = page.css(".fy-line.fy-target")
    assert len(marked) == 2
    assert "提供专门用于侵入" in " ".join(node.text() for node in marked)


def test_hostile_text_stays_text(index: Index) -> None:
    evil = "<script>x</script><img src=x onerror=1>\"'&"
    authority = Authority.model_validate({
        "id": 'doc-<b>"', "kind": "document", "titles": {"zh": evil, "en": evil}, "number": evil,
        "short": {"zh": [evil], "en": [evil]}, "source": {"zh": evil, "en": evil}, "coverage": "whole",
        "notes": [{"section": evil, "severity": "H", "zh": evil, "en": evil}],
    })  # fmt: skip
    passage = Passage("p", authority.id, Kind.DOCUMENT, "en", evil, section=evil, section_key='s"><i>', path=(evil,))
    shelf = Shelf(index, TODAY)
    entry = Entry(authority, authority.status, {passage.unit[1]: {"en": [passage]}})
    index.authorities[authority.id] = authority  # as an upload would
    try:
        html = authority_html(shelf, entry, "en", Target("p"))
    finally:
        del index.authorities[authority.id]
    page = HTMLParser(html)
    assert page.css("script, img, b, i") == []
    assert page.css_first(".fy-line").text() == evil  # type: ignore[union-attr]
    assert "onerror=1>" not in re.sub(r"&lt;.*?&gt;", "", html)
    assert unescape(html).count(evil) >= 5


def test_another_users_document_is_not_there(index: Index) -> None:
    shelf = Shelf(index, TODAY)
    authority = Authority.model_validate({"id": "doc-1", "kind": "document", "titles": {"en": "Mine"}})
    passage = Passage("p", "doc-1", Kind.DOCUMENT, "en", "words", section="Words", section_key="s1", owner="anna")
    shelf._entries["doc-1"] = Entry(authority, authority.status, {"s1": {"en": [passage]}}, "anna")
    shelf._entries["doc-2"] = Entry(
        authority.model_copy(update={"id": "doc-2"}), authority.status
    )  # its passages are not indexed yet
    assert shelf.find("doc-1", "anna") is not None
    for other in ("ben", None):
        assert shelf.find("doc-1", other) is None
        assert "doc-1" not in [entry.authority.id for entry in shelf.entries(other)]
    assert shelf.find("doc-2", "anna") is None
