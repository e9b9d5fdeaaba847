"""What the training gained on questions held out of it."""

from collections.abc import Mapping

from retrieval.adapters.about import Gain
from retrieval.errors import FayanError
from retrieval.statistics import difference
from retrieval.training.folds import Outcome, Values
from retrieval.training.ordering import Ordering

RECALL, RANK = "R@10", "RR@10"


def gains(outcome: Outcome | Ordering) -> dict[str, Gain]:
    """Return each measure before and after, with the paired difference's 95 % interval."""
    return {
        RECALL: gain_of(outcome.before.recall.tolist(), outcome.after.recall.tolist()),
        RANK: gain_of(outcome.before.reciprocal_rank.tolist(), outcome.after.reciprocal_rank.tolist()),
    }


def gain_of(before: list[float], after: list[float]) -> Gain:
    """Return a measure before and after, question by question, with the paired difference's 95 % interval."""
    change = difference(before, after)
    count = max(len(before), 1)
    low, mean, high = (change.low, change.mean, change.high) if change else (0.0, 0.0, 0.0)
    return Gain(
        before=round(sum(before) / count, 4), after=round(sum(after) / count, 4),
        difference=round(mean, 4), low=round(low, 4), high=round(high, 4),
    )  # fmt: skip


def _both(values: Values) -> list[float]:
    return ((values.recall + values.reciprocal_rank) / 2).tolist()


def helps(outcome: Outcome | Ordering) -> bool:
    """Return whether the interval of the gain, in the mean of both measures, lies above zero."""
    return gain_of(_both(outcome.before), _both(outcome.after)).low > 0


def refuse_useless(outcome: Outcome) -> None:
    """Refuse maps that are not surely better on held-out questions.

    :raises FayanError: If the interval of the gain, in the mean of both measures, does not lie above zero.
    """
    gain = gain_of(_both(outcome.before), _both(outcome.after))
    if not helps(outcome):
        raise FayanError(
            f"The training did not help and nothing was written: on {len(outcome.before.recall)} held-out questions the "
            f"mean of recall and reciprocal rank went from {gain.before:.3f} to {gain.after:.3f}, a difference of "
            f"{gain.difference:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]: add pairs, or questions of another kind."
        )


def report_text(found: Mapping[str, Gain], questions: int, what: str = "a map") -> str:
    """Return the table that the command prints."""
    lines = [
        f"{questions} questions, held out, each judged by {what} trained without it",
        "measure    before    after   difference [95 % interval]",
    ]
    lines += [
        f"{name:<8} {gain.before:>8.3f} {gain.after:>8.3f}   {gain.difference:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]"
        for name, gain in found.items()
    ]
    return "\n".join(lines)
