"""English number words: one number is read whole, two stay two, and what is no number stays in words."""

from decimal import Decimal

import pytest

from retrieval.number_words import parse_number_words, parse_words, with_digits


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twelve", 12), ("twenty-five", 25), ("one hundred and twelve", 112), ("a hundred thousand", 100_000), ("twelve hundred", 1_200),
        ("one and a half", Decimal("1.5")), ("half a million", 500_000), ("a million and a half", 1_500_000), ("two dozen", 24),
        ("twenty twenty", None), ("nineteen ninety-eight", None), ("hundred", None), ("a", None), ("one two", None), ("two thousand million", None),
        ("", None), ("of", None),
    ],
)  # fmt: skip
def test_english_number_words(words: str, number: Decimal | None) -> None:
    assert parse_words(words) == number


def test_two_numbers_joined_stay_two() -> None:
    assert with_digits("between one hundred and two hundred yuan, and twenty", lambda *_: True) == (
        "between 100 and 200 yuan, and 20"
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one", 1), ("eleven", 11), ("Nineteen", 19), ("twenty", 20), ("twenty-nine", 29), ("sixty six", 66), ("one hundred", 100),
        ("two hundred and eighty-five", 285), ("Two Hundred Eighty-Six", 286), ("three hundred three", 303), ("hundred", None),
        ("twenty-eleven", None), ("eleventh", None), ("", None), ("one thousand", None), ("two thousand", None), ("half", None),
    ],
)  # fmt: skip
def test_words_that_number_an_article(text: str, number: int | None) -> None:
    assert parse_number_words(text) == number
