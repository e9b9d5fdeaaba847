"""Of a case that is named, the section that holds what is asked stands first."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request


@pytest.mark.parametrize(
    ("question", "sections"),
    [
        ("闽清刘某案最后定了什么罪", ["罪名变化"]),
        ("闽清刘某案判了几年", ["处理结果"]),
        ("平南吴某案定的是什么罪，判了几年", ["处理结果", "罪名变化"]),
        ("新野刘某某案客户多少人、没收多少钱", ["案件事实", "处理结果"]),
        ("What was Cao of Ganzhou convicted of?", ["Path of the charge"]),
        ("Which crime was Hu in Shanghai convicted of?", ["Path of the charge"]),
    ],
)
def test_the_charge_or_the_result_is_quoted_first(wide_index: Index, question: str, sections: list[str]) -> None:
    made = answer(wide_index, Request(question))
    quoted = [wide_index.passages[c.passage_id].section for c in made.citations if c.passage_id]
    assert quoted[: len(sections)] == sections


def test_each_of_two_cases_is_quoted(wide_index: Index) -> None:
    cited = {c.passage_id for c in answer(wide_index, Request("胡某案和朱某案都是拒不履行吗？")).citations}
    for case in ("hu-shanghai-pudong-2018-2974", "zhu-jingzhou-2018-150"):
        assert any(key and key.startswith(case) for key in cited)
