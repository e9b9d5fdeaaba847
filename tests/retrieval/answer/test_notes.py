"""Editor's notes in an answer: the weightiest on what is quoted are always told, the others where they bear on it."""

import pytest

from retrieval.authority import Severity
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request
from retrieval.result import Answer

QUESTIONS = [
    "2011年解释第八条针对单位还是自然人",
    "Does Article 8 of the 2011 Interpretation mean the company or the person?",
    "285条第三款怎么规定的",
    "拒不履行信息网络安全管理义务罪是什么",
    "What does Article 39 of the Network Data Security Regulations forbid?",
    "翻墙会被罚款吗",
    "卖VPN会坐牢吗",
    "Is it a crime to sell VPN accounts?",
    "暂行规定第六条",
]


def _told(made: Answer, severity: Severity) -> dict[str, int]:
    """The notes of a weight on the sections that an answer cites, each with how often the answer tells it."""
    held = [note for citation in made.citations for note in citation.notes]
    texts = {note[made.language] for note in held if note["section"] is not None and note["severity"] == severity}
    return {text: made.answer.count(text) for text in texts}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_weightiest_notes_on_what_is_quoted_are_told_once(question: str, index: Index) -> None:
    made = answer(index, Request(question))
    assert not made.declined
    assert set(_told(made, Severity.HIGH).values()) <= {1}
    assert not any(_told(made, Severity.TRIFLE).values())


def test_a_note_in_other_words_than_the_question_is_told(index: Index) -> None:
    made = answer(index, Request(QUESTIONS[0]))
    (note,) = _told(made, Severity.HIGH)
    assert "第二百八十五条第四款" in note
    assert made.answer.index(made.citations[0].quote) < made.answer.index(note)


def test_of_the_others_a_few_that_bear_on_the_question(index: Index) -> None:
    told = [sum(_told(answer(index, Request(question)), Severity.MIDDLE).values()) for question in QUESTIONS]
    assert max(told) <= 4
    held = [len(_told(answer(index, Request(question)), Severity.MIDDLE)) for question in QUESTIONS]
    assert sum(told) < sum(held)
