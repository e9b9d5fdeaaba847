import pytest

from eval.judges.agreement import agreement

SCALE = ("yes", "no")


def test_kappa_by_hand() -> None:
    """20 rows: 15 of one mind; by chance (10 * 13 + 10 * 7) / 400 = .5 would be, so that kappa is .25 / .5."""
    first = ["yes"] * 10 + ["no"] * 10
    second = ["yes"] * 9 + ["no"] + ["yes"] * 4 + ["no"] * 6
    found = agreement(first, second, SCALE)
    assert found.counts == [[9, 1], [4, 6]]
    assert found.share.mean == 0.75
    assert found.kappa
    assert found.kappa.mean == pytest.approx(0.5)
    assert found.kappa.low < 0.5 < found.kappa.high
    assert found.kappa.n == found.share.n == 20


def test_one_mind_is_1_and_the_opposite_below_0() -> None:
    same = agreement(["yes", "no", "yes", "no"], ["yes", "no", "yes", "no"], SCALE)
    assert same.kappa
    assert (same.share.mean, same.kappa.mean) == (1.0, 1.0)
    opposite = agreement(["yes", "no", "yes", "no"], ["no", "yes", "no", "yes"], SCALE)
    assert opposite.kappa
    assert opposite.kappa.mean == -1.0


def test_a_judge_that_always_says_yes_is_worth_nothing() -> None:
    found = agreement(["yes", "yes", "yes", "no"], ["yes"] * 4, SCALE)
    assert found.share.mean == 0.75
    assert found.kappa
    assert found.kappa.mean == 0.0


def test_a_single_verdict_throughout_has_no_kappa() -> None:
    assert agreement(["yes"] * 3, ["yes"] * 3, SCALE).kappa is None


def test_a_verdict_outside_of_the_scale_agrees_with_none() -> None:
    found = agreement(["yes", "no"], ["unreadable", "no"], SCALE)
    assert found.scale == ("yes", "no", "unreadable")
    assert found.share.mean == 0.5


def test_the_rows_must_be_the_same() -> None:
    with pytest.raises(ValueError, match="1 and 2"):
        agreement(["yes"], ["yes", "no"], SCALE)
