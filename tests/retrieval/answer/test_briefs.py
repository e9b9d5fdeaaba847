"""Of a case that is named, the section that holds what is asked stands first."""

import pytest

from retrieval.authority import Kind
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn


@pytest.mark.parametrize(
    ("question", "sections"),
    [
        ("闽清刘某案最后定了什么罪", ["罪名变化"]),
        ("闽清刘某案判了几年", ["处理结果"]),
        ("平南吴某案定的是什么罪，判了几年", ["处理结果", "罪名变化"]),
        ("新野刘某某案客户多少人、没收多少钱", ["案件事实", "处理结果"]),
        ("What was Cao of Ganzhou convicted of?", ["Path of the charge"]),
        ("王力军再审改判时，法院对225条第四项是怎么说的", ["裁判理由"]),
        ("Which crime was Hu in Shanghai convicted of?", ["Path of the charge"]),
        ("闽清刘某案最后怎么样了", ["处理结果"]),
        ("How did the Hu case in Shanghai end?", ["Result"]),
        ("没收一百多万的案子后来怎么样", ["处理结果"]),
        ("How did the case where a million was confiscated end?", ["Result"]),
    ],
)
def test_the_charge_or_the_result_is_quoted_first(wide_index: Index, question: str, sections: list[str]) -> None:
    made = answer(wide_index, Request(question))
    quoted = [wide_index.passages[c.passage_id].section for c in made.citations if c.passage_id]
    assert quoted[: len(sections)] == sections


@pytest.mark.parametrize(
    ("question", "is_of_use"),
    [
        ("王力军案怎么用在翻墙案里？", True), ("阮某某不起诉案怎么引用", True), ("检例68号能不能用来辩护", True), ("戴某案对我们有什么用", True),
        ("How do we use Guiding Case 97 in a VPN case?", True), ("How can the defence rely on the Ruan non-prosecution?", True),
        ("闽清刘某案判了几年", False), ("What software did Hu use?", False), ("王力军案适用了哪条法律", False), ("Which law was applied in the Wang Lijun case?", False),
    ],
)  # fmt: skip
def test_of_what_use_a_case_is_its_reasons_say_and_why_it_matters(
    wide_index: Index, question: str, is_of_use: bool
) -> None:
    made = answer(wide_index, Request(question))
    sections = dict.fromkeys(wide_index.passages[c.passage_id].section for c in made.citations if c.passage_id)
    first = set(list(sections)[:2])
    assert (first in ({"裁判理由", "对辩护的意义"}, {"Reasoning", "Why it matters"})) is is_of_use


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much money was involved in SPP Guiding Case 68", ["250,000 yuan"]),
        ("how many users did Zhu (Jingzhou) have", ["478 member accounts"]),
        ("Which court decided the Huang case (Guanyun)?", ["Guanyun County People's Court"]),
        # of several cases each is told
        ("Compare the Hu case in Pudong with the Zhu case in Jingzhou: what order had each ignored?", ["stop order", "notice to close"]),
        ("胡某案和朱某案哪个判得重", ["有期徒刑一年四个月", "刑罚未经核实"]),
        ("Who took more money, Liu of Xinye or Liu of Minqing?", ["342,635", "400,000"]),
    ],
)  # fmt: skip
def test_the_line_that_tells_what_is_asked_is_quoted(wide_index: Index, question: str, told: list[str]) -> None:
    made = answer(wide_index, Request(question))
    quoted = " ".join(citation.quote for citation in made.citations[: len(told) + 1])
    assert not [words for words in told if words not in quoted]


def test_a_case_of_a_kind_that_is_left_out_is_not_quoted(wide_index: Index) -> None:
    question = "Compare the Hu case in Pudong with the Zhu penalty (Shaoguan): what was the sentence?"
    made = answer(wide_index, Request(question, kinds=frozenset({Kind.PENALTY})))
    assert {citation.kind for citation in made.citations} == {Kind.PENALTY}


def test_which_of_the_two_is_asked_of_the_cases_spoken_of(wide_index: Index) -> None:
    before = (
        Turn("user", "Tell me about the Liu case in Xinye."), Turn("assistant", "Liu case (Xinye)."),
        Turn("user", "and the one from Minqing?"), Turn("assistant", "Liu case (Minqing)."),
    )  # fmt: skip
    made = answer(wide_index, Request("which of the two was suspended?", before))
    assert [c.label.split(",")[0] for c in made.citations[:2]] == ["Liu case (Xinye)", "Liu case (Minqing)"]
    assert not [c.label for c in made.citations if "Liu case" not in c.label]


def test_each_of_two_cases_is_quoted(wide_index: Index) -> None:
    cited = {c.passage_id for c in answer(wide_index, Request("胡某案和朱某案都是拒不履行吗？")).citations}
    for case in ("hu-shanghai-pudong-2018-2974", "zhu-jingzhou-2018-150"):
        assert any(key and key.startswith(case) for key in cited)


def test_of_each_name_a_case_is_quoted_though_one_name_is_that_of_several(wide_index: Index) -> None:
    made = answer(wide_index, Request("Compare the Zhu case and the Wu case: what did each get?"))
    passages = [wide_index.passages[c.passage_id] for c in made.citations if c.passage_id]
    results = {passage.authority for passage in passages if passage.section == "Result"}
    assert {"zhu-jingzhou-2018-150", "wu-pingnan-2017"} <= results


def test_how_it_ended_is_asked_of_the_case_spoken_of(wide_index: Index) -> None:
    history = (Turn("user", "闽清刘某案"), Turn("assistant", "闽清刘某案：案件事实。"))
    made = answer(wide_index, Request("后来怎么样了", history))
    assert wide_index.passages[made.citations[0].passage_id or ""].section == "处理结果"
