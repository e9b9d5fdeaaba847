"""What an authority says of its texts and notes."""

import pytest

from retrieval.authority import Authority, Coverage, Kind, Severity, severity_rank


@pytest.mark.parametrize(
    ("kind", "coverage", "official", "origin"),
    [
        (Kind.STATUTE, Coverage.WHOLE, True, "official"),
        (Kind.STATUTE, Coverage.WHOLE, False, "translation"),
        (Kind.RULE, Coverage.EXCERPT, False, "translation"),
        (Kind.STANDARD, Coverage.RESTATED, False, "restated"),
        (Kind.CASE, Coverage.WHOLE, False, "restated"),
        (Kind.DOCUMENT, Coverage.WHOLE, False, "document"),
    ],
)
def test_whose_words_a_text_is_in(kind: Kind, coverage: Coverage, official: bool, origin: str) -> None:
    authority = Authority.model_validate({"id": "a", "kind": kind, "titles": {}, "coverage": coverage})
    assert authority.origin(official) == origin


def test_the_weightiest_notes_come_first_and_what_has_no_weight_last() -> None:
    assert sorted(["T", None, "M", "x", Severity.HIGH], key=severity_rank)[:3] == ["H", "M", "T"]
