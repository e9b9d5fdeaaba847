import pytest

from eval.statistics import quantile, risk_coverage
from retrieval.statistics import difference, estimate


def test_the_interval_holds_the_mean_and_is_the_same_every_time() -> None:
    values = [0.0, 1.0] * 50
    found = estimate(values)
    assert found.mean == 0.5
    assert found.n == 100
    # a binomial of 100: two standard deviations are .1
    assert found.low == pytest.approx(0.4, abs=0.02)
    assert found.high == pytest.approx(0.6, abs=0.02)
    assert estimate(values) == found
    assert estimate([0.1, 0.35, 0.9, 0.2], seed=1) != estimate([0.1, 0.35, 0.9, 0.2], seed=2)


def test_more_questions_give_a_narrower_interval() -> None:
    few, many = estimate([0.0, 1.0] * 5), estimate([0.0, 1.0] * 500)
    assert many.high - many.low < few.high - few.low


def test_nothing_has_no_mean() -> None:
    assert estimate([]) is None
    assert quantile([], 0.5) is None


def test_a_difference_is_of_the_same_questions() -> None:
    """Values that differ much, each a little better: sure when paired, which it would not be otherwise."""
    before = [i / 100 for i in range(80)]
    found = difference(before, [value + 0.01 for value in before])
    assert found.mean == pytest.approx(0.01)
    assert found.low > 0


def test_quantiles() -> None:
    assert quantile([1, 2, 3, 4, 5], 0.5) == 3
    assert quantile(list(range(101)), 0.95) == 95


def test_risk_grows_as_less_sure_questions_are_answered() -> None:
    points = risk_coverage([0.9, 0.8, 0.8, 0.1], [False, False, True, True])
    assert points == [(0.25, 0.0), (0.75, pytest.approx(1 / 3)), (1.0, 0.5)]
