"""Case numbers, however they are typed; every part of one counts, and an invented one is said not to be held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.references.case_numbers import CaseNumber, case_key, same_case, without_numbers
from retrieval.references.find import find_references
from retrieval.references.registry import Registry

ZHU = CaseNumber("2018", frozenset({"鄂1003刑初"}), "150")
_PROVINCES = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵"
_PROCEDURES = [
    "刑初",
    "刑终",
    "行初",
    "行终",
    "民初",
    "民终",
    "民辖终",
    "知民初",
    "执",
    "执恢",
    "行审",
    "刑更",
    "行赔初",
]


def _same(one: str, other: str) -> bool:
    first, second = case_key(one), case_key(other)
    assert first
    assert second
    return same_case(first, second)


@pytest.mark.parametrize(
    "number",
    [
        "(2018)鄂1003刑初150号", "（2018）鄂1003刑初150号", "〔2018〕鄂1003刑初150号", "[2018]鄂1003刑初150号",
        "（2018）鄂 1003 刑初 150 号", "（2018）鄂1003刑初字第150号", "（２０１８）鄂１００３刑初１５０号", "2018鄂1003刑初150号",
        "（2018年）鄂1003刑初150号", "2018年鄂1003刑初150号", "(二〇一八)鄂1003刑初150号", "（2018）鄂1003刑初第一百五十号",
        "(2018)鄂1003刑初150", "（2018）鄂1003刑初00150号", "荆州区人民法院（2018）鄂1003刑初150号刑事判决书",
    ],
)  # fmt: skip
def test_one_case_typed_in_many_ways(number: str) -> None:
    assert case_key(number) == ZHU


@pytest.mark.parametrize(
    "number",
    [
        "(2018) E 1003 Xing Chu No. 150", "(2018) E1003 Xingchu 150", "2018 E 1003 XING CHU NO 150",
        "（2018）E 1003 Xing Chu Zi Di 150 Hao", "E 1003 Xing Chu No. 150", "E1003 Xingchu #150", "鄂1003刑初150号",
    ],
)  # fmt: skip
def test_in_pinyin_or_without_its_year_it_is_the_same(number: str) -> None:
    assert _same(number, "(2018)鄂1003刑初150号")
    assert not _same(number, "(2018)鄂1003刑初151号")
    assert not _same(number, "(2018)粤1003刑初150号")
    assert not _same(number, "(2018)鄂1003刑终150号")


@pytest.mark.parametrize(
    ("number", "meant", "not_meant"),
    [
        ("(2017) Yu 1329 Xing Chu No. 556", ["豫1329刑初", "渝1329刑初", "豫1329行初"], ["粤1329刑初", "豫1329民初"]),
        ("(2017) Ji 1329 Xing Chu No. 556", ["冀1329刑初", "吉1329行初"], ["津1329刑初"]),
        ("(2017) Jin 1329 Min Chu No. 556", ["津1329民初", "晋1329民初"], ["津1329刑初"]),
        ("(2017) Hu 1329 Zhi No. 556", ["沪1329执"], ["沪1329执恢", "沪1329知民初"]),
    ],
)
def test_a_number_in_pinyin_is_any_that_it_may_stand_for(number: str, meant: list[str], not_meant: list[str]) -> None:
    assert all(_same(number, f"(2017){one}556号") for one in meant)
    assert not any(_same(number, f"(2017){one}556号") for one in not_meant)


@pytest.mark.parametrize(
    "text",
    [
        "法释〔2011〕19号", "2018年3月150号", "第150号", "(2018)某1003刑初150号", "150 accounts", "E 1003", "took 30 min 10",
        "(2019)国务院令第711号", "(2018)中国贸仲京裁字第0001号", "我在(2018)年买了5号楼", "关于(2018)报告第3号",
        "(2018)年第3季度卖了5号产品", "京东1号店", "新执行12号令",
    ],
)  # fmt: skip
def test_what_is_no_case_number(text: str) -> None:
    assert case_key(text) is None


@given(
    st.integers(1990, 2030), st.sampled_from(_PROVINCES), st.integers(10, 9998), st.sampled_from(_PROCEDURES),
    st.integers(1, 9999), st.sampled_from(_PROVINCES), st.sampled_from(_PROCEDURES),
)  # fmt: skip
def test_every_part_of_a_case_number_counts(
    year: int, province: str, court: int, procedure: str, serial: int, other: str, another: str
) -> None:
    number = f"({year}){province}{court}{procedure}{serial}号"
    assert case_key(number) == case_key(f"〔{year}〕{province}{court}{procedure}字第{serial}号")
    assert not _same(number, f"({year + 1}){province}{court}{procedure}{serial}号")
    assert not _same(number, f"({year}){province}{court + 1}{procedure}{serial}号")
    assert not _same(number, f"({year}){province}{court}{procedure}{serial + 1}号")
    assert _same(number, f"({year}){other}{court}{procedure}{serial}号") == (province == other)
    assert _same(number, f"({year}){province}{court}{another}{serial}号") == (procedure == another)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("(2017)豫1329刑初556号", "liu-xinye-2017-556"),
        ("(2017) Yu 1329 Xing Chu No. 556", "liu-xinye-2017-556"),
        ("(2021)粤0111刑初41号", "guangzhou-baiyun-2021-41"),
        ("(2021) Yue 0111 Xing Chu Zi Di 41 Hao", "guangzhou-baiyun-2021-41"),
        ("(2017)渝1329刑初556号", None),
        ("(2018)鄂1003行初150号", None),
        ("(2018) E 1003 Min Chu No. 150", None),
        ("(2018)鄂1003执123号", None),
        ("(2019)京73知民初5号", None),
        ("(2020)最高法知民终150号", None),
        ("（2020）最高法行再 15 号", None),
        ("(2020)京01行审5号", None),
        ("(2020)京01刑更5号", None),
        ("(2020)京01民辖终5号", None),
        ("(2020)京01行赔初5号", None),
        ("(2015)海刑初字第15号", None),
        ("(2014)一中刑终字第223号", None),
        ("(2015)深中法刑一终字第1号", None),
        ("2015海刑初字第15号", None),
        ("（2016）最高法民再字第1号", None),
        ("(2018)鄂1003刑初150-2号", None),
    ],
)
def test_a_case_is_held_or_said_not_to_be(text: str, case: str | None, registry: Registry) -> None:
    (found,) = find_references(text, registry)
    assert found.authorities == ((case,) if case else ())
    assert found.named == text.translate(str.maketrans("（）", "()"))


def test_of_several_numbers_each_is_checked(registry: Registry) -> None:
    found = find_references("(2018)鄂1003刑初150、151号", registry)
    assert [(r.authorities, r.named) for r in found] == [
        (("zhu-jingzhou-2018-150",), "(2018)鄂1003刑初150号"),
        ((), "(2018)鄂1003刑初151号"),
    ]


def test_an_article_is_of_no_case(registry: Registry) -> None:
    _, found = find_references("(2099)鄂1003刑初150号判决适用第285条", registry)
    assert found.authorities == ("criminal-law",)


def test_chinese_numbers_tell_nothing_of_a_text_s_language() -> None:
    assert without_numbers("What of (2018)鄂1003刑初150号 and 法释〔2011〕19号?") == "What of   and  ?"
    assert without_numbers("(2018)鄂1003刑初150号") == "(2018)鄂1003刑初150号"


def test_a_long_text_takes_no_quadratic_time() -> None:
    assert case_key("(2018)鄂1003刑初" * 2_000) is None
    assert case_key("(2018)" + "刑" * 20_000) is None
