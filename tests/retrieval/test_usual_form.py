"""Citations in the form that a brief prints."""

import pytest

from retrieval.address import Address
from retrieval.authority import Status
from retrieval.index import Index
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
