"""Titles of added documents in a text: where they mean the document, and where a law comes first."""

from collections.abc import Callable

import pytest

from ingest.corpus import Source
from retrieval.authority import Authority, Bilingual, BilingualNames, Kind
from retrieval.references.registry import Registry

TITLES = {
    "contract": "VPN服务合同", "fake": "中华人民共和国网络安全法", "revised": "中华人民共和国网络安全法（2025修正）", "law": "刑法",
    "words": "What is", "vpn": "VPN", "article": "Article 285", "english": "Lease Agreement", "memo": "跨境专线采购合规备忘录",
    "notes": "刑法讲义", "spelt": "关于办理危害计算机信息系统安全刑事案件应用法律若干问题的解释",
}  # fmt: skip


@pytest.fixture(scope="module")
def named(sources: dict[str, Source]) -> Callable[[str], set[str]]:
    """Return the ids of what a text names, the corpus being held with documents of these titles."""
    documents = [
        Authority(
            id=key, kind=Kind.DOCUMENT, titles=Bilingual(zh=title, en=title),
            short=BilingualNames(zh=[title, f"{key}.docx"], en=[title]), number="(2018)鄂1003刑初150号" if key == "memo" else None,
        )
        for key, title in TITLES.items()
    ]  # fmt: skip
    laws = [source.authority for source in sources.values()]
    registry = Registry([*documents, *laws], {})
    return lambda text: {key for mention in registry.mentions(text) for key in mention.authorities}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("VPN服务合同第二条", {"contract"}), ("VPN服务合同 第2条", {"contract"}), ("《VPN服务合同》", {"contract"}),
        ("vpn服务合同的第3条", {"contract"}), ("VPN服务合同,第3条", {"contract"}), ("clause 3 of the Lease Agreement", {"english"}),
        ("Lease Agreement, Article 4", {"english"}), ("Art. 4(2) of our lease agreement", {"english"}),
        ("跨境专线采购合规备忘录怎么说", {"memo"}), ("contract.docx说了什么", {"contract"}), ("see memo.docx", {"memo"}),
        # not where a short title is only words of the question
        ("VPN服务合同违法吗", set()), ("What is the law?", set()), ("卖VPN第285条", set()), ("VPN 第285条", set()),
        ("Article 285 applies", set()), ("we signed a lease agreement", set()),
        # and never in a law's place
        ("刑法第285条", {"criminal-law"}), ("《刑法》", {"criminal-law"}), ("刑法讲义第二章", {"criminal-law"}),
        ("刑法讲义第285条", {"criminal-law"}), ("《刑法讲义》", {"notes"}), ("网络安全法第29条", {"cybersecurity-law"}),
        ("中华人民共和国网络安全法第29条", {"cybersecurity-law"}), ("(2018)鄂1003刑初150号", {"zhu-jingzhou-2018-150"}),
        ("《关于办理危害计算机信息系统安全刑事案件应用法律若干问题的解释》", {"interpretation-2011-19-computer-systems"}),
    ],
)  # fmt: skip
def test_what_a_text_names(named: Callable[[str], set[str]], text: str, ids: set[str]) -> None:
    assert named(text) == ids


def test_a_law_s_title_with_a_year_is_no_document_s(named: Callable[[str], set[str]]) -> None:
    assert "revised" not in named("中华人民共和国网络安全法(2025修正)第二十九条")
