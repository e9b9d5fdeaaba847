"""Titles that begin with 关于, in every form in which lawyers write them: generated from all that are held."""

from collections.abc import Iterator

import pytest

from retrieval.authority import Authority
from retrieval.references.find import find_references
from retrieval.references.registry import Registry
from tests.support import short

_SHORT = {
    "最高人民法院、最高人民检察院、公安部": (
        "两高一部",
        "最高法、最高检、公安部",
        "最高人民法院 最高人民检察院 公安部",
    ),
    "最高人民法院、最高人民检察院": (
        "两高",
        "最高法、最高检",
        "最高法",
        "最高人民法院和最高人民检察院",
        "两高联合发布的",
    ),
    "最高人民法院": ("最高法", "最高院", "最高法院"),
    "最高人民检察院": ("最高检", "最高检察院"),
}
COMPUTER = "关于办理危害计算机信息系统安全刑事案件应用法律若干问题的解释"


def _forms(authority: Authority) -> Iterator[str]:
    title = authority.titles.zh
    issuer, about, rest = title.partition("关于")
    rest = about + rest
    inner = rest.replace("《", "〈").replace("》", "〉")
    yield from (
        title,
        f"《{title}》",
        f"{issuer}《{rest}》",
        f"{issuer}《{inner}》",
        f"《{rest}》",
        f"〈{inner}〉",
        rest,
    )
    yield from (f"{issuer} {rest}", f"<<{inner}>>", f"根据{issuer}2011年发布的《{inner}》", f"«{inner}»")
    yield f"{issuer}《{inner.replace('〈', '').replace('〉', '')}》"
    yield f"{issuer}《{inner.replace('中华人民共和国', '')}》"
    yield f"《{title.replace('（', '(').replace('）', ')')}》"
    yield f"{issuer}《{inner.replace('“', '「').replace('”', '」')}》"
    yield f"《{inner.replace('（试行）', '')}》"
    for called in _SHORT.get(issuer, ()):
        yield from (f"{called}《{inner}》", f"{called}{rest}")


def test_every_title_is_known_in_every_form(registry: Registry) -> None:
    titled = [a for a in registry.authorities.values() if a.kind.is_law and "关于" in a.titles.zh]
    assert len(titled) > 25
    missed = []
    for authority in titled:
        for form in _forms(authority):
            found = find_references(f"{form}第三条", registry)
            if [(authority.id in r.authorities, r.article) for r in found] != [(True, (3, 0))]:
                missed.append((authority.id, form))
    assert missed == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"最高人民法院、最高人民检察院《{COMPUTER}》第三条第一款", ["interpretation-2011-19-computer-systems 3(1)"]),
        (f"《{COMPUTER}》（法释〔2011〕19号）第三条", ["interpretation-2011-19-computer-systems", "interpretation-2011-19-computer-systems 3"]),
        (f"《{COMPUTER}（2011年）》第三条", ["interpretation-2011-19-computer-systems 3"]),
        ("最高人民法院《关于适用《中华人民共和国刑事诉讼法》的解释》第九十八条", ["interpretation-2021-1-criminal-procedure 98"]),
        ("《关于适用〈中华人民共和国刑事诉讼法〉的解释》第98条", ["interpretation-2021-1-criminal-procedure 98"]),
        ("最高人民法院关于适用刑事诉讼法的解释第98条", ["interpretation-2021-1-criminal-procedure 98"]),
        ("《刑法》第二百八十五条、最高法《关于处理自首和立功具体应用法律若干问题的解释》第一条", ["criminal-law 285", "interpretation-1998-surrender 1"]),
        ("两高《关于办理侵犯知识产权刑事案件具体应用法律若干问题的解释（二）》第三条", ["interpretation-2007-ip-ii 3"]),
        ("两高《关于办理侵犯知识产权刑事案件具体应用法律若干问题的解释》第三条", ["interpretation-2004-19-intellectual-property 3"]),
        ("两高《关于办理侵犯知识产权刑事案件适用法律若干问题的解释》第三条", ["interpretation-2025-5-intellectual-property 3"]),
        ("关于刑法第285条", ["criminal-law 285"]),
        ("《中华人民共和国网络安全法（2016年）》第27条", ["cybersecurity-law-2016 27"]),
    ],
)  # fmt: skip
def test_what_a_title_names(text: str, expected: list[str], registry: Registry) -> None:
    assert [short(reference) for reference in find_references(text, registry)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "江苏省高级人民法院《关于常见犯罪的量刑指导意见（试行）》第三条",
        "《江苏省高级人民法院关于处理自首和立功具体应用法律若干问题的解释》第三条",
        "最高人民检察院《关于处理自首和立功具体应用法律若干问题的解释》第三条",
        "公安部《关于处理自首和立功具体应用法律若干问题的解释》第三条",
        "两高《关于办理侵犯知识产权刑事案件具体应用法律若干问题的解释（四）》第三条",
        "最高人民法院、最高人民检察院关于办理侵犯知识产权刑事案件具体应用法律若干问题的解释（四）第三条",
        f"《{COMPUTER}（征求意见稿）》第三条",
        f"《{COMPUTER}（2019年）》第三条",
        f"《〈{COMPUTER}〉的理解与适用》",
        "《关于适用〈中华人民共和国民事诉讼法〉的解释》第三条",
        "最高人民法院《关于适用《中华人民共和国民法典》的解释》第三条",
        "最高人民法院关于适用《中华人民共和国民法典》的解释第三条",
        "两高《关于办理诈骗刑事案件具体应用法律若干问题的解释》第三条",
        "最高法关于审理抢劫刑事案件适用法律若干问题的意见第三条",
    ],
)
def test_a_title_that_is_not_held_is_no_other_text_s(text: str, registry: Registry) -> None:
    assert [reference.authorities for reference in find_references(text, registry)] == [()]
