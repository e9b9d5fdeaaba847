"""Cases by surname and place, and by their place alone."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.references.registry import Registry
from retrieval.request import Request


def _named(text: str, registry: Registry) -> list[tuple[str, ...]]:
    return [mention.authorities for mention in registry.mentions(text)]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Zhang of Dinghai - what happened", "penalty-zhang-dinghai-2020"),
        ("the Dinghai Zhang penalty", "penalty-zhang-dinghai-2020"),
        ("定海的张某后来怎么样了", "penalty-zhang-dinghai-2020"),
        ("Zhang of Putian - what happened", "zhang-putian-2020"),
        ("Hunan case of a VPN seller in Jinshi, what fine", "penalty-chen-jinshi-2020"),
        ("津市卖VPN的那个被罚了多少", "penalty-chen-jinshi-2020"),
        ("who was fined in Shaoguan", "penalty-zhu-shaoguan-2018"),
        ("韶关有人被罚过吗", "penalty-zhu-shaoguan-2018"),
        ("吉安县那个案子收了多少", "jian-2020-181"),
        ("和新野的比哪个重", "liu-xinye-2017-556"),
    ],
)
def test_a_place_tells_the_case(text: str, case: str, registry: Registry) -> None:
    assert _named(text, registry) == [(case,)]


def test_a_surname_with_a_place_of_no_case_is_nobody_held(registry: Registry) -> None:
    assert _named("what happened to Zhang of Xiamen", registry) == [()]


@pytest.mark.parametrize(
    "text",
    [
        "湖南卖VPN怎么处罚",
        "我的客户在津市被罚了，那个案子怎么办",
        "he was fined in Jinshi",
        "VPN sellers in Shanghai: which penalty",
        "is there a court in Jinshi",
    ],
)
def test_a_place_alone_names_no_case(text: str, registry: Registry) -> None:
    assert _named(text, registry) == []


def test_a_chinese_case_number_does_not_make_a_question_chinese(index: Index) -> None:
    given = answer(index, Request("(2018)鄂1003刑初150号 sentence"))
    assert given.language == "en"
    assert "1 year 4 months" in given.answer
    assert answer(index, Request("(2018)鄂1003刑初150号")).language == "zh"


def test_a_result_told_in_part_is_told(wide_index: Index) -> None:
    assert "判处缓刑" in answer(wide_index, Request("逗比案判的什么")).answer
    assert not answer(wide_index, Request("逗比案判的什么")).declined
    assert answer(wide_index, Request("逗比案判了几年")).reason == "missing_fact"
