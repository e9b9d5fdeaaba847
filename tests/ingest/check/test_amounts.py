"""Numbers of a text by their unit."""

import pytest

from ingest.check.thresholds import amounts


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("违法所得五千元以上或者造成经济损失一万元以上的", "元", {5000, 10000}),
        ("处10万元以上100万元以下罚款", "元", {100_000, 1_000_000}),
        ("可以并处1.5万元以下的罚款", "元", {15_000}),
        ("40,445.06元", "元", {40_445.06}),
        ("二十人次以上", "人次", {20}),
        ("五倍以上", "元", set()),
        ("第三条五倍以上", "倍", {5}),
        ("a fine of 1,000,000 yuan or more, 5 times", "yuan", {1_000_000}),
        ("1 time or more", "time", {1}),
        ("可以处以违法所得1至3倍的罚款", "倍", {1, 3}),
        ("1 to 3 times the illegal gains", "time", {1, 3}),
    ],
)
def test_amounts(text: str, unit: str, expected: set[float]) -> None:
    assert amounts(text, unit) == expected
