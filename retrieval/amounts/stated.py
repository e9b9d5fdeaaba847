"""The amounts and counts that a question states, and what each is an amount of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from retrieval.amounts.bounds import CLAUSE, Bound
from retrieval.amounts.denied import readable
from retrieval.amounts.figures import NEAR, Figure, read_figures
from retrieval.amounts.lent import lends_account, runs_through
from retrieval.amounts.rates import HEAD, factors, lasting, per_what, sold_in, turns_in
from retrieval.amounts.sums import (
    ENDS,
    FOREIGN_UNIT,
    NO_AMOUNT,
    YUAN_BEFORE,
    is_foreign,
    is_money,
    is_taken_for_what_was_sold,
    is_threshold,
    role_of,
)
from retrieval.amounts.whose import owner_after
from retrieval.amounts.words import (
    COUNTED_BEFORE,
    COUNTS,
    GAINS,
    GROSS,
    LENT_TO,
    SAMPLED,
    SETTLEMENT,
    SOLD,
    YUAN,
    Role,
)
from retrieval.number_words import with_digits
from retrieval.words.comparing import sets_side_by_side

_CONJUNCTION = re.compile(
    r"^(?:元|人次|yuan|rmb)?\s*(?:和|与|跟|还是|或者?|、|到|至|(?<!\s)[-~—–]|vs\.?|versus|or|and|to|rather than)\s*(?:RMB|CNY)?\s*$",
    re.IGNORECASE,
)
# and the next one with its own word, or both added up
_BESIDE = re.compile(
    r"\s*(?:元|块钱?|yuan|rmb)?\s*的?\s*(?:[,，]\s*)?(?:、|和|与|跟|同|还是|或者?|比|vs\.?|versus|or|and|rather than|compared (?:to|with))",
    re.IGNORECASE,
)
_ADDED = re.compile(r"一共|总共|合计|共计|加起来|\b(?:altogether|in total|in all|together|combined)\b", re.IGNORECASE)
# it all comes to so much, whatever it is made of: 2,000 all told, 加起来两千
_TOTAL = re.compile(
    r"\b(?:total(?:led|ling|s)?(?: of)?|adds? up to|added up to|(?:comes?|came) to)(?: (?:about|abt|around|some|only|just))*\s*(?:RMB|CNY|¥)?\s*$|"
    r"(?:一共|总共|合计|共计|加起来)(?:也就|大概|大约|差不多|就|才|有|是|约)*\s*$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = re.compile(
    r"\s*(?:元|块钱?|yuan|rmb)?\s*(?:all told|all in all|in all|altogether|in total|all together)\b", re.IGNORECASE
)
# the other side's figure: 只有8千, we say 20,000
_DISPUTED = re.compile(
    r"(?:只有|仅有?|只是|应[为是]|实际上?|认为是?)\s*$|\b(?:we say|only|in fact|actually|we put it at)\s*(?:RMB|CNY|¥)?\s*$",
    re.IGNORECASE,
)
# 10,000 yuan in 2019 and 15,000 in 2020
_NEXT_YEAR = re.compile(
    r"^\s*(?:元|yuan|rmb)?\s*(?:(?:in|during|for)\s+)?(?:19|20)\d{2}年?\s*(?:[,，、;；]|and|和|以及)+\s*(?:(?:(?:in|during)\s+)?(?:19|20)\d{2}年?\s*)?$",
    re.IGNORECASE,
)
_HEADS = frozenset(["people", "person_times", "accounts"])  # of what a price is paid for each
# 100,000 yuan of outgoing traffic, 10万元的货
_SAID = re.compile(
    r"\s*(?:yuan|rmb|cny)?\s+(?:of|in|worth of)\s+[a-z]|\s*(?:元|块钱?)?的[\u4e00-\u9fff]", re.IGNORECASE
)


@dataclass(frozen=True)
class Stated:
    """An amount or a count that a question states.

    :param value: In `unit`; yuan are whole yuan. Below a bound that is not reached itself, one less.
    :param unit: `yuan`, or what is counted: `people` stands for that many different persons.
    :param role: What a sum of money is; None for counts, and for a sum of which nothing is said.
    :param alternative: Whether it stands beside the amount before it for comparison: 24,999 or 25,000 yuan.
    :param factors: Of what the value is the product: 8,000 a month and 24 months; empty if it is stated itself.
    :param whose: Who got it, or found that it was so much, in the question's words; empty if that is not told.
    :param ceiling: What it is less than, if it is so much and some more: 2万多; else 0.
    """

    value: int
    unit: str
    role: Role | None = None
    alternative: bool = False
    bound: Bound = ""
    factors: tuple[Decimal, ...] = ()
    whose: str = ""
    ceiling: int = 0


@dataclass(frozen=True)
class _Read:
    """A stated amount, per what it is that much, and whether it is said to be the sum of all.

    :param spent: Where the word that says what it is ends in what stands behind the number, 0 if it stands before it.
    """

    stated: Stated
    per: tuple[str, ...] = ()
    is_total: bool = False
    spent: int = 0


@dataclass(frozen=True)
class Amounts:
    """The amounts of a text in its order.

    :param rates: Sums that are so much a month or a head, of which the text does not say how many, in yuan.
    :param foreign: Whether a sum in foreign money stands in it.
    """

    stated: tuple[Stated, ...] = ()
    rates: tuple[int, ...] = ()
    foreign: bool = False


def read_amounts(text: str, is_lent: bool = False) -> list[Stated]:
    """Return the amounts of a text in its order; dates, articles, terms, fines and foreign money are none.

    :param text: As `plain` returns it.
    :param is_lent: Whether it was told before of an account lent to others.
    """
    return list(read_all(text, is_lent).stated)


def read_all(text: str, is_lent: bool = False) -> Amounts:
    """Return the amounts of a text with what cannot be reckoned.

    :param text: As `plain` returns it.
    :param is_lent: Whether it was told before of an account lent to others.
    """
    is_lent = is_lent or lends_account(text)
    text = readable(with_digits(text, lambda *_: True) if is_lent else text)  # lent to three people
    figures = list(read_figures(text))
    found: list[_Read] = []
    last = spent = 0  # where the last amount ends, and behind it the word that says what it is
    foreign, owner = False, ""
    for at, figure in enumerate(figures):
        before = text[figures[at - 1].end if at else 0 : figure.start]
        after = text[figure.end : figures[at + 1].start if at + 1 < len(figures) else len(text)]
        foreign = foreign or is_foreign(before, after)
        earlier, owner = owner, owner_after(before, owner)
        followed = at + 1 < len(figures)
        read = _read(figure, before, after, followed, spent)
        if at and found and found[-1].stated.role is None and not read:  # charged 45 people 37,000 yuan
            read = _read(figure, text[figures[at - 2].end if at > 1 else 0 : figure.start], after, followed)
        spent = read.spent if read else 0
        if is_lent and read:
            read = replace(read, stated=_of_lent(read.stated, before, after))
        if read and _is_compared(found, read, text[last : figure.start], text):
            read = replace(read, stated=replace(read.stated, alternative=True))
        between = text[last : figure.start]
        if read := read or _joined(found, figure, between, after, of_another=bool(earlier) and owner != earlier):
            # a total after the sums of several is nobody's alone
            whose = "" if read.is_total and owner == earlier else owner
            found.append(replace(read, stated=replace(read.stated, whose=whose)))
            last = figure.end
    if _ADDED.search(text, last):
        found = [replace(read, stated=replace(read.stated, whose="")) for read in found]
    return _multiplied(found, text, foreign)


def read_unnamed(text: str) -> list[Stated]:
    """Return the sums of money of a text that says of none what it is; none if it says so of one in words not known here.

    :param text: As `plain` returns it.
    """
    text = readable(text)
    figures = list(read_figures(text))
    found = []
    for at, figure in enumerate(figures):
        before = text[figures[at - 1].end if at else 0 : figure.start]
        after = text[figure.end : figures[at + 1].start if at + 1 < len(figures) else len(text)]
        if _SAID.match(after):
            return []
        bare = figure.scaled or "," in figure.text
        if is_money(figure, before, after, bare) and not per_what(figure.lead, after):
            found.append(valued(figure, "yuan"))
    return found


def _multiplied(found: Sequence[_Read], text: str, foreign: bool) -> Amounts:
    """The amounts, rates made to the sums that they come to where it is told for how long and for how many."""
    heads = [read.stated.value for read in found if read.stated.unit in _HEADS] or sold_in(text)
    lasted = lasting(text) if any(read.per for read in found) else None
    stated: list[Stated] = []
    rates: list[int] = []
    if any(read.is_total for read in found):  # what it is made of is not counted again
        found = [read for read in found if not read.per]
    for read in found:
        if not read.per:
            stated.append(read.stated)
        elif times := factors(read.per, lasted, heads, turns_in(text)):
            value = Decimal(read.stated.value)
            for factor in times:
                value *= factor
            stated.append(
                replace(read.stated, value=int(value), factors=(Decimal(read.stated.value), *times), ceiling=0)
            )
        else:
            rates.append(read.stated.value)
    return Amounts(tuple(stated), tuple(rates), foreign)


def _is_compared(found: Sequence[_Read], read: _Read, between: str, text: str) -> bool:
    """Whether a sum is set beside the one before it, each with its word: 获利两万和获利三万差多少."""
    if not found or not read.stated.role or read.stated.role != found[-1].stated.role:
        return False
    return bool(_BESIDE.match(between)) and sets_side_by_side(text) and not _ADDED.search(text)


def _joined(found: list[_Read], figure: Figure, between: str, after: str, of_another: bool) -> _Read | None:
    """The amount before once more, if this one is only joined to it: for comparison, or that of another year or person."""
    if not found or is_threshold(between, after) or FOREIGN_UNIT.match(after):
        return None
    before = found[-1]
    joined = valued(figure, before.stated.unit, before.stated.role)
    if before.stated.unit == "yuan" and not (YUAN.match(after) or ENDS.match(after)):
        return None
    money = is_money(figure, between, after, bare=figure.scaled or "," in figure.text)
    if before.stated.role and of_another and money:
        return _Read(joined, before.per)
    disputed = _DISPUTED.search(between) and money
    if disputed or _CONJUNCTION.match(between):
        return _Read(replace(joined, alternative=True), before.per)
    if before.stated.role and _NEXT_YEAR.match(between):
        return _Read(joined, before.per)
    return None


def _of_lent(stated: Stated, before: str, after: str) -> Stated:
    """An amount told of an account lent to others: what ran through it was settled for them, and they are who was helped."""
    if stated.role is GROSS and runs_through(CLAUSE.split(before)[-1], CLAUSE.split(after)[0]):
        return replace(stated, role=SETTLEMENT)
    if stated.unit == "people" and LENT_TO.search(before):
        return replace(stated, unit="recipients")
    return stated


def valued(figure: Figure, unit: str, role: Role | None = None) -> Stated:
    """Return a figure as an amount of so many units."""
    value = int(figure.value)  # 4,999.60 yuan are not 5,000
    value -= 1 if figure.bound == "under" and value > 1 else 0
    return Stated(value, unit, role, bound=figure.bound, ceiling=figure.ceiling)


def _read(figure: Figure, before: str, after: str, followed: bool, spent: int = 0) -> _Read | None:
    if is_foreign(before, after) or is_threshold(before, after) or SAMPLED.search(before):
        return None
    with_currency = bool(YUAN.match(after) or YUAN_BEFORE.search(before))
    if not with_currency:
        for unit, pattern, to_whom in COUNTS:
            if pattern.match(after) and (to_whom is None or to_whom.search(before)):
                sold = unit == "accounts" and SOLD.search(before)
                return _Read(valued(figure, "person_times" if sold else unit))
        if COUNTED_BEFORE.search(before) and not figure.is_year and not NO_AMOUNT.match(after.lstrip("人个名位")):
            return _Read(valued(figure, "people"))
    if not is_money(figure, before, after, bare=True):
        return None
    per = per_what(CLAUSE.split(figure.lead)[-1], CLAUSE.split(after)[0])
    role, behind = role_of(before, after, None if with_currency else NEAR, followed, spent)
    total = not per and bool(_TOTAL_BEHIND.match(after) or _TOTAL.search(CLAUSE.split(before)[-1]))
    if not role and (total or (not per and is_taken_for_what_was_sold(figure.value, before, after))):
        role = GROSS
    if not role and per:  # a price is what customers pay; what somebody is paid a month is his
        role = GROSS if HEAD in per else GAINS
    return _Read(valued(figure, "yuan", role), per, total, behind) if role else None
