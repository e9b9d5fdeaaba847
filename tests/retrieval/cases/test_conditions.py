"""The bounds that a question sets to a field of the cases that it asks for."""

import pytest

from retrieval.cases.conditions import EXCEEDED, limit_in

INF = float("inf")


@pytest.mark.parametrize(
    ("text", "of", "least", "below"),
    [
        ("fines of not less than 5,000 yuan", "fine", 5000, INF), ("罚款没超过5000元的案子", "fine", 0, 5000 + EXCEEDED),
        ("fines of no more than 5,000 yuan", "fine", 0, 5000 + EXCEEDED), ("fined more than RMB 1,000", "fine", 1000 + EXCEEDED, INF),
        ("fine of 500 yuan", "fine", 500, 500 + EXCEEDED), ("罚款未超过5000元", "fine", 0, 5000 + EXCEEDED),
        ("at least RMB 5,000 in gains", "gains", 5000, INF), ("获利没到五万的案子", "gains", 0, 50_000), ("获利不到五万", "gains", 0, 50_000),
        ("获利不少于五万", "gains", 50_000, INF), ("获利高于五万", "gains", 50_000 + EXCEEDED, INF), ("获利五万以下", "gains", 0, 50_000 + EXCEEDED),
        ("gains between 10,000 and 50,000 yuan", "gains", 10_000, 50_000 + EXCEEDED), ("gains of up to 30,000", "gains", 0, 30_000 + EXCEEDED),
        ("no fewer than 100 users", "users", 100, INF), ("用户超过100人", "users", 100 + EXCEEDED, INF), ("less than 100 customers", "users", 0, 100),
        ("sentences not exceeding three years", "term", 0, 36 + EXCEEDED), ("not over three years", "term", 0, 36 + EXCEEDED),
        ("not under three years", "term", 36, INF), ("longer than two years", "term", 24 + EXCEEDED, INF), ("shorter than two years", "term", 0, 24),
        ("刑期三年以上", "term", 36, INF), ("不满三年", "term", 0, 36), ("不超过6个月", "term", 0, 6 + EXCEEDED), ("至少六个月", "term", 6, INF),
    ],
)  # fmt: skip
def test_a_bound(text: str, of: str, least: float, below: float) -> None:
    limit = limit_in(text)
    assert limit is not None
    assert (limit.of, *limit.bounds) == (of, least, below)


@pytest.mark.parametrize("text", ["which cases are there", "5,000 yuan", "三年", "哪些案件判了缓刑"])
def test_no_bound(text: str) -> None:
    assert limit_in(text) is None


@pytest.mark.parametrize("piece", [" ", "1", "三"])
def test_a_long_run_takes_no_quadratic_time(piece: str) -> None:
    assert limit_in(piece * (100_000 // len(piece))) is None
