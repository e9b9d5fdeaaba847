"""What borders on the corpus's subject and stands in laws that it does not hold is declined; what it holds is answered."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request


@pytest.mark.parametrize(
    "asked",
    [
        "Can I claim state compensation after thirty days of wrongful detention?",
        "被错误羁押三十天，能申请国家赔偿吗？",
        "He was acquitted. How much does the state pay for the year he spent in custody?",
        "Will a public servant lose his job if convicted of this?",
        "公务员被判了缓刑，公职还保得住吗？",
    ],
)
def test_state_compensation_and_posts_in_the_civil_service_are_declined(procedure_index: Index, asked: str) -> None:
    given = answer(procedure_index, Request(asked))
    assert given.declined
    assert given.reason == "out_of_scope"


@pytest.mark.parametrize(
    "asked",
    [
        "Does the police notify the unit of a public servant?",
        "公务员受治安处罚，公安会通知单位吗？",
        "civil servant with a VPN on his phone",
        "羁押期限超了怎么办？",
        "申请行政复议时能不能一并要求行政赔偿？",
        "Can I claim compensation in the same application for administrative reconsideration?",
        "Can evidence obtained during unlawful detention be excluded?",
    ],
)
def test_what_the_corpus_holds_of_officials_and_detention_is_answered(procedure_index: Index, asked: str) -> None:
    assert not answer(procedure_index, Request(asked)).declined
