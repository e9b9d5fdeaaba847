"""Names are found whole, the longest first, each character in its place."""

import pytest

from retrieval.words.names import NameFinder


def found(names: list[str], text: str, plurals: bool = False) -> list[str]:
    return [text[name.start : name.end] for name in NameFinder(names, plurals).find(text)]


def test_the_longest_name_at_a_place_wins() -> None:
    assert found(["刑法", "刑法修正案", "修正案"], "《刑法修正案（七）》与刑法") == ["刑法修正案", "刑法"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("csl", "CSL27 and ACSL", ["CSL"]),
        ("SPP Case 68", "SPP Case 681, SPP Case 68.", ["SPP Case 68"]),
        ("proxy", "proxying", []),
        ("刑法", "依刑法第1条", ["刑法"]),
        ("a", "a b", ["a"]),
    ],
)
def test_words_and_numbers_are_not_cut(name: str, text: str, expected: list[str]) -> None:
    assert found([name], text) == expected


def test_plurals_only_where_asked_for() -> None:
    assert found(["tool", "box"], "Tools in boxes", plurals=True) == ["Tools", "boxes"]
    assert found(["tool", "box"], "Tools in boxes") == []


def test_a_character_that_grows_in_lower_case_moves_nothing() -> None:
    assert found(["csl"], "İİ CSL") == ["CSL"]
