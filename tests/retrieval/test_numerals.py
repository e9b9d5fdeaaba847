"""Chinese numerals, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.numerals import format_numeral, parse_numeral

POSITIONAL = "〇一二三四五六七八九"


def test_every_article_number_comes_back() -> None:
    wrong = [number for number in range(1, 10_000) if parse_numeral(format_numeral(number)) != number]
    assert wrong == []


def test_every_article_number_is_written_differently() -> None:
    assert len({format_numeral(number) for number in range(1, 10_000)}) == 9_999


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
        (111, "一百一十一"), (225, "二百二十五"), (286, "二百八十六"), (305, "三百零五"), (1000, "一千"),
        (1001, "一千零一"), (1010, "一千零一十"), (1260, "一千二百六十"), (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_numerals_as_the_law_prints_them(number: int, numeral: str) -> None:
    assert format_numeral(number) == numeral
    assert parse_numeral(numeral) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("二〇二四", 2024), ("二零一八", 2018), ("二八五", 285), ("两", 2), ("两百", 200), ("五千", 5000), ("一万", 10_000),
        ("二万五千", 25_000), ("十万", 100_000), ("五十万", 500_000), ("一百二十三万四千五百六十七", 1_234_567), ("三亿", 300_000_000),
        ("一千二百万", 12_000_000), ("一亿五千万", 150_000_000), ("零", 0),
        ("一万二", 12_000), ("三千五", 3500), ("两百五", 250), ("十万五", 105_000), ("一万零二", 10_002), ("一亿二", 120_000_000),
    ],
)  # fmt: skip
def test_further_ways_to_write_numbers(numeral: str, number: int) -> None:
    assert parse_numeral(numeral) == number


@pytest.mark.parametrize("text", ["", "285", "二百八十五条", "abc", "一 二", "百分之五"])
def test_what_is_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_that_no_article_has(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        format_numeral(number)


@given(st.text(POSITIONAL, min_size=2, max_size=6))
def test_digits_in_a_row_are_read_digit_by_digit(text: str) -> None:
    assert parse_numeral(text) == int("".join(str(POSITIONAL.index(char)) for char in text))


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_tens_of_thousands_are_counted(high: int, low: int) -> None:
    gap = "零" if low < 1000 else ""
    assert parse_numeral(f"{format_numeral(high)}万{gap}{format_numeral(low)}") == high * 10_000 + low
