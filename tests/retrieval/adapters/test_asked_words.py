"""The words that articles were asked with."""

import numpy as np
import pytest

from retrieval.adapters.adapter import unit
from retrieval.adapters.asked_words import AXES, LATER, AskedWords, word_mark

QUESTIONS = [["偷", "手机"], ["偷", "东西", "偷"], ["东西", "抢"]]
ANSWERS = [[2], [2, 0], [0]]
VECTORS = np.eye(4, dtype=np.float32)[:3]


@pytest.fixture
def asked() -> AskedWords:
    return AskedWords.of(QUESTIONS, ANSWERS, VECTORS)


def counts(asked: AskedWords, *words: str) -> list[list[float]]:
    row = asked.rows(words)
    return [asked.asked[row[word]].toarray()[0].tolist() for word in words]


def test_each_question_counts_a_word_once_for_each_of_its_answers(asked: AskedWords) -> None:
    assert np.array_equal(asked.vectors, VECTORS[[0, 2]])  # the article that answered nothing is left out
    assert counts(asked, "偷", "东西") == [[1, 2], [2, 1]]


def test_what_only_one_question_says_is_left_out(asked: AskedWords) -> None:
    assert asked.rows(["偷", "手机", "抢", "东西"]).keys() == {"偷", "东西"}
    assert sorted(asked.words.tolist()) == sorted(map(word_mark, ("偷", "东西")))


def test_a_later_training_counts_more_than_the_one_before(asked: AskedWords) -> None:
    later = AskedWords.of([["抢", "偷"], ["抢"]], [[1], [1]], VECTORS)
    both = asked.followed_by(later)
    assert counts(both, "抢", "东西") == [[0, 0, LATER * 2], [2, 1, 0]]
    assert np.array_equal(both.vectors, VECTORS[[0, 2, 1]])
    assert both.common.sum() == pytest.approx(1)
    assert both.asked_of.tolist() == [3, 3, LATER * 2]


def test_what_is_kept_is_read_again(asked: AskedWords) -> None:
    draw = np.random.default_rng(1)
    vectors = unit(draw.normal(size=(2, 64))).astype(np.float32)
    own = AskedWords(asked.words, asked.asked, vectors)
    read = AskedWords.read(own.tensors())
    assert read.rows(["偷", "东西"]) == asked.rows(["偷", "东西"])
    assert np.array_equal(read.asked.toarray(), asked.asked.toarray())
    assert (read.vectors * vectors).sum(axis=1) == pytest.approx([1, 1], abs=1e-3)


def test_a_file_with_every_count_is_read_too(asked: AskedWords) -> None:
    """As an earlier Fayan wrote them."""
    tensors = asked.tensors()
    del tensors["ones"]
    read = AskedWords.read(tensors | {"counts": asked.asked.data.astype(np.uint8)})
    assert np.array_equal(read.asked.toarray(), asked.asked.toarray())


def test_more_vectors_than_axes_keep_what_sets_them_apart() -> None:
    """Vectors as the model's are: much in common, and most of the rest on fewer axes than are kept."""
    draw = np.random.default_rng(2)
    vectors = unit(1 + draw.normal(size=(300, 60)) @ draw.normal(size=(60, 384)) * 0.05).astype(np.float32)
    own = AskedWords.of([["偷"]] * 300, [[row] for row in range(300)], vectors)
    tensors = own.tensors()
    assert tensors["places"].dtype == np.int8
    assert tensors["places"].shape == (300, AXES)
    read = AskedWords.read(tensors)
    assert np.abs(read.vectors @ read.vectors.T - vectors @ vectors.T).max() < 2e-3


def test_nothing_asked_is_kept_and_read_too() -> None:
    read = AskedWords.read(AskedWords.none(8).tensors())
    assert (read.words.size, read.vectors.shape, read.rows(["偷"])) == (0, (0, 8), {})


def test_an_article_is_most_like_itself_as_it_is_kept() -> None:
    draw = np.random.default_rng(3)
    vectors = unit(1 + draw.normal(size=(300, 384))).astype(np.float32)  # more than the axes tell
    kept = AskedWords.of([["偷"]] * 300, [[row] for row in range(300)], vectors).as_kept()
    assert kept.likeness(vectors).diagonal() == pytest.approx(np.ones(300), abs=1e-3)
    assert (kept.likeness(vectors).argmax(axis=0) == np.arange(300)).all()
