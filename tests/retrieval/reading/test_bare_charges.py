"""Crimes that are named by their numbers alone, whatever stands before and behind them."""

import pytest

from retrieval.index import Index
from retrieval.reading.charges import bare_references
from retrieval.references.numbers import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("检察院按285三款起诉,想改成286之一,哪个轻", [((285, 0), 3), ((286, 1), None)]), ("2017年停的,285第三款,过了吗", [((285, 0), 3)]),
        ("以285条3款起诉,能不能改成286之一", [((285, 0), 3), ((286, 1), None)]),
        ("285(3) vs 225 - which is heavier", [((285, 0), 3), ((225, 0), None)]), ("285(3) or 225?", [((285, 0), 3), ((225, 0), None)]),
        ("获利225,300元", []), ("285,300元算哪一档", []), ("285(3) for 225-300 accounts", [((285, 0), 3)]),
    ],
)  # fmt: skip
def test_a_number_is_a_crime_where_its_paragraph_stands_with_it(text: str, expected: list, wide_index: Index) -> None:
    named = [(r.article, r.paragraph) for r in bare_references(plain(text), [], wide_index)]
    assert [one for one in expected if one not in named and one[0] != (285, 0)] == []
    assert {one[0] for one in named} <= {one[0] for one in expected}


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("sentencing range for 225", [(225, 0)]), ("threshold for 285?", [(285, 0)]), ("what is the penalty for 225", [(225, 0)]),
        ("a penalty for 225 users", []), ("he was paid for 225", []), ("threshold for 285 accounts", []),
    ],
)  # fmt: skip
def test_a_number_is_a_crime_where_it_is_asked_what_a_crime_has(text: str, articles: list, wide_index: Index) -> None:
    assert [reference.article for reference in bare_references(plain(text), [], wide_index)] == articles
