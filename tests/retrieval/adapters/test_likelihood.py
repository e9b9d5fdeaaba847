"""How likely a question is asked of an article."""

import numpy as np
import pytest

from retrieval.adapters.adapter import unit
from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.likelihood import Likelihood
from retrieval.store.lexical import LexicalIndex
from retrieval.words.tokens import tokenize

TEXTS = {
    "theft": "盗窃公私财物，数额较大的，处三年以下有期徒刑。",
    "robbery": "以暴力抢劫公私财物的，处三年以上有期徒刑。",
    "lease": "承租人应当按照约定的期限支付租金。",
}
VECTORS = unit(np.array([[1, 0.05, 0], [0.7, 0.7, 0], [0, 0, 1]])).astype(np.float32)
# of articles that this index does not hold: one like the first, one like the second, one like the last
ELSEWHERE = unit(np.array([[1, 0, 0], [0.6, 0.8, 0], [0, 0.05, 1]])).astype(np.float32)
ASKED = {
    "手机被偷了怎么办？": 0,
    "在超市偷东西会坐牢吗？": 0,
    "被打劫了": 1,
    "有人打劫": 1,
    "房东涨价": 2,
    "房东赶人": 2,
}


@pytest.fixture
def lexical() -> LexicalIndex:
    return LexicalIndex.build(list(TEXTS), list(TEXTS.values()))


@pytest.fixture
def likelihood(lexical: LexicalIndex) -> Likelihood:
    return Likelihood(
        AskedWords.of([tokenize(own) for own in ASKED], [[row] for row in ASKED.values()], ELSEWHERE), lexical
    )


def scores(likelihood: Likelihood, question: str) -> dict[str, float]:
    return likelihood.scores(tokenize(question), list(TEXTS), VECTORS)


def test_an_article_is_found_by_words_that_only_articles_like_it_were_asked_with(likelihood: Likelihood) -> None:
    assert "偷" not in "".join(TEXTS.values())
    found = scores(likelihood, "偷")
    assert found["theft"] > 0
    assert found["robbery"] < found["theft"] / 10
    assert found["lease"] < found["theft"] / 10
    landlord = scores(likelihood, "房东")
    assert max(landlord, key=landlord.__getitem__) == "lease"


def test_its_own_words_speak_for_an_article_too(likelihood: Likelihood, lexical: LexicalIndex) -> None:
    found = scores(likelihood, "租金不付")
    assert max(found, key=found.__getitem__) == "lease"
    alone = scores(Likelihood(AskedWords.none(3), lexical), "租金不付")
    assert max(alone, key=alone.__getitem__) == "lease"


def test_what_is_asked_of_everything_says_less(lexical: LexicalIndex) -> None:
    every = [[0], [0], [1], [1]]
    questions = ["偷 吗", "偷 吗", "租 吗", "租 吗"]
    asked = AskedWords.of([own.split() for own in questions], every, VECTORS[[0, 2]])
    own = Likelihood(asked, lexical)
    assert own.scores(["偷"], ["theft"], VECTORS[:1])["theft"] > own.scores(["吗"], ["theft"], VECTORS[:1])["theft"]


def test_a_word_counts_once_and_unknown_words_not_at_all(likelihood: Likelihood) -> None:
    once = likelihood.scores(["偷"], ["theft"], VECTORS[:1])
    assert likelihood.scores(["偷", "偷", "鳗"], ["theft"], VECTORS[:1]) == pytest.approx(once)


def test_no_articles_no_scores(likelihood: Likelihood) -> None:
    assert likelihood.scores(["偷"], [], np.zeros((0, 3), np.float32)) == {}


def test_an_index_without_words_has_what_was_asked_alone() -> None:
    asked = AskedWords.of([["偷"], ["偷"]], [[0], [0]], ELSEWHERE)
    found = Likelihood(asked, LexicalIndex.build(["empty"], ["。"])).scores(["偷"], ["empty"], ELSEWHERE[:1])
    assert found["empty"] > 0
