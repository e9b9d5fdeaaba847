"""Which tier an amount reaches, and which fine follows from illegal gains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from retrieval.amounts.bases import Base
from retrieval.amounts.placed import TIERS, Placed
from retrieval.amounts.threshold import Beside, Threshold


@dataclass(frozen=True)
class Step:
    """A tier of a charge and the value from which it begins.

    :param multiple: How many times the lower tier's value that is, 1 where the law gives the value itself.
    :param places: The thresholds that say so.
    """

    tier: str
    value: int
    inclusive: bool
    multiple: int
    places: tuple[Placed, ...]

    def reached(self, amount: int) -> bool:
        """Return whether an amount reaches it."""
        return amount >= self.value if self.inclusive else amount > self.value


@dataclass(frozen=True)
class Row:
    """An amount against one measure of one charge.

    :param reached: The highest tier reached, None below the lowest.
    :param also: What must be reached besides, if the question does not tell it.
    """

    base: Base
    measure: Threshold
    steps: tuple[Step, ...]
    reached: Step | None
    also: Beside | None = None

    @property
    def may_be(self) -> Step | None:
        """The next tier, if it may be reached as well: of the amount only a lower bound is told."""
        if self.reached is None and any(step.reached(self.base.value) for step in self.steps):
            return None  # what must be reached besides was not
        above = next((step for step in self.steps if not step.reached(self.base.value)), None)
        return above if above and self.base.may_reach(above.value, self.measure) else None


@dataclass(frozen=True)
class Fine:
    """The range of a fine that follows from illegal gains, yuan.

    :param multiples: Its ends as multiples of the gains, None where the law gives sums.
    """

    base: Base
    low: int
    high: int
    multiples: tuple[int, int] | None
    places: tuple[Placed, ...]


def tier_rows(base: Base, placed: Sequence[Placed], hours: Decimal | None = None) -> list[Row]:
    """Return a row for each measure that a base counts towards.

    :param placed: The thresholds of the charges at stake.
    :param hours: For how long something was out of service, None if that is not told.
    """
    rows = []
    for own in _by_measure(base, placed).values():
        steps = [
            Step(p.threshold.tier, p.threshold.value, p.threshold.inclusive, 1, (p,))
            for p in own
            if p.threshold.tier in TIERS
        ]
        if not any(step.tier == TIERS[-1] for step in steps):  # a value that the law gives itself is no multiple
            steps += [step for p in own if (step := _multiplied(p, placed))]
        if not steps:
            continue
        steps.sort(key=lambda step: (step.value, TIERS.index(step.tier)))
        reached = [step for step in steps if step.reached(base.value)]
        also = own[0].threshold.also
        if also and hours is not None and hours < also.value:
            reached = []
        untold = also if reached and hours is None else None
        rows.append(Row(base, own[0].threshold, tuple(steps), reached[-1] if reached else None, untold))
    return rows


def _by_measure(base: Base, placed: Iterable[Placed]) -> dict[tuple[str, str | None, str], list[Placed]]:
    groups: dict[tuple[str, str | None, str], list[Placed]] = {}
    for p in placed:
        if base.counts_towards(p.threshold) and p.threshold.tier in TIERS:
            groups.setdefault((*p.article, p.threshold.measure.zh), []).append(p)
    return groups


def _multiplied(own: Placed, placed: Iterable[Placed]) -> Step | None:
    """The higher tier that the same article sets as a multiple of the lower tier's value."""
    for other in placed:
        multiple = other.threshold
        if (
            own.threshold.tier == "serious"
            and other.article == own.article
            and multiple.unit == "times"
            and multiple.tier == "particularly_serious"
        ):
            value = own.threshold.value * multiple.value
            return Step(multiple.tier, value, multiple.inclusive, multiple.value, (own, other))
    return None


def fine_range(base: Base, article: Sequence[Placed]) -> Fine | None:
    """Return the fine that one article sets by the illegal gains.

    :param article: Its thresholds: a minimum and a maximum multiple, and perhaps an amount below which sums apply.
    """
    ends = {(p.threshold.unit, p.threshold.tier): p for p in article}
    low, high = ends.get(("times", "minimum")), ends.get(("times", "maximum"))
    if not base.is_gains or not low or not high:
        return None
    condition = ends.get(("yuan", "condition"))
    if condition and base.value < condition.threshold.value:
        least, most = ends.get(("yuan", "minimum")), ends.get(("yuan", "maximum"))
        if not least or not most:
            return None
        return Fine(base, least.threshold.value, most.threshold.value, None, (condition, least, most))
    multiples = low.threshold.value, high.threshold.value
    return Fine(base, base.value * multiples[0], base.value * multiples[1], multiples, (low, high))
