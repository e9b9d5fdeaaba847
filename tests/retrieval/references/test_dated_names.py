"""Law called by its year: the 1998 rules, 2019年解释."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.references.find import Reference, find_references
from retrieval.references.registry import Registry
from retrieval.request import Request
from retrieval.result import Answer

MEASURES_1998 = "implementing-measures-international-networking"
MEASURES_1997 = "security-protection-measures-international-networking"
SYSTEMS = "interpretation-2011-19-computer-systems"
NETWORKS = "interpretation-2019-15-network-crime"


def named(registry: Registry, text: str) -> Reference:
    found = find_references(text, registry)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "authority", "article"),
    [
        ("What does the 1998 rules say about users?", MEASURES_1998, None),
        ("Article 22 of the 1998 Measures", MEASURES_1998, (22, 0)),
        ("1998年的办法第22条", MEASURES_1998, (22, 0)),
        ("1997年办法第20条怎么罚", MEASURES_1997, (20, 0)),
        ("the 1997 Measures, art. 20", MEASURES_1997, (20, 0)),
        ("the 1996 provisions", "interim-provisions-international-networking", None),
        ("2016年的规定第7条", "electronic-data-provisions-2016-22", (7, 0)),
        ("2011年的司法解释第三条", SYSTEMS, (3, 0)),
        ("2011年解释", SYSTEMS, None),
        ("the 2019 interpretation art. 2", NETWORKS, (2, 0)),
        ("2019年网络犯罪解释，第二条", NETWORKS, (2, 0)),
        ("2000年的电信解释第二条", "interpretation-2000-12-telecom-market", (2, 0)),
    ],
)
def test_the_year_and_the_kind_name_the_text(
    registry: Registry, text: str, authority: str, article: tuple[int, int] | None
) -> None:
    found = named(registry, text)
    assert (found.authorities, found.article) == ((authority,), article)


def test_another_year_is_never_the_text_that_is_usually_meant(registry: Registry) -> None:
    """解释 alone is the one of 2011; of 2019 it is not."""
    assert SYSTEMS not in named(registry, "2019年解释第二条").authorities
    assert NETWORKS in named(registry, "2019年解释第二条").authorities


@pytest.mark.parametrize(
    "text",
    ["2013年的解释第3条", "the 2013 interpretation", "Article 6 of the 1995 Provisions", "the 2019 measures, art. 3"],
)
def test_a_text_that_is_not_held_is_not_another_one(registry: Registry, text: str) -> None:
    assert named(registry, text).authorities == ()


@pytest.mark.parametrize(
    "text",
    [
        "2019年通知家属",
        "2019年他们没有看到规定",
        "2020年的规定变了吗",
        "in 2019 measures were taken",
        "the court of 2016",
    ],
)
def test_a_year_alone_is_no_name(registry: Registry, text: str) -> None:
    assert find_references(text, registry) == []


def ask(index: Index, question: str) -> Answer:
    return answer(index, Request(question))


def test_what_is_asked_by_its_year_is_quoted(index: Index) -> None:
    given = ask(index, "1998年的办法第二十二条怎么规定的")
    assert any((c.passage_id or "").startswith(MEASURES_1998) and c.article == "第二十二条" for c in given.citations)


def test_a_text_of_a_year_that_is_not_held_is_said_not_to_be(index: Index) -> None:
    given = ask(index, "2013年的解释第3条是怎么规定的？")
    assert not any((c.passage_id or "").startswith(SYSTEMS) for c in given.citations)
