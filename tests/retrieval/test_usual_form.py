"""Citations in the form that a brief prints."""

import pytest

from retrieval.address import Address
from retrieval.authority import Authority, Bilingual, Coverage, Kind, Status
from retrieval.index import Index
from retrieval.labels import as_cited, pinpoint
from retrieval.passage import Passage
from retrieval.usual_form import usual_form

COURT = "湖北省荆州市荆州区人民法院"
TITLE_2011 = "最高人民法院、最高人民检察院关于办理危害计算机信息系统安全刑事案件应用法律若干问题的解释"


def form(index: Index, address: Address, language: str) -> str:
    """Return the usual form of an address in the small corpus."""
    passage = next(
        p for p in index.passages.values() if (p.authority, p.article) == (address.authority, address.article)
    )
    return usual_form(index.authorities[address.authority], passage, address, language, None, passage.status)


@pytest.mark.parametrize(
    ("address", "zh", "en"),
    [
        (Address("criminal-law", "第二百八十五条", 3), "《中华人民共和国刑法》第二百八十五条第三款",
         "Criminal Law of the People's Republic of China, art. 285, para. 3 (effective 2015-11-01)"),
        (Address("criminal-law", "第二百八十六条之一"), "《中华人民共和国刑法》第二百八十六条之一",
         "Criminal Law of the People's Republic of China, art. 286-1 (effective 2015-11-01)"),
        (Address("interpretation-2011-19-computer-systems", "第三条", 1, "（五）"),
         f"《{TITLE_2011}》（法释〔2011〕19号）第三条第一款第（五）项", "(法释〔2011〕19号), art. 3, para. 1, item (5) (effective 2011-09-01)"),
        (Address("cybersecurity-law-2016", "第二十七条"), "《中华人民共和国网络安全法（2016年文本）》第二十七条（2017年6月1日至2025年12月31日有效）",
         "art. 27 (effective 2017-06-01 to 2025-12-31)"),
        (Address("network-data-security-regulations-2021-draft"), "（草案）", "(draft)"),
        (Address("zhu-jingzhou-2018-150"), f"{COURT}（2018）鄂1003刑初150号",
         "Jingzhou District People's Court, Jingzhou, Hubei, (2018)鄂1003刑初150号"),
        (Address("guiding-case-97-wang-lijun"), "王力军非法经营再审改判无罪案（最高人民法院指导案例97号）", "指导案例97号"),
        (Address("article-2022-circumvention-software"), "《为他人提供翻墙软件的刑事审判现状与辩点》",
         "Providing Circumvention Software to Others: How the Criminal Courts Decide and Where the Defence Can Start"),
    ],
    ids=lambda value: value.authority if isinstance(value, Address) else "",
)  # fmt: skip
def test_a_place_is_cited_with_its_full_title(index: Index, address: Address, zh: str, en: str) -> None:
    assert form(index, address, "zh").endswith(zh)
    assert form(index, address, "en").endswith(en)


def test_a_revised_text_is_cited_as_revised(index: Index) -> None:
    revised = form(index, Address("telecommunications-regulations", "第七条", 1), "en")
    assert revised.endswith("(国务院令第291号), art. 7, para. 1 (effective 2000-09-25, as revised 2016-02-06)")
    ended = form(index, Address("interim-provisions-international-networking", "第六条"), "zh")
    assert ended.endswith("第六条（1996年2月1日至2024年4月30日有效，1997年5月20日修订）")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_editors_headings_are_no_part_of_a_restated_text(procedure_index: Index, language: str) -> None:
    mark = "（据编者转述，非官方文本）" if language == "zh" else " (as restated by the editors, not the official text)"
    told = [
        p for p in procedure_index.passages.values()
        if p.kind.is_law and p.language == language
        and procedure_index.authorities[p.authority].coverage == Coverage.RESTATED
    ]  # fmt: skip
    assert told
    for passage in told:
        authority = procedure_index.authorities[passage.authority]
        text = usual_form(authority, passage, Address(authority.id), language, passage.section, passage.status)
        assert mark in text
        assert (passage.section or "-") not in text


def test_a_document_is_cited_as_one() -> None:
    own = Authority(
        id="doc", kind=Kind.DOCUMENT, titles=Bilingual(zh="中华人民共和国网络安全法", en="Cybersecurity Law")
    )
    passage = Passage("doc:29:zh", "doc", Kind.DOCUMENT, "zh", "任何个人", article="第二十九条")
    address = Address("doc", "第二十九条", 1)
    assert (
        usual_form(own, passage, address, "zh", None, Status.UNKNOWN)
        == "《中华人民共和国网络安全法》第二十九条第一款（使用者加入的文件，并非法律文本）"
    )
    assert usual_form(own, passage, address, "en", None, Status.UNKNOWN) == (
        "Cybersecurity Law, art. 29, para. 1 (a document added by a user, not a text of law)"
    )
    assert pinpoint(own, address, "zh") == "《中华人民共和国网络安全法》第二十九条第一款（文件）"
    assert pinpoint(own, address, "en") == "Cybersecurity Law art. 29(1) (document)"


@pytest.mark.parametrize(
    ("text", "coverage", "paragraph", "cited"),
    [
        ("违反国家规定：\n（一）甲；\n（四）乙。", Coverage.WHOLE, 1, None), ("只有一款。", Coverage.WHOLE, 1, None),
        ("第一款。\n第二款。", Coverage.WHOLE, 1, 1), ("第一款。\n第二款。", Coverage.WHOLE, 2, 2),
        ("只有一款。", Coverage.EXCERPT, 1, 1), ("只有一款。", Coverage.WHOLE, 3, 3),
    ],
)  # fmt: skip
def test_the_only_paragraph_is_not_counted(text: str, coverage: Coverage, paragraph: int, cited: int | None) -> None:
    law = Authority(id="law", kind=Kind.STATUTE, titles=Bilingual(zh="法", en="Law"), coverage=coverage)
    passage = Passage("law:1:zh", "law", Kind.STATUTE, "zh", text, article="第一条")
    assert as_cited(law, Address("law", "第一条", paragraph), [passage]) == Address("law", "第一条", cited)


def test_what_is_not_the_law_today_never_looks_as_if_it_were(index: Index) -> None:
    for passage in index.passages.values():
        if not passage.kind.is_law or passage.status in (Status.IN_FORCE, Status.UNKNOWN):
            continue
        address = Address(passage.authority, passage.article)
        for language in ("zh", "en"):
            text = usual_form(
                index.authorities[passage.authority], passage, address, language, passage.section, passage.status
            )
            assert text.endswith(("）", ")")), text


def test_text_and_language_fit(index: Index) -> None:
    chinese = form(index, Address("criminal-law", "第二百八十五条", 3), "zh")
    english = form(index, Address("criminal-law", "第二百八十五条", 3), "en")
    assert chinese.startswith("《中华人民共和国刑法》")
    assert english.isascii()
