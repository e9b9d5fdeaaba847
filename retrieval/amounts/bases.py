"""What is compared with the thresholds: the sums and counts that follow from the stated ones."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from retrieval.amounts.bounds import Bound
from retrieval.amounts.international import CALLS, is_international
from retrieval.amounts.lent import lends_account
from retrieval.amounts.portions import Portion, read_portion
from retrieval.amounts.resumed import resumed
from retrieval.amounts.shares import read_share
from retrieval.amounts.stated import Stated, read_amounts, read_unnamed
from retrieval.amounts.threshold import Threshold
from retrieval.amounts.whose import is_employer
from retrieval.amounts.words import PAY, ROLES, TURNOVER

_BY_NAME = {role.name: role for role in (*ROLES, PAY)}
_ILLEGAL_BUSINESS = "第二百二十五条"
_RECEIPTS = frozenset(["gross", "earned", "gains", "net", "turnover"])
# what a share is a share of, the likeliest first
_SHARED = ("gross", "turnover", "earned", "net", "gains", "settlement")
_HEADS = ["people", "person_times", "accounts"]  # counts of which some may be free, or come again
# what sums that are no role's count as
_COUNTS_AS = {"net_of_costs": "net", "share": "gains", "unnamed": "gains"}


@dataclass(frozen=True)
class Base:
    """A sum or a count to compare.

    :param name: What it is: a role's name, `net_of_costs`, `share`, `unnamed`, or a unit of counts.
    :param value: In `unit`; one less than a bound that is not reached itself.
    :param costs: The costs that were deducted, yuan.
    :param bound: What the stated figure is a bound of.
    :param factors: Of what the value is the product, empty if of nothing.
    :param whole: Of what it is a share, or what is left, in `unit`.
    :param portion: What was taken off the whole, if negative, or counted once more, because the question tells more of it.
    :param percent: That share.
    :param whose: Who got it, or found it, where the sums of several are told; else empty.
    :param ceiling: What it is less than, if its bound is one from which on it is: 2万多; 0 if that is not told.
    """

    name: str
    value: int
    unit: str
    costs: int = 0
    whole: int = 0
    portion: int = 0
    percent: Decimal | None = None
    bound: Bound = ""
    factors: tuple[Decimal, ...] = ()
    whose: str = ""
    ceiling: int = 0

    @property
    def is_gains(self) -> bool:
        """Whether it may be the illegal gains."""
        return self.name in ("gross", "earned", "gains", "net", *_COUNTS_AS)

    def counts_towards(self, threshold: Threshold) -> bool:
        """Return whether it is of the kind that a threshold measures."""
        if self.unit != "yuan":
            return threshold.unit in ("person_times", "users") if self.unit == "people" else threshold.unit == self.unit
        role = _BY_NAME[_COUNTS_AS.get(self.name, self.name)]
        return threshold.unit == "yuan" and bool(role.measure and role.measure.search(threshold.measure.zh))

    def may_reach(self, value: int, threshold: Threshold) -> bool:
        """Return whether what is measured may be so much, which it is not told to be: at least 5,000 may be 10,000."""
        if not self.tells_of(threshold):
            return True
        return self.bound == "from" and not 0 < self.ceiling <= value

    def tells_of(self, threshold: Threshold) -> bool:
        """Return whether it is what a threshold measures, not only no more than that: who made 20,000 turned over no less."""
        return self.name != "earned" or not TURNOVER.search(threshold.measure.zh)


def stated_last(questions: Iterable[str]) -> list[Stated]:
    """Return the amounts that a conversation ends with: a later question's take the place of an earlier one's.

    "Suppose it was only 9,000" puts all receipts anew, and the costs that belonged to the earlier ones go with them;
    "and if servers cost 22,000?" only the costs; another number of customers every count. A bare figure, "and if it were
    150?", is another of what was stated last.

    :param questions: As `plain` returns them, the oldest first.
    """
    kept: list[Stated] = []
    is_lent = False
    for question in questions:
        is_lent = is_lent or lends_account(question)
        own = read_amounts(read_portion(question)[1], is_lent)
        if not own and (another := resumed(question, kept)):
            own = [another]
        names = {amount.role.name for amount in own if amount.role}
        if names & _RECEIPTS:
            names |= _RECEIPTS | {"cost"}
        counts = any(amount.role is None for amount in own)
        kept = [one for one in kept if (one.role.name not in names if one.role else not counts)]
        kept += own
    return kept


def share_last(questions: Iterable[str]) -> Decimal | None:
    """Return the share that a conversation ends with, in percent.

    :param questions: As `plain` returns them, the oldest first.
    """
    return next((share for question in reversed(list(questions)) if (share := read_share(question))), None)


def read_bases(stated: Sequence[Stated], share: Decimal | None = None, portion: Portion | None = None) -> list[Base]:
    """Return what to compare: gross and, where costs are given, net of them as well; counts as they are.

    Several sums of one kind are added, for receipts of two years are the receipts, unless the question compares them, or
    they are those of several persons, or what several courts or organs found.

    :param share: What somebody got of the sum, in percent: that is compared besides.
    :param portion: Of what was counted so many are told of more: the count without them, or with them once more, is
        compared besides.
    """
    bases = _bases(stated, share)
    if portion and (altered := _altered(bases, portion)):
        bases.insert(bases.index(altered[0]) + 1, altered[1])
    return bases


def _altered(bases: Sequence[Base], portion: Portion) -> tuple[Base, Base] | None:
    """What a portion is of, and what it makes of it; None if nothing was told of which it could be a portion."""
    order = [name for name in _SHARED if portion.unit] or _HEADS
    whole = next((base for name in order for base in reversed(bases) if base.name == name and not base.whose), None)
    if whole is None or not 0 < portion.of(whole.value) < whole.value:
        return None
    change = portion.of(whole.value) * (1 if portion.change == "more" else -1)
    again = whole.name == "people" and change > 0  # so many persons, some of them more than once
    altered = replace(
        whole, value=whole.value + change, whole=whole.value, portion=change, factors=(), ceiling=0,
        name="person_times" if again else whole.name, unit="person_times" if again else whole.unit,
    )  # fmt: skip
    return whole, altered


def _bases(stated: Sequence[Stated], share: Decimal | None) -> list[Base]:
    """What to compare, without what more is told of a part of it."""
    of_whom: dict[str, set[str]] = {}
    for amount in stated:
        if amount.role and amount.role.name != "cost" and amount.whose and not amount.alternative:
            of_whom.setdefault(amount.role.name, set()).add(amount.whose)
    everybody = set().union(*of_whom.values())
    is_paid = any(amount.role is PAY for amount in stated)
    with_employer = any(map(is_employer, everybody)) and (len(everybody) > 1 or is_paid)
    if all(len(owners) == 1 for owners in of_whom.values()) and not with_employer:
        return _bases_of_one(stated, share)
    if with_employer and is_paid:  # what somebody was paid is a part of what the employer took
        (employer,) = [owner for owner in everybody if is_employer(owner)][:1]
        of_one = _bases_of_one(stated, share)
        return [base if base.name == PAY.name else replace(base, whose=employer) for base in of_one]
    return [
        replace(base, whose=owner)
        for owner in dict.fromkeys(amount.whose for amount in stated)
        for base in _bases_of_one([amount for amount in stated if amount.whose == owner], share)
    ]


def _bases_of_one(stated: Sequence[Stated], share: Decimal | None) -> list[Base]:
    """What to compare of the sums of one person, or of all together."""
    sums: dict[str, Base] = {}
    apart: list[Base] = []
    compared = {amount.role.name for amount in stated if amount.alternative and amount.role}
    for amount in stated:
        name = amount.role.name if amount.role else amount.unit
        own = Base(name, amount.value, amount.unit, bound=amount.bound, factors=amount.factors, ceiling=amount.ceiling)
        if amount.role is None or name in compared - {"cost"}:
            apart.append(own)
        else:
            before = sums.get(name)
            sums[name] = replace(before, value=before.value + own.value, factors=(), ceiling=0) if before else own
    cost = sums.pop("cost", None)
    if cost and "gross" not in sums:  # gains before costs are receipts
        if before_costs := next((name for name in ("earned", "gains") if name in sums), None):
            sums["gross"] = replace(sums.pop(before_costs), name="gross")
    taken = max((sums[name].value for name in ("gross", "turnover") if name in sums), default=0)
    if "earned" in sums and "net" not in sums and sums["earned"].value < taken:  # 流水10万，赚了3万
        sums["net"] = replace(sums.pop("earned"), name="net")
    bases = list(sums.values())
    if cost and "gross" in sums and "net" not in sums:
        gross = sums["gross"].value
        bases.append(Base("net_of_costs", max(gross - cost.value, 0), "yuan", cost.value, gross))
    whole = next((base for name in _SHARED for base in bases if base.name == name), None)
    if whole and "pay" in sums:
        bases[bases.index(sums["pay"])] = replace(sums["pay"], whole=whole.value)
    if share and whole:
        bases.append(Base("share", int(whole.value * share / 100), "yuan", whole=whole.value, percent=share))
    return bases + apart


def unnamed_bases(text: str) -> list[Base]:
    """Return the sums of a question that asks for a tier and says of none what it is: each is taken for illegal gains."""
    if not (_TIER.search(text) or _GRAVER.search(text)) or read_amounts(text):
        return []
    return [Base("unnamed", amount.value, "yuan", bound=amount.bound) for amount in read_unnamed(text)]


def states_amounts(text: str) -> bool:
    """Return whether a question gives an amount or a count that a threshold could measure."""
    return bool(read_bases(read_amounts(text)))


def counts_things(text: str) -> bool:
    """Return whether a question counts machines, sets of credentials, sites or groups, as only the law on computer crimes does."""
    return any(amount.unit in _THINGS for amount in read_amounts(text))


_THINGS = frozenset(["machines", "sets", "websites", "groups"])
_TIER = re.compile(
    r"\b(?:tier|bracket|band)s?\b|\bserious\b|\bthresholds?\b|哪一?档|几档|档次|情节(?:特别)?严重|起刑点|立案(?:标准|起点)|入罪|量刑|有(?:什么|没有)?[区差]别|\bdifference\b",
    re.IGNORECASE,
)
# two crimes are compared for one sum: which is worse for 80,000
_GRAVER = re.compile(r"\b(?:worse|heavier|lighter|harsher|milder)\b|[哪谁]个?(?:判得?|罪)?更?[轻重]", re.IGNORECASE)


def asks_for_tier(text: str) -> bool:
    """Return whether a question gives sums of money or counts and asks which tier they fall in."""
    return bool(_TIER.search(text)) and states_amounts(text)


_UNIT_CRIME = re.compile(
    r"单位|公司|企业|法人|\b(?:units?|compan(?:y|ies)|corporat\w+|entit(?:y|ies)|firm)\b", re.IGNORECASE
)


def concerns(threshold: Threshold, text: str) -> bool:
    """Return whether a threshold is for what and for whom a question is about.

    Those for units only where it names one; those for persons always, since a person may act in a company's name. For
    international telecommunications business there are thresholds of its own, for which those of illegal business in
    general are no substitute.
    """
    return is_for(threshold, text) and is_told(threshold, text)


def is_told(threshold: Threshold, text: str) -> bool:
    """Return whether a question speaks of what a threshold is limited to, if it is limited to anything."""
    return not threshold.only_if or any(word in text.lower() for word in threshold.only_if)


def is_for(threshold: Threshold, text: str) -> bool:
    """Return whether a threshold is for whom a question is about, and for the business that it is about."""
    of_calls = bool(CALLS.search(threshold.measure.zh))
    if (
        threshold.charge_article == _ILLEGAL_BUSINESS
        and threshold.unit == "yuan"
        and of_calls != is_international(text)
    ):
        return False
    return threshold.applies_to != "unit" or names_unit(text)


def names_unit(text: str) -> bool:
    """Return whether a question speaks of a company or another unit."""
    return bool(_UNIT_CRIME.search(text))
