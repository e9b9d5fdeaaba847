"""The lexical index: scores, unknown words, what is saved is what is read."""

from pathlib import Path

import bm25s
import pytest

from retrieval.store.lexical import LexicalIndex
from retrieval.words.tokens import tokenize

TEXTS = {"a": "处三年以下有期徒刑", "b": "并处罚金", "c": "ferries leave at noon", "d": "……"}


def build() -> LexicalIndex:
    return LexicalIndex.build(list(TEXTS), list(TEXTS.values()))


def test_the_text_with_the_words_scores_highest() -> None:
    index = build()
    scores = index.scores(tokenize("罚金"))
    assert index.ids[int(scores.argmax())] == "b"
    assert index.ids[int(index.scores(tokenize("ferry")).argmax())] == "c"


def test_texts_without_the_words_score_nothing() -> None:
    scores = build().scores(tokenize("有期徒刑"))
    assert (scores > 0).tolist() == [True, False, False, False]
    assert build().scores(tokenize("quux")).tolist() == [0, 0, 0, 0]
    assert build().scores([]).tolist() == [0, 0, 0, 0]


def test_in_how_many_texts_a_word_occurs() -> None:
    index = build()
    assert [index.document_frequency(token) for token in ("处", "罚金", "quux")] == [2, 1, 0]


def test_the_weights_of_all_words_are_what_is_scored() -> None:
    index = build()
    weights = index.weights("罚金")
    assert weights is not None
    assert weights.tolist() == index.scores(["罚金"]).tolist()
    assert index.weights("quux") is None
    words = {token for text in TEXTS.values() for token in tokenize(text)}
    assert index.weight_sums() == pytest.approx(index.scores(sorted(words)), rel=1e-5)
    assert LexicalIndex.build(["d"], ["……"]).weight_sums().tolist() == [0]


def test_the_weights_are_those_of_a_library() -> None:
    index, words = build(), [tokenize(text) for text in TEXTS.values()]
    library = bm25s.BM25(k1=1.5, b=0.75)
    library.index(words, show_progress=False)
    for query in ("有期徒刑三年", "罚金", "处罚金处", "ferries at noon"):
        assert index.scores(tokenize(query)).tolist() == library.get_scores(tokenize(query)).tolist()


def test_what_not_everybody_sees_moves_no_weight() -> None:
    private = {"own": "并处罚金，罚金，罚金", "long": "罚金 " * 200}
    texts = private | TEXTS
    index = LexicalIndex.build(list(texts), list(texts.values()), private)
    for query in ("有期徒刑", "罚金", "处", "ferries"):
        scores = dict(zip(index.ids, index.scores(tokenize(query)).tolist(), strict=True))
        assert [scores[key] for key in TEXTS] == build().scores(tokenize(query)).tolist()
    scores = dict(zip(index.ids, index.scores(tokenize("罚金")).tolist(), strict=True))
    assert scores["own"] > scores["b"]  # it is found as what everybody sees is
    assert index.part_of(TEXTS).document_frequency("罚金") == 1


def test_what_nobody_else_sees_alone() -> None:
    index = LexicalIndex.build(["own"], ["罚金"], {"own"})
    assert index.scores(tokenize("罚金"))[0] > 0


def test_what_is_saved_is_what_is_read(tmp_path: Path) -> None:
    index = build()
    index.save(tmp_path / "lexical")
    read = LexicalIndex.load(tmp_path / "lexical")
    assert read.ids == index.ids
    assert read.scores(tokenize("罚金")).tolist() == index.scores(tokenize("罚金")).tolist()


def test_an_index_of_nothing(tmp_path: Path) -> None:
    LexicalIndex.build([], []).save(tmp_path / "empty")
    read = LexicalIndex.load(tmp_path / "empty")
    assert read.scores(["罚金"]).tolist() == []
    assert read.document_frequency("罚金") == 0


def test_texts_without_any_word(tmp_path: Path) -> None:
    index = LexicalIndex.build(["a", "b"], ["……", "——"])
    index.save(tmp_path / "marks")
    assert index.scores(["罚金"]).tolist() == LexicalIndex.load(tmp_path / "marks").scores(["罚金"]).tolist() == [0, 0]
