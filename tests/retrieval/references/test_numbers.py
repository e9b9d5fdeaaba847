"""Numbers of laws, however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.references.find import find_references
from retrieval.references.numbers import document_key, plain
from retrieval.references.registry import Registry


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


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("根据法〔2024〕132号", "sentencing-guidance-2024-132"),
        ("看过法发〔2016〕22号吗", "electronic-data-provisions-2016-22"),
        ("两高一部法发〔2016〕22号", "electronic-data-provisions-2016-22"),
        ("最高人民法院法释〔2011〕19号", "interpretation-2011-19-computer-systems"),
        ("法释（2011）年19号", "interpretation-2011-19-computer-systems"),
        ("请问公发〔2001〕11号", "filing-standards-2001"),
        ("工信部信管函〔2017〕32号", "miit-notice-2017-32"),
        ("舟山市公安局舟定公（解）行罚决字〔2020〕1692号", "penalty-zhang-dinghai-2020"),
        ("最高人民法院司法解释〔2011〕第19号", "interpretation-2011-19-computer-systems"),
        ("信管函〔2017〕32号专项工作", "miit-notice-2017-32"),
        ("Xin Guan Han [2017] No. 32", "miit-notice-2017-32"),
        ("Gong Fa [2001] No. 11", "filing-standards-2001"),
        ("Sheng Gong (Wang) Xing Fa Jue Zi [2019] No. 50388", "penalty-huang-shengzhou-2019"),
        ("法释〔2011〕19", "interpretation-2011-19-computer-systems"),
        ("2011年法释第19号", "interpretation-2011-19-computer-systems"),
        ("起诉书引了工信部42号令", "telecom-licence-measures-2017"),
        # another issuer's whose short name ends in one that is held, and issuers of whom nothing is
        ("豫高法〔2024〕132号", None),
        ("浙高法发〔2016〕22号", None),
        ("苏公通字〔2022〕12号", None),
        ("杭公（网）行罚决字〔2020〕01692号", None),
        ("工信部联信管函〔2017〕32号", None),
        ("Yu Gao Fa [2024] No. 132", None),
        ("Hang Gong (Wang) Xing Fa Jue Zi [2020] No. 01692", None),
        ("取代法释〔2016〕29号", None),
        ("国发〔2000〕5号", None),
        ("法函〔1999〕12号", None),
        ("高检会〔2010〕1号", None),
    ],
)
def test_a_number_is_that_of_its_issuer_alone(text: str, law: str | None, registry: Registry) -> None:
    (found,) = find_references(text, registry)
    assert found.authorities == ((law,) if law else ())


@pytest.mark.parametrize(
    "text",
    [
        "判决书（2020）12号",
        "买卖合同（2019）3号",
        "他在2018年5号楼",
        "房号（2018）5号楼",
        "蔡检刑诉[2019]537号",
        "京公物鉴字〔2020〕12号",
    ],
)
def test_the_number_of_a_paper_of_the_file_or_of_a_house_is_no_law_s(text: str, registry: Registry) -> None:
    assert find_references(text, registry) == []
