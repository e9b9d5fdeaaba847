"""Document numbers and case numbers, however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.references.numbers import case_key, document_key, plain, same_case

ZHU = "2018 e 1003 xingchu 150"


@pytest.mark.parametrize(
    "number",
    [
        "(2018)鄂1003刑初150号", "（2018）鄂1003刑初150号", "〔2018〕鄂1003刑初150号", "[2018]鄂1003刑初150号",
        "（2018）鄂 1003 刑初 150 号", "（2018）鄂1003刑初字第150号", "（２０１８）鄂１００３刑初１５０号", "2018鄂1003刑初150号",
        "(2018) E 1003 Xing Chu No. 150", "(2018) E1003 Xingchu 150", "2018 E 1003 XING CHU NO 150",
        "（2018）E 1003 Xing Chu Zi Di 150 Hao",
    ],
)  # fmt: skip
def test_one_case_typed_in_many_ways(number: str) -> None:
    assert case_key(number) == ZHU


@pytest.mark.parametrize("number", ["鄂1003刑初150号", "E 1003 Xing Chu No. 150", "E1003 Xingchu #150"])
def test_a_case_number_without_its_year(number: str) -> None:
    key = case_key(number)
    assert key is not None
    assert same_case(key, ZHU)
    assert same_case(ZHU, key)
    assert not same_case(key, "2018 e 1003 xingchu 151")
    assert not same_case(key, "2018 yue 1003 xingchu 150")


@pytest.mark.parametrize(
    "text", ["法释〔2011〕19号", "2018年3月150号", "第150号", "(2018)某1003刑初150号", "150 accounts", "E 1003"]
)
def test_what_is_no_case_number(text: str) -> None:
    assert case_key(text) is None


@given(
    st.integers(1990, 2030), st.sampled_from("京沪鄂粤苏浙赣豫闽渝川"), st.integers(10, 9999), st.sampled_from(["刑初", "刑终"]),
    st.integers(1, 9999),
)  # fmt: skip
def test_the_year_and_every_part_of_a_case_number_count(
    year: int, province: str, court: int, procedure: str, serial: int
) -> None:
    key = case_key(f"({year}){province}{court}{procedure}{serial}号")
    assert key == case_key(f"〔{year}〕{province}{court}{procedure}{serial}号")
    assert key != case_key(f"({year + 1}){province}{court}{procedure}{serial}号")
    assert key != case_key(f"({year}){province}{court}{procedure}{serial + 1}号")


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("法释〔2011〕19号", "法释(2011)19号"), ("法释[2011]19号", "法释(2011)19号"), ("法释（2011）19号", "法释(2011)19号"),
        ("法释【2011】第19号", "法释(2011)19号"), ("法释2011年19号", "法释(2011)19号"), ("Fa Shi [2011] No. 19", "法释(2011)19号"),
        ("Fashi (2011) 19", "法释(2011)19号"), ("法发〔2011〕155号", "法发(2011)155号"), ("公通字〔2022〕12号", "公通字(2022)12号"),
        ("国信〔1998〕001号", "国信(1998)1号"), ("国务院令第195号", "国务院令第195号"), ("国务院第195号令", "国务院令第195号"),
        ("国务院令195号", "国务院令第195号"), ("State Council Order No. 195", "国务院令第195号"),
        ("Order No. 195 of the State Council", "国务院令第195号"), ("公安部33号令", "公安部令第33号"),
        ("指导案例97号", "指导案例97号"), ("指导性案例第97号", "指导案例97号"), ("第97号指导性案例", "指导案例97号"),
        ("Guiding Case No. 97", "指导案例97号"), ("guiding case 97", "指导案例97号"), ("检例第68号", "检例第68号"),
        ("检例68号", "检例第68号"), ("SPP Case 68", "检例第68号"), ("SPP Guiding Case No. 68", "检例第68号"),
        ("Guiding Case No. 68 of the Supreme People's Procuratorate", "检例第68号"),
    ],
)  # fmt: skip
def test_document_numbers_in_one_form(number: str, key: str) -> None:
    assert document_key(number) == key


@pytest.mark.parametrize("text", ["刑法第285条", "(2018)鄂1003刑初150号", "2011年19号", "第19号", "order number 66"])
def test_what_is_no_document_number(text: str) -> None:
    assert document_key(text) is None


@given(st.text(max_size=60))
def test_plain_keeps_every_place(text: str) -> None:
    """Places in the plain text are places in the text as typed."""
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    "number",
    [
        "Fa Shi No. 19 of 2011",
        "Fashi 19/2011",
        "Fa Shi No. 19 (2011)",
        "Judicial Interpretation 19/2011",
        "Judicial Interpretation No. 19 of 2011",
    ],
)
def test_the_year_may_stand_behind_the_number(number: str) -> None:
    assert document_key(number) == "法释(2011)19号"
