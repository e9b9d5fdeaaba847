"""What is compared with the thresholds: the sums and counts that follow from the stated ones."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.amounts.stated import Stated, read_amounts
from retrieval.amounts.threshold import Threshold
from retrieval.amounts.words import ROLES

_BY_NAME = {role.name: role for role in ROLES}
_RECEIPTS = frozenset(["gross", "gains", "net", "turnover"])


@dataclass(frozen=True)
class Base:
    """A sum or a count to compare.

    :param name: What it is: a role's name, `net_of_costs`, or a unit of counts.
    :param costs: The costs that were deducted, yuan.
    """

    name: str
    value: int
    unit: str
    costs: int = 0

    @property
    def is_gains(self) -> bool:
        """Whether it may be the illegal gains."""
        return self.name in ("gross", "gains", "net", "net_of_costs")

    def counts_towards(self, threshold: Threshold) -> bool:
        """Return whether it is of the kind that a threshold measures."""
        if self.unit != "yuan":
            return threshold.unit == ("person_times" if self.unit == "people" else self.unit)
        role = _BY_NAME["net" if self.name == "net_of_costs" else self.name]
        return threshold.unit == "yuan" and bool(role.measure and role.measure.search(threshold.measure.zh))


def stated_last(questions: Iterable[str]) -> list[Stated]:
    """Return the amounts that a conversation ends with: a later question's take the place of an earlier one's.

    "Suppose it was only 9,000" puts all receipts anew, and the costs that belonged to the earlier ones go with them;
    "and if servers cost 22,000?" only the costs; another number of customers every count.

    :param questions: As `plain` returns them, the oldest first.
    """
    kept: list[Stated] = []
    for question in questions:
        own = read_amounts(question)
        names = {amount.role.name for amount in own if amount.role}
        if names & _RECEIPTS:
            names |= _RECEIPTS | {"cost"}
        counts = any(amount.role is None for amount in own)
        kept = [one for one in kept if (one.role.name not in names if one.role else not counts)]
        kept += own
    return kept


def read_bases(stated: Sequence[Stated]) -> list[Base]:
    """Return what to compare: gross and, where costs are given, net of them as well; counts as they are.

    Several sums of one kind are added, for receipts of two years are the receipts, unless the question compares them.
    """
    sums: dict[str, int] = {}
    apart: list[Base] = []
    compared = {amount.role.name for amount in stated if amount.alternative and amount.role}
    for amount in stated:
        if amount.role is None:
            apart.append(Base(amount.unit, amount.value, amount.unit))
        elif amount.role.name in compared - {"cost"}:
            apart.append(Base(amount.role.name, amount.value, "yuan"))
        else:
            sums[amount.role.name] = sums.get(amount.role.name, 0) + amount.value
    costs = sums.pop("cost", 0)
    if costs and "gains" in sums and "gross" not in sums:  # gains before costs are receipts
        sums["gross"] = sums.pop("gains")
    bases = [Base(name, value, "yuan") for name, value in sums.items()]
    if costs and "gross" in sums and "net" not in sums:
        bases.append(Base("net_of_costs", max(sums["gross"] - costs, 0), "yuan", costs))
    return bases + apart


def states_amounts(text: str) -> bool:
    """Return whether a question gives an amount or a count that a threshold could measure."""
    return bool(read_bases(read_amounts(text)))


_TIER = re.compile(
    r"\b(?:tier|bracket|band)s?\b|\bserious\b|\bthresholds?\b|哪一?档|几档|档次|情节(?:特别)?严重|起刑点|立案(?:标准|起点)|入罪|量刑|有(?:什么|没有)?[区差]别|\bdifference\b",
    re.IGNORECASE,
)


def asks_for_tier(text: str) -> bool:
    """Return whether a question gives sums of money or counts and asks which tier they fall in."""
    return bool(_TIER.search(text)) and states_amounts(text)


_UNIT_CRIME = re.compile(
    r"单位|公司|企业|法人|\b(?:units?|compan(?:y|ies)|corporat\w+|entit(?:y|ies)|firm)\b", re.IGNORECASE
)


def concerns(threshold: Threshold, text: str) -> bool:
    """Return whether a threshold is for what and for whom a question is about.

    Those for units only where it names one; those for persons always, since a person may act in a company's name.
    """
    if threshold.only_if and not any(word in text.lower() for word in threshold.only_if):
        return False
    return threshold.applies_to != "unit" or bool(_UNIT_CRIME.search(text))
