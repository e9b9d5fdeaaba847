"""Where a text quotes: marks of every kind, one in another, over sentences, never closed; and apostrophes, which quote nothing."""

import pytest

from retrieval.quotations import cited_quotations, quotations

LONG = "应当认定为情节严重。" * 90


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("他说“甲。乙。”后", ["甲。乙。"]), ("“甲”和“乙”", ["甲", "乙"]), ("“认定为“严重”，处刑。”", ["认定为“严重”，处刑。"]), (f"“{LONG}”", [LONG]),
        ("『甲』「乙」", ["甲", "乙"]), ("「甲『乙』丙」", ["甲『乙』丙"]), ("‘甲’", ["甲"]), ("'甲'", ["甲"]), ('"a. b."', ["a. b."]), ("＂甲＂", ["甲"]),
        ("“a\nb”", ["a\nb"]), ("“甲\n\n“乙”", ["甲", "乙"]), ("“甲。乙", ["甲。乙"]), ("‘serious’ and ‘it’", ["serious", "it"]), ("'a b', 'c'", ["a b", "c"]),
        ("‘the defendants’ rights’ and ‘x’", ["the defendants’ rights", "x"]), ("‘sellers’ and ‘buyers’", ["sellers", "buyers"]),
        ("“the seller’s gains”", ["the seller’s gains"]), ("say ‘the seller’s gains’", ["the seller’s gains"]), ("“甲「乙”丙", ["甲「乙"]),
        ("\"it is 'so'\"", ["it is 'so'"]), ("“”", [""]),
    ],
)  # fmt: skip
def test_what_is_quoted(text: str, words: list[str]) -> None:
    found = list(quotations(text))
    assert [one.words for one in found] == words
    assert all(text[one.start + 1 : one.start + 1 + len(one.words)] == one.words for one in found)


@pytest.mark.parametrize(
    "text", ["the seller's gains", "the sellers’ gains are the client’s", "in the '90s", "defendants' rights", "《刑法》", "甲”乙", "5' of it", ""]
)  # fmt: skip
def test_what_quotes_nothing(text: str) -> None:
    assert list(quotations(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“甲”[1]", [("甲", [1])]), ("“甲” [1][2]。“乙”", [("甲", [1, 2])]), ("“甲“乙””[3]", [("甲“乙”", [3])]), ("甲”[4]", [(None, [4])]),
        ("the defendants' [1] and “a” b [2]", []), ("‘a’ [12]", [("a", [12])]),
    ],
)  # fmt: skip
def test_what_is_quoted_with_a_number(text: str, found: list[tuple[str | None, list[int]]]) -> None:
    assert list(cited_quotations(text)) == found


@pytest.mark.parametrize("mark", ["“", "‘a ", "'a ", "「", '"a ', "’", "a' "])
def test_many_marks_take_no_quadratic_time(mark: str) -> None:
    assert len(list(quotations(mark * 20_000))) <= 10_000
