"""A sentence that denies what its passage says, or affirms what that denies; and those that only look as if they did."""

import re

import pytest

from retrieval.amounts.direction import directions_agree
from retrieval.answer.generating import _material
from retrieval.answer.written.denial import denied_alike, denies, denies_quotation
from retrieval.index import Index

TEXTS = [
    "任何单位和个人不得自行建立或者使用其他信道进行国际联网。情节显著轻微危害不大的，不认为是犯罪。接入单位应当向公安机关备案。\n"
    "经审批的，可以经营国际联网业务；未经许可的，不予受理。非法获取数据的，依照前款的规定处罚。",
    "No unit or individual may establish on its own, or use, other channels to carry out international networking. "
    "Where the circumstances are obviously minor, the act is not deemed a crime. An access unit shall file a record with the public security organ. "
    "Whoever illegally obtains data shall be punished in accordance with the preceding paragraph.",
]  # fmt: skip
AFFIRMED_OR_DENIED_ALIKE = [
    "单位和个人不得使用其他信道进行国际联网", "个人不得自行建立信道", "情节显著轻微危害不大的，不认为是犯罪", "接入单位应当向公安机关备案", "经审批的，可以经营国际联网业务",
    "未经许可的，不予受理", "自行建立或者使用其他信道的，由公安机关处罚", "非法获取数据的，依照前款的规定处罚", "违法所得不满五千元", "没收违法所得", "不起诉决定书", "禁止使用其他信道进行国际联网",
    "No individual may use other channels to carry out international networking", "the act is not deemed a crime", "An access unit shall file a record",
    "Individuals are prohibited from using other channels to carry out international networking", "not more than three years", "not only the fine but also the record",
    "Whoever illegally obtains data shall be punished", "No. 19", "establishing or using other channels for international networking",
]  # fmt: skip
DENIED = [
    "接入单位不应当向公安机关备案", "接入单位无需向公安机关备案", "非法获取数据的，不依照前款的规定处罚", "经审批的，也不得经营国际联网业务", "法律没有处罚翻墙的人",
    "An access unit need not file a record with the public security organ", "Whoever illegally obtains data shall not be punished", "Use alone is never punished",
]  # fmt: skip
AFFIRMED = [
    "单位和个人可以自行建立或者使用其他信道进行国际联网", "情节显著轻微危害不大，应当认为是犯罪", "个人有权使用其他信道进行国际联网",
    "A unit or individual may establish or use other channels to carry out international networking", "the act is deemed a crime",
]  # fmt: skip


@pytest.mark.parametrize("sentence", AFFIRMED_OR_DENIED_ALIKE)
def test_what_the_passage_says_too_passes(sentence: str) -> None:
    assert denied_alike(sentence, [], TEXTS) == "pass"


@pytest.mark.parametrize("sentence", DENIED)
def test_a_denial_that_the_passage_does_not_have_is_not_known(sentence: str) -> None:
    assert denied_alike(sentence, [], TEXTS) == "unknown"


@pytest.mark.parametrize("sentence", AFFIRMED)
def test_what_the_passage_denies_fails(sentence: str) -> None:
    assert denied_alike(sentence, [], TEXTS) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "非法经营",
        "无期徒刑",
        "没收违法所得",
        "不满三年",
        "未成年人",
        "不仅如此",
        "不低于三年",
        "not more than 5",
        "not only",
        "No. 5",
        "不同",
    ],
)
def test_a_part_of_a_term_denies_nothing(text: str) -> None:
    assert not denies(text)


@pytest.mark.parametrize(
    ("before", "denied"),
    [
        ("第二百八十五条并未规定", True), ("本条没有使用", True), ("该款不包括", True), ("刑法第二百八十五条不处罚", True), ("Article 285 does not mention ", True),
        ("The provision doesn't say ", True), ("It nowhere states, and the text does not contain ", True), ("第二百八十五条规定", False), ("Article 285 says ", False),
        ("他没有提供", False), ("The seller did not provide ", False), ("不知情的，第三条规定", False), ("If he did not know, Article 3 provides ", False),
    ],
)  # fmt: skip
def test_whether_words_are_said_not_to_be_there(before: str, denied: bool) -> None:
    assert denies_quotation(before) is denied


@pytest.mark.parametrize(
    "authority", ["interpretation-2011-19-computer-systems", "cybersecurity-law", "guiding-case-97-wang-lijun"]
)
def test_the_passages_own_sentences_do_not_fail(index: Index, authority: str) -> None:
    judged = []
    for passage in (p for p in index.passages.values() if p.authority == authority):
        texts = _material(passage, index).texts
        for sentence in re.split(r"(?<=[。；;])|(?<=[a-z]{3}\.)\s|\n", passage.text):
            judged.append((sentence, denied_alike(sentence, [], texts), directions_agree(sentence, texts)))
    assert len(judged) > 10
    assert [one for one in judged if "fail" in one] == []
