import pytest

from eval.normal import holds, normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000 元", "5000元"),
        ("５，０００元", "5000元"),
        ("Article 27", "article27"),
        ("（五）", "(五)"),
        ("3 to\n7 years", "3to7years"),
        ("五千元", "五千元"),
    ],
)
def test_one_form_for_width_case_blanks_and_commas(text: str, expected: str) -> None:
    assert normal(text) == expected


def test_a_fact_is_held_by_any_of_its_alternatives() -> None:
    text = normal("违法所得 5,000 元以上")
    assert holds(text, ("五千元", "5000元"))
    assert not holds(text, ("五万元", "50000元"))
