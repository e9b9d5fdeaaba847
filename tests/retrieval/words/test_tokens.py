"""Words for the lexical index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.address import format_article
from retrieval.words.tokens import tokenize


def test_chinese_characters_alone_and_in_pairs() -> None:
    assert {"罚", "金", "罚金"} <= set(tokenize("罚金"))


def test_english_words_lose_case_and_ending() -> None:
    assert tokenize("Selling SOFTWARE") == tokenize("sell software")
    assert "the" not in tokenize("the penalty")


@given(st.integers(1, 999))
def test_an_article_is_the_same_word_in_both_numerals(number: int) -> None:
    assert str(number) in tokenize(format_article(number))
    assert str(number) in tokenize(f"第{number}条")


@pytest.mark.parametrize(
    ("text", "token"),
    [("五千元", "5000"), ("5,000元", "5000"), ("２５０００元", "25000"), ("三年", "3"), ("53.85%", "53.85")],
)
def test_amounts_in_one_form(text: str, token: str) -> None:
    assert token in tokenize(text)


@given(st.text(max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    assert all(tokenize(text))
