"""Articles of laws that the corpus does not hold: never taken for the Criminal Law's."""

import re

import pytest

from retrieval.references.find import find_references
from retrieval.references.numbers import plain
from retrieval.references.registry import Registry
from retrieval.references.unheld import unheld_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("民法典第33条怎么规定", "民法典"), ("根据民法典第285条", "民法典"), ("刑事诉讼法和公司法第20条", "公司法"), ("违反宪法第三十五条", "宪法"),
        ("Article 33 of the Civil Code", "Civil Code"), ("Under the Marriage Law, article 5", "Marriage Law"),
        ("Civil Code art. 33", "Civil Code"), ("Section 230 of the Communications Decency Act", "Communications Decency Act"),
        ("本法第33条", None), ("上述规定第3条", None), ("司法解释第三条", None), ("这个办法第7条", None), ("怎么用法第3条", None),
        ("Article 5 of the Law", None), ("article 3 of this Interpretation", None), ("What does Article 99 say?", None),
    ],
)  # fmt: skip
def test_the_name_at_an_article_is_read(text: str, name: str | None) -> None:
    text = plain(text)
    number = re.search(r"\d+|(?<=第)[一二三四五六七八九十百]+", text)
    assert number
    assert unheld_name(text, number.start(), number.end()) == name


@pytest.mark.parametrize(
    "text", ["民法典第33条怎么规定", "What does article 33 of the Civil Code say?", "公司法第20条"]
)
def test_such_an_article_is_no_article_of_the_criminal_law(text: str, registry: Registry) -> None:
    (reference,) = find_references(text, registry)
    assert reference.authorities == ()
    assert reference.named


@pytest.mark.parametrize(
    "text",
    [
        "the Shanghai High Court's guidance on VPN cases",
        "minutes of the Zhejiang High Court",
        "广东省高级人民法院的解答",
    ],
)
def test_the_guidance_of_a_local_court_is_named_and_not_held(text: str, registry: Registry) -> None:
    (reference,) = find_references(text, registry)
    assert (reference.authorities, bool(reference.named)) == ((), True)


@pytest.mark.parametrize("text", ["我想问是最高院的会议纪要", "is the Hangzhou Intermediate Court competent"])
def test_the_supreme_court_s_and_a_court_alone_are_not(text: str, registry: Registry) -> None:
    assert not [r for r in find_references(text, registry) if not r.authorities]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("给了《责令限期改正通知书》", 0),
        ("《扣押清单》没人签字", 0),
        ("《跨境服务白皮书》", 1),
        ("《密码管理条例》适用吗", 1),
    ],
)
def test_a_paper_of_the_case_s_file_is_no_text_of_law(text: str, count: int, registry: Registry) -> None:
    assert len(find_references(text, registry)) == count


@pytest.mark.parametrize("text", ["立案标准第71条", "Filing Standards art. 71"])
def test_a_part_of_a_name_stands_for_the_law_in_force(text: str, registry: Registry) -> None:
    (reference,) = find_references(text, registry)
    assert reference.authorities == ("filing-standards-2022-ii",)
