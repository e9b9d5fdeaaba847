"""What known questions say of their answers."""

import numpy as np
import pytest

from retrieval.adapters.adapter import unit
from retrieval.adapters.known import KnownAnswers, KnownQuestions, document_marks, law_mark, text_mark

VECTORS = unit(np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]])).astype(np.float32)
FIRST, SECOND, THIRD = (text_mark(text) for text in ("甲文。", "乙文。", "丙文。"))
CIVIL, LABOUR = law_mark("民法典"), law_mark("劳动合同法")


@pytest.fixture
def known() -> KnownQuestions:
    """Three questions: the first is answered by one text, the second by two, the third by the last of them."""
    return KnownQuestions.of(VECTORS, [{FIRST: CIVIL}, {FIRST: CIVIL, SECOND: LABOUR}, {SECOND: LABOUR}])


@pytest.mark.parametrize(
    "name",
    [
        "民法典第五条",
        "中华人民共和国民法典",
        "《中华人民共和国民法典》第 5 条".replace(" ", ""),
        "民法典第五百零一条之一",
    ],
)
def test_a_law_is_known_by_its_name_whatever_the_article(name: str) -> None:
    assert law_mark(name) == CIVIL != LABOUR


def test_a_document_is_known_with_and_without_the_name_before_it() -> None:
    text = "自然人从事工商业经营，经依法登记，为个体工商户。"
    assert text_mark(text) in document_marks(f"民法典第五十四条 {text}")
    assert document_marks(text) == (text_mark("自然人从事工商业经营 经依法登记\n为个体工商户"),)
    assert text_mark(text) not in document_marks(f"{text}个体工商户可以起字号。")


def test_evidence_is_that_of_the_most_like_question_and_of_all(known: KnownQuestions) -> None:
    evidence = known.evidence(VECTORS[0])
    assert evidence.nearest == pytest.approx([1.0, 0.8])
    assert evidence.votes[0] == pytest.approx(1.0, abs=1e-3)  # the second is too far away to have much of a vote
    both = known.evidence(VECTORS[1])
    assert both.votes == pytest.approx([0.5, 0.5], abs=1e-3)  # shared between the two answers


def test_documents_are_joined_by_text_and_by_law(known: KnownQuestions) -> None:
    documents = [
        ("a", (FIRST,), CIVIL),
        ("b", (THIRD, SECOND), LABOUR),
        ("c", (THIRD,), CIVIL),
        ("d", (THIRD,), law_mark("刑法")),
    ]
    answers = KnownAnswers(known, documents)
    assert (answers.row, answers.times.tolist()) == ({"a": 0, "b": 1}, [2, 2])
    assert answers.of_law == {"a": 2, "b": 2, "c": 2}
    assert answers.nearest(known.evidence(VECTORS[0]), 2) == ["a", "b"]
    assert answers.nearest(known.evidence(VECTORS[2]), 1) == ["b"]


def test_nothing_known_says_nothing() -> None:
    none = KnownQuestions.of(VECTORS[:0], [])
    evidence = none.evidence(VECTORS[0])
    assert KnownAnswers(none, [("a", (FIRST,), CIVIL)]).nearest(evidence, 3) == []


def test_what_is_kept_of_questions_is_read_again(known: KnownQuestions) -> None:
    vectors = unit(np.random.default_rng(3).normal(size=(3, 384))).astype(np.float32)
    own = KnownQuestions(vectors, known.links, known.answers, known.laws)
    tensors = own.tensors()
    assert tensors["vectors"].dtype == np.int8
    read = KnownQuestions.read(tensors)
    assert np.abs(read.vectors @ vectors.T - vectors @ vectors.T).max() < 5e-3
    for part in ("links", "answers", "laws"):
        assert np.array_equal(getattr(read, part), getattr(known, part))


def test_questions_of_an_earlier_file_are_read(known: KnownQuestions) -> None:
    """Their vectors whole, in half precision."""
    tensors = known.tensors() | {"vectors": VECTORS.astype(np.float16)}
    del tensors["scale"]
    assert np.allclose(KnownQuestions.read(tensors).vectors, VECTORS, atol=1e-3)
