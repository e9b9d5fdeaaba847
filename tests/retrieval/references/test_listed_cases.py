"""Several guiding cases by one name: each is read, and each is answered."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.references.find import find_references
from retrieval.references.listed_cases import find_listed_cases
from retrieval.references.registry import Registry
from retrieval.request import Request
from tests.support import short

YE, WEI, WANG, FU = (
    "spp-case-68-ye-yuanxing", "spp-case-36-wei-menglong", "guiding-case-97-wang-lijun", "guiding-case-102-fu-xuanhao",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("检例68号和36号讲的是什么？", [YE, WEI]), ("检例第68号、第36号", [YE, WEI]), ("检例68、36号的区别", [YE, WEI]), ("检例68和36", [YE, WEI]),
        ("检例第６８号与检例第３６号", [YE, WEI]), ("最高检第68号和第36号指导性案例", [YE, WEI]), ("指导案例97号和102号", [WANG, FU]),
        ("指导案例97、102号", [WANG, FU]), ("第97号和第102号指导案例", [WANG, FU]), ("97、102号指导性案例", [WANG, FU]),
        ("指导性案例第97号、102号", [WANG, FU]), ("检例第68号和指导案例第102号", [YE, FU]), ("Guiding Cases 97 and 102", [WANG, FU]),
        ("guiding cases Nos. 97, 102", [WANG, FU]), ("SPP cases 68 and 36", [YE, WEI]), ("SPP Guiding Cases No. 68 and No. 36", [YE, WEI]),
        ("Guiding Cases 68 & 36 of the Supreme People's Procuratorate", [YE, WEI]),
        # what stands beside a case and is none
        ("Guiding Case 97 and art. 225 item 4", [WANG, "criminal-law 225 item 4"]), ("指导案例97号和285条", [WANG, "criminal-law 285"]),
        ("检例68号，36万元", [YE]), ("检例68号和36个用户", [YE]), ("指导案例97号、2018年6月", [WANG]), ("指导案例97号和2018年的案子", [WANG]),
        ("Guiding Case 97 and 285(3)", [WANG, "criminal-law 285(3)"]), ("cases 3 and 5", []), ("SPP case 68, 36 users", [YE]),
        ("法释〔2011〕19号和15号", ["interpretation-2011-19-computer-systems"]),
    ],
)  # fmt: skip
def test_each_of_several_guiding_cases_is_read(text: str, expected: list[str], registry: Registry) -> None:
    assert [short(reference) for reference in find_references(text, registry)] == expected


@pytest.mark.parametrize(
    ("question", "cases"),
    [
        ("检例68号和36号讲的是什么？", {YE, WEI}), ("检例68号和36号对“侵入”分别怎么说", {YE, WEI}), ("指导案例97号和102号的裁判要点", {WANG, FU}),
        ("SPP cases 68 and 36: what did they hold?", {YE, WEI}), ("Compare Guiding Cases 97 and 102", {WANG, FU}),
    ],
)  # fmt: skip
def test_each_is_answered(question: str, cases: set[str], wide_index: Index) -> None:
    cited = answer(wide_index, Request(question)).citations
    assert cases <= {wide_index.passages[citation.passage_id or ""].authority for citation in cited}


@pytest.mark.parametrize(
    "piece", ["1, ", "1 , ", "第1号、", "检例第1号和", "1号 , 第 ", "cases 1 and ", "spp  guiding "]
)
def test_a_long_run_takes_no_exponential_time(piece: str) -> None:
    assert len(list(find_listed_cases(f"{piece * 2_000}x"))) <= 2_000
