"""A version of a law told by a year beside its name, and years beside it that are dates."""

import pytest

from retrieval.references.find import find_references
from retrieval.references.registry import Registry

NEW, OLD = "cybersecurity-law", "cybersecurity-law-2016"
PSAPL, PSAPL_2012 = "public-security-punishments-law", "public-security-punishments-law-2012"


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("2025年的新治安法第三十三条", PSAPL),
        ("按2025年新修订的网络安全法,提供工具怎么罚", NEW),
        ("二〇二五年新修订的治安管理处罚法第三十三条", PSAPL),
        ("25年新修订的网安法第66条", NEW),
        ("网络安全法（2025年修正）第六十六条", NEW),
        ("网络安全法2025年修改后第66条怎么罚", NEW),
        ("2025年10月28日修正的网络安全法", NEW),
        ("《网络安全法》于2025年修订", NEW),
        ("2026年施行的《网络安全法》第二十九条", NEW),
        ("2017年施行的网络安全法第二十七条", OLD),
        ("2025年修订前的网络安全法第六十三条", OLD),
        ("网络安全法2016年版第63条", OLD),
        ("2012年治安管理处罚法第29条", PSAPL_2012),
        ("the Cybersecurity Law as amended in 2025", NEW),
        ("CSL, as amended on 28 October 2025, art. 66", NEW),
        ("The CSL was amended in 2025. What is the fine?", NEW),
        ("the 2025-amended Cybersecurity Law", NEW),
        ("the 2025 amendments to the Cybersecurity Law", NEW),
        ("the 2025 revision of the PSAPL, art. 33", PSAPL),
        ("PSAPL revised in 2025, art. 33", PSAPL),
        ("the Cybersecurity Law of 2025", NEW),
        ("before the 2025 amendment to the Cybersecurity Law", OLD),
        ("art. 27 of the 2016 Cybersecurity Law", OLD),
    ],
)
def test_a_year_of_a_version_names_it(registry: Registry, text: str, version: str) -> None:
    found = find_references(text, registry)
    assert [reference.authorities for reference in found] == [(version,)]
    assert "20" in (found[0].named or "") or "25" in (found[0].named or "") or "二〇" in (found[0].named or "")


@pytest.mark.parametrize(
    "text",
    [
        "2024年的网络安全法怎么规定",
        "治安管理处罚法2026年前后",
        "网络安全法2026年以前的罚款",
        "2025年6月他违反治安管理处罚法",
        "2025年新开了机场,违反网络安全法吗",
        "I sold accounts in 2025. Cybersecurity Law?",
        "Was it a breach of the Cybersecurity Law in 2025?",
        "He was fined in 2025 under the Cybersecurity Law",
    ],
)
def test_other_years_stay_dates(registry: Registry, text: str) -> None:
    (named,) = find_references(text, registry)
    assert named.authorities in ((NEW,), (PSAPL,))
    assert "20" not in (named.named or "")


@pytest.mark.parametrize(
    ("text", "is_old"),
    [
        ("网络安全法旧第63条", True),
        ("旧《网络安全法》第六十三条", True),
        ("Article 63 of the 2016 Cybersecurity Law", True),
        ("the former Cybersecurity Law, art. 27", True),
        ("网络安全法第63条", False),
        ("网络安全法新第66条", False),
        ("2025年新修订的网络安全法第66条", False),
    ],
)
def test_an_article_is_said_to_be_of_the_old_law(registry: Registry, text: str, is_old: bool) -> None:
    (reference,) = find_references(text, registry)
    assert reference.is_old is is_old


def test_the_version_before_is_not_said_to_be_meant_where_it_is_only_carried(registry: Registry) -> None:
    (reference,) = find_references("第六十三条呢", registry, (OLD,), (OLD,))
    assert (reference.authorities, reference.is_old) == ((OLD,), False)
