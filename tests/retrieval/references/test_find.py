"""References: the ways in which lawyers cite in both languages, and the numbers beside them that are none."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from retrieval.address import Address, article_numbers, format_article, format_item
from retrieval.authority import Authority
from retrieval.labels import pinpoint
from retrieval.numerals import format_numeral
from retrieval.references.find import find_references
from retrieval.references.registry import Registry
from tests.cited import CITED, NOT_CITED
from tests.support import short

SECURITY = "public-security-punishments-law"
LAWS = ("criminal-law", "cybersecurity-law", "interpretation-2011-19-computer-systems")


@pytest.mark.parametrize(("text", "expected"), CITED, ids=[text for text, _ in CITED])
def test_ways_to_cite(registry: Registry, text: str, expected: list[str]) -> None:
    assert [short(reference) for reference in find_references(text, registry)] == expected


@pytest.mark.parametrize("text", NOT_CITED)
def test_numbers_that_are_no_references(registry: Registry, text: str) -> None:
    assert [short(reference) for reference in find_references(text, registry)] == []


addresses = st.builds(
    lambda law, number, inserted, paragraph, item: Address(
        law, format_article(number, inserted), paragraph, format_item(item) if item else None
    ),
    st.sampled_from(LAWS),
    st.integers(1, 999),
    st.sampled_from([0, 0, 1, 2, 9, 11]),
    st.one_of(st.none(), st.integers(1, 20)),
    st.one_of(st.none(), st.integers(1, 20)),
)


@given(addresses, st.sampled_from(["zh", "en"]), st.sampled_from(["", "请问 ", "what does "]), st.sampled_from(["", " 怎么规定？", " say?"]))  # fmt: skip
def test_a_label_is_read_as_its_address(
    registry: Registry, address: Address, language: str, before: str, after: str
) -> None:
    number, inserted = article_numbers(address.article or "") or (0, 0)
    assume(inserted <= number)  # art. 5-11 is rather a range
    label = pinpoint(registry.authorities[address.authority], address, language)
    (found,) = find_references(before + label + after, registry)
    assert found.authorities == (address.authority,)
    assert found.address(address.authority) == address


@given(addresses)
def test_arabic_and_chinese_numbers_name_the_same_place(registry: Registry, address: Address) -> None:
    authority = registry.authorities[address.authority]
    chinese = pinpoint(authority, address, "zh")
    arabic = chinese
    for number in range(999, 0, -1):
        arabic = arabic.replace(f"第{format_numeral(number)}条", f"第{number}条")
    places = [[short(r) for r in find_references(text, registry)] for text in (chinese, arabic)]
    assert places[0] == places[1]


@given(st.lists(addresses, min_size=2, max_size=5))
def test_several_labels_in_a_row_are_each_found(registry: Registry, several: list[Address]) -> None:
    text = "；".join(pinpoint(registry.authorities[a.authority], a, "zh") for a in several)
    assert [r.address(r.authorities[0]) for r in find_references(text, registry)] == several


@given(st.text("第条款项之一二三百十285(3)（）、，。 刑法Articleart.paraof0-至和", max_size=80))
def test_no_text_is_an_error(registry: Registry, text: str) -> None:
    for reference in find_references(text, registry):
        assert reference.text


def test_an_article_that_does_not_exist_is_a_reference_that_is_not_held(registry: Registry) -> None:
    (found,) = find_references("刑法第999条", registry)
    assert found.authorities == ("criminal-law",)
    assert not registry.has_article("criminal-law", 999)
    assert registry.article_range("criminal-law") == (1, 452)


def test_286_and_286_1_are_two_articles(registry: Registry) -> None:
    found = [find_references(text, registry)[0].article for text in ("刑法第286条", "刑法第286条之一", "CL 286-1")]
    assert found == [(286, 0), (286, 1), (286, 1)]
    assert registry.has_article("criminal-law", 286, 1)
    assert not registry.has_article("criminal-law", 285, 1)


def test_an_article_without_a_name_belongs_to_the_law_of_the_turn_before(registry: Registry) -> None:
    (found,) = find_references("第六条呢？", registry, ("interim-provisions-international-networking",))
    assert short(found) == "interim-provisions-international-networking 6"


def test_an_article_that_the_law_of_the_turn_before_lacks_is_the_criminal_laws(registry: Registry) -> None:
    (found,) = find_references("第二百八十五条呢？", registry, ("interim-provisions-international-networking",))
    assert short(found) == "criminal-law 285"


def test_a_title_that_is_not_held_is_named_without_an_authority(registry: Registry) -> None:
    (found,) = find_references("《海商法》第十条", registry)
    assert (found.authorities, found.named, found.article) == ((), "《海商法》", (10, 0))


def test_every_authority_is_found_by_each_of_its_names(registry: Registry) -> None:
    """Short names, titles and numbers, as meta.yaml gives them; a name of several authorities finds all of them."""
    missed = []
    for authority in registry.authorities.values():
        for name in _names(authority):
            found = {key for reference in find_references(f"请看{name}。", registry) for key in reference.authorities}
            if authority.id not in found:
                missed.append((authority.id, name))
    assert missed == []


def _names(authority: Authority) -> list[str]:
    names = [authority.titles.zh, authority.titles.en, *authority.short.zh, *authority.short.en, authority.number]
    return [name for name in names if name]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("第" * 20_000, 0), ("一" * 20_000, 0), ("一、" * 10_000, 0), ("article 1, " * 3_000, 3_000),
        ("art 1" + " " * 20_000, 1), ("《" * 20_000, 0), ("刑法第1条" * 2_000, 2_000), ("(2018)鄂1003刑初" * 2_000, 0),
        ("paragraph 3 of " * 3_000, 0), ("((((" * 5_000 + "285(3)", 1),
    ],
    ids=lambda value: str(value)[:12],
)  # fmt: skip
def test_long_odd_texts(registry: Registry, text: str, count: int) -> None:
    """A pattern of quadratic time would take minutes here."""
    assert len(find_references(text, registry)) == count


@pytest.mark.parametrize(
    ("text", "authority", "article"),
    [
        ("网络安全法旧的第63条变成第几条", "cybersecurity-law-2016", (63, 0)),
        ("old article 63 of the Cybersecurity Law", "cybersecurity-law-2016", (63, 0)),
        ("Cybersecurity Law, former Article 27", "cybersecurity-law-2016", (27, 0)),
        ("刑法原第285条", "criminal-law", (285, 0)),
        ("旧版治安管理处罚法63条", "public-security-punishments-law-2012", (63, 0)),
        ("网安法老63条现在是几条", "cybersecurity-law-2016", (63, 0)),
        ("治安管理处罚法旧版29条", "public-security-punishments-law-2012", (29, 0)),
        ("立案追诉标准二第七十一条", "filing-standards-2022-ii", (71, 0)),
        ("法发〔2011〕155号哪年发的，第二条说什么", "notice-2011-155-state-provisions", (2, 0)),
        ("Guiding Case 36", "spp-case-36-wei-menglong", None),
        ("最高检68号指导案例", "spp-case-68-ye-yuanxing", None),
        ("指导案例97号", "guiding-case-97-wang-lijun", None),
        ("sec 285 para 3 Criminal Law", "criminal-law", (285, 0)),
        (
            "article 98 of the SPC interpretation on criminal procedure",
            "interpretation-2021-1-criminal-procedure",
            (98, 0),
        ),
    ],
)
def test_further_ways_to_cite(text: str, authority: str, article: tuple[int, int] | None, registry: Registry) -> None:
    (reference,) = find_references(text, registry)
    assert (reference.authorities, reference.article) == ((authority,), article)


@pytest.mark.parametrize("text", ["art. 27 of the old law", "旧法第27条", "the former article 27"])
def test_an_article_of_the_old_law_without_its_name_is_one_of_those_replaced(text: str, registry: Registry) -> None:
    (reference,) = find_references(text, registry)
    assert set(reference.authorities) >= {"cybersecurity-law-2016", "public-security-punishments-law-2012"}
    assert "criminal-law" not in reference.authorities


@pytest.mark.parametrize(
    "text",
    ["网络安全法第27条和新法第29条有什么变化", "How does article 27 of the Cybersecurity Law differ from article 29 of the new law?"],
)  # fmt: skip
def test_beside_an_article_of_the_new_law_another_is_of_the_old(text: str, registry: Registry) -> None:
    old, new = find_references(text, registry)
    assert (old.authorities, new.authorities) == (("cybersecurity-law-2016",), ("cybersecurity-law",))


def test_an_article_of_the_new_law_without_its_name_is_one_of_those_amended(registry: Registry) -> None:
    (reference,) = find_references("按新法第66条，罚款多少", registry)
    assert set(reference.authorities) == {"cybersecurity-law", "public-security-punishments-law"}


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("刑法第285-287条规定了什么", [(285, 0), (286, 0), (287, 0)]),
        ("刑法63-66条", [(63, 0), (64, 0), (65, 0), (66, 0)]),
        ("What do Criminal Law 285-287 say?", [(285, 0), (286, 0), (287, 0)]),
        ("Articles 285 through 287 of the Criminal Law", [(285, 0), (286, 0), (287, 0)]),
        ("Articles 285/286 of the Criminal Law", [(285, 0), (286, 0)]),
        ("刑法285、286", [(285, 0), (286, 0)]),
        ("CL 285, 286 and 287.", [(285, 0), (286, 0), (287, 0)]),
        ("刑法第286-1条", [(286, 1)]),
        ("CL 286-1", [(286, 1)]),
        ("CL 285, 500 yuan", [(285, 0)]),
    ],
)
def test_ranges_and_lists(text: str, articles: list[tuple[int, int]], registry: Registry) -> None:
    assert [reference.article for reference in find_references(text, registry)] == articles


def test_the_end_of_a_long_range_is_named_too(registry: Registry) -> None:
    found = find_references("Articles 100 to 250 of the Criminal Law", registry)
    assert (found[0].article, found[-1].article) == ((100, 0), (250, 0))


@pytest.mark.parametrize(
    "text",
    [
        "Kaijiang case 27 million",
        "Ruan case 1,641 users",
        "Lu case 370,000 yuan sentence",
        "Guiding Case 102 754,762 yuan",
        "Zhu case (Jingzhou) 2018",
    ],
)
def test_what_is_counted_behind_the_name_of_a_case_is_no_article(text: str, registry: Registry) -> None:
    (found,) = find_references(text, registry)
    assert found.authorities
    assert found.article is None


def test_an_item_behind_the_paragraph(registry: Registry) -> None:
    (found,) = find_references("Article 285, para. 3(1)", registry)
    assert (found.article, found.paragraph, found.item) == ((285, 0), 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Article 285, 3rd paragraph of the Criminal Law",
        "Article 285, third paragraph",
        "Criminal Law 285 paragraph three",
        "art. 285 para. 3",
    ],
)
def test_paragraphs_behind_the_article(text: str, registry: Registry) -> None:
    (reference,) = find_references(text, registry)
    assert (reference.article, reference.paragraph) == ((285, 0), 3)


@pytest.mark.parametrize(
    "text",
    [
        "网络数据安全条例2021年征求意见稿第四十一条和正式条例第三十九条有什么差别？",
        "2021年征求意见稿和最终的条例第三十九条比较",
        "How does article 41 of the 2021 draft differ from article 39 of the final Regulations?",
        "The 2021 Draft and Article 39(1) of the adopted text",
    ],
)
def test_an_article_of_what_a_draft_became(text: str, registry: Registry) -> None:
    of_39 = [r for r in find_references(text, registry) if r.article == (39, 0)]
    assert [r.authorities for r in of_39] == [("network-data-security-regulations",)]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Compare Article 29 of the 2012 Public Security Administration Punishments Law with Article 33 of the 2025 revision", SECURITY),
        ("治安管理处罚法2012年版第29条与新法第33条对比", SECURITY),
        # of the year of the old version it stays the old one's
        ("Article 29 and Article 33 of the 2012 version of the Public Security Administration Punishments Law", f"{SECURITY}-2012"),
    ],
)  # fmt: skip
def test_an_article_of_what_an_old_version_became(text: str, authority: str, registry: Registry) -> None:
    of_33 = [r for r in find_references(text, registry) if r.article == (33, 0)]
    assert [r.authorities for r in of_33] == [(authority,)]


@pytest.mark.parametrize("text", ["Is the 2021 draft's Article 41 in force?", "the 2021 Draft’s art. 41(1)"])
def test_an_article_of_what_owns_it(text: str, registry: Registry) -> None:
    (reference,) = find_references(text, registry)
    assert reference.authorities == ("network-data-security-regulations-2021-draft",)


def test_nothing_named_has_become_law(registry: Registry) -> None:
    """Without a draft or an old version in the text it stays the article of the law before it."""
    (reference,) = find_references("刑法正式文本第二百八十五条", registry)
    assert reference.authorities == ("criminal-law",)


@pytest.mark.parametrize(
    "text",
    [
        "Now that the Cybercrime Prevention and Control Law of 2026 is in force, what does its Article 44 punish?",
        "2026年网络犯罪防治法草案出来了，其第44条怎么规定？",
    ],
)
def test_its_article_is_that_of_the_law_named_before(text: str, registry: Registry) -> None:
    own = [reference for reference in find_references(text, registry) if reference.article]
    assert [reference.authorities for reference in own] == [("cybercrime-prevention-law-2026-draft",)]
