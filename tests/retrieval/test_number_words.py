"""English number words."""

import pytest

from retrieval.number_words import parse_number_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one", 1), ("eleven", 11), ("Nineteen", 19), ("twenty", 20), ("twenty-nine", 29), ("sixty six", 66), ("one hundred", 100),
        ("two hundred and eighty-five", 285), ("Two Hundred Eighty-Six", 286), ("three hundred three", 303), ("hundred", None),
        ("twenty-eleven", None), ("eleventh", None), ("", None), ("one thousand", None),
    ],
)  # fmt: skip
def test_number_words(text: str, number: int | None) -> None:
    assert parse_number_words(text) == number
