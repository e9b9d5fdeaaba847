"""The amounts and counts that a question states, and what each is an amount of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from retrieval.amounts.figures import NEAR, Bound, Figure, read_figures, with_plain_figures
from retrieval.amounts.rates import HEAD, factors, lasting, per_what
from retrieval.amounts.words import (
    COUNTED_BEFORE,
    COUNTS,
    GAINS,
    GROSS,
    OF_CUSTOMERS,
    OTHER_SUM,
    OTHER_SUM_BEHIND,
    PAID_TO,
    PAY,
    ROLES,
    SAMPLED,
    SOLD,
    YUAN,
    Role,
)
from retrieval.words.comparing import sets_side_by_side

_FOREIGN = re.compile(r"[$€£]\s*$|\b(?:USD|US\$|EUR|GBP|HKD|USDT)\s*$", re.IGNORECASE)
_FOREIGN_UNIT = re.compile(
    r"\s*(?:个)?(?:美元|美金|港元|港币|欧元|英镑|比特币|泰达币|(?:us )?dollars?\b|usdt?\b|euros?\b|pounds?\b|hkd\b|gbp\b|btc\b|bitcoins?\b)",
    re.IGNORECASE,
)
_YUAN_BEFORE = re.compile(r"(?:\b(?:RMB|CNY)|[¥￥]|人民币)\s*$", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"\s*(?:[年月日号条款项倍岁天个名位人]|个月|小时|之|%|％|/|-\d|\(\d|years?\b|months?\b|days?\b|times\b|per ?cent\b|cases?\b|(?:people|persons?|defendants?|of (?:the|us|them))\b)",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(r"\s*(?:元|yuan)?\s*(?:以上|以下|以内|or more|or less|or above)", re.IGNORECASE)
_JOINS = re.compile(
    r"^[多余来]?(?:左右)?\s*(?:yuan|rmb|元)?\s*(?:of|in|for|as|on|的|是)?\s*(?:the |his |her |their )?$", re.IGNORECASE
)
_CLAUSE = re.compile(r"[，。；！？;!?\n]|,(?!\d{3})|\.(?!\d)")
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
# a number without a unit is money only where no other noun follows: not "30,000 subscriptions", not 300台
_ENDS = re.compile(
    r"\s*(?:$|[^\w\s]|多|余|来|左右|出头|和|与|跟|还是|或|的|是|为|吗|呢|到|至|[了算够要会能卖判构属没不应可怎罚达有哪谁更差各都]|手续费|佣金|提成|利润|成本|流水|"
    r"(?:all (?:told|in|together)|and|or|in|of|for|on|as|from|to|with|but|while|after|before|less|minus|gross|net|last|this|over|during|since|between|"
    r"under|which|is|was|would|a|per|altogether|total|so|then|versus|vs|rather|went|goes?|each|apiece|monthly|yearly|\w+ing)\b)",
    re.IGNORECASE,
)
# 100,000 yuan of outgoing traffic, 10万元的货
_SAID = re.compile(
    r"\s*(?:yuan|rmb|cny)?\s+(?:of|in|worth of)\s+[a-z]|\s*(?:元|块钱?)?的[\u4e00-\u9fff]", re.IGNORECASE
)
_LEAST_BARE = 100
_MONEY_BEFORE = re.compile(r"[了利得入赚收费额款]\s*$")  # 获利2000 is no year


@dataclass(frozen=True)
class Stated:
    """An amount or a count that a question states.

    :param value: In `unit`; yuan are whole yuan. Below a bound that is not reached itself, one less.
    :param unit: `yuan`, or what is counted: `people` stands for that many different persons.
    :param role: What a sum of money is; None for counts, and for a sum of which nothing is said.
    :param alternative: Whether it stands beside the amount before it for comparison: 24,999 or 25,000 yuan.
    :param factors: Of what the value is the product: 8,000 a month and 24 months; empty if it is stated itself.
    """

    value: int
    unit: str
    role: Role | None = None
    alternative: bool = False
    bound: Bound = ""
    factors: tuple[Decimal, ...] = ()


@dataclass(frozen=True)
class _Read:
    """A stated amount, and per what it is that much."""

    stated: Stated
    per: tuple[str, ...] = ()


@dataclass(frozen=True)
class Amounts:
    """The amounts of a text in its order.

    :param rates: Sums that are so much a month or a head, of which the text does not say how many, in yuan.
    :param foreign: Whether a sum in foreign money stands in it.
    """

    stated: tuple[Stated, ...] = ()
    rates: tuple[int, ...] = ()
    foreign: bool = False


def read_amounts(text: str) -> list[Stated]:
    """Return the amounts of a text in its order; dates, articles, terms, fines and foreign money are none.

    :param text: As `plain` returns it.
    """
    return list(read_all(text).stated)


def read_all(text: str) -> Amounts:
    """Return the amounts of a text with what cannot be reckoned.

    :param text: As `plain` returns it.
    """
    text = with_plain_figures(text)
    figures = list(read_figures(text))
    found: list[_Read] = []
    last = 0  # where the last amount ends
    foreign = False
    for at, figure in enumerate(figures):
        before = text[figures[at - 1].end if at else 0 : figure.start]
        after = text[figure.end : figures[at + 1].start if at + 1 < len(figures) else len(text)]
        foreign = foreign or _is_foreign(before, after)
        read = _read(figure, before, after)
        if at and found and found[-1].stated.role is None and not read:  # charged 45 people 37,000 yuan
            read = _read(figure, text[figures[at - 2].end if at > 1 else 0 : figure.start], after)
        if read and _is_compared(found, read, text[last : figure.start], text):
            read = replace(read, stated=replace(read.stated, alternative=True))
        if read := read or _joined(found, figure, text[last : figure.start], after):
            found.append(read)
            last = figure.end
    return _multiplied(found, text, foreign)


def read_unnamed(text: str) -> list[Stated]:
    """Return the sums of money of a text that says of none what it is; none if it says so of one in words not known here.

    :param text: As `plain` returns it.
    """
    text = with_plain_figures(text)
    figures = list(read_figures(text))
    found = []
    for at, figure in enumerate(figures):
        before = text[figures[at - 1].end if at else 0 : figure.start]
        after = text[figure.end : figures[at + 1].start if at + 1 < len(figures) else len(text)]
        if _SAID.match(after):
            return []
        bare = figure.scaled or "," in figure.text
        if _is_money(figure, before, after, bare) and not per_what(figure.lead, after):
            found.append(valued(figure, "yuan"))
    return found


def _multiplied(found: Sequence[_Read], text: str, foreign: bool) -> Amounts:
    """The amounts, rates made to the sums that they come to where it is told for how long and for how many."""
    heads = [read.stated.value for read in found if read.stated.unit != "yuan"]
    lasted = lasting(text) if any(read.per for read in found) else None
    stated: list[Stated] = []
    rates: list[int] = []
    for read in found:
        if not read.per:
            stated.append(read.stated)
        elif times := factors(read.per, lasted, heads):
            value = Decimal(read.stated.value)
            for factor in times:
                value *= factor
            stated.append(replace(read.stated, value=int(value), factors=(Decimal(read.stated.value), *times)))
        else:
            rates.append(read.stated.value)
    return Amounts(tuple(stated), tuple(rates), foreign)


def _is_compared(found: Sequence[_Read], read: _Read, between: str, text: str) -> bool:
    """Whether a sum is set beside the one before it, each with its word: 获利两万和获利三万差多少."""
    if not found or not read.stated.role or read.stated.role != found[-1].stated.role:
        return False
    return bool(_BESIDE.match(between)) and sets_side_by_side(text) and not _ADDED.search(text)


def _joined(found: list[_Read], figure: Figure, between: str, after: str) -> _Read | None:
    """The amount before once more, if this one is only joined to it: for comparison, or that of another year."""
    if not found or _THRESHOLD.match(after) or _FOREIGN_UNIT.match(after):
        return None
    before = found[-1]
    joined = valued(figure, before.stated.unit, before.stated.role)
    if before.stated.unit == "yuan" and not (YUAN.match(after) or _ENDS.match(after)):
        return None
    disputed = _DISPUTED.search(between) and _is_money(figure, between, after, bare=figure.scaled or "," in figure.text)
    if disputed or _CONJUNCTION.match(between):
        return _Read(replace(joined, alternative=True), before.per)
    if before.stated.role and _NEXT_YEAR.match(between):
        return _Read(joined, before.per)
    return None


def valued(figure: Figure, unit: str, role: Role | None = None) -> Stated:
    """Return a figure as an amount of so many units."""
    value = int(figure.value)  # 4,999.60 yuan are not 5,000
    return Stated(value - 1 if figure.bound == "under" and value > 1 else value, unit, role, bound=figure.bound)


def _is_foreign(before: str, after: str) -> bool:
    return bool(_FOREIGN.search(before) or _FOREIGN_UNIT.match(after))


def _is_money(figure: Figure, before: str, after: str, bare: bool) -> bool:
    """Whether a number is a sum of yuan that could be what a threshold measures.

    :param bare: Whether it may be one without the currency.
    """
    if _is_foreign(before, after) or _THRESHOLD.match(after):
        return False
    if OTHER_SUM.search(before) or OTHER_SUM_BEHIND.match(after):
        return False
    if YUAN.match(after) or _YUAN_BEFORE.search(before):
        return True
    if not bare or _NO_AMOUNT.match(after) or figure.value < _LEAST_BARE:
        return False
    if figure.is_year and not _MONEY_BEFORE.search(before):
        return False
    return bool(_ENDS.match(after)) or any(role.stated.match(after.lstrip()) for role in ROLES)


def _read(figure: Figure, before: str, after: str) -> _Read | None:
    if _is_foreign(before, after) or _THRESHOLD.match(after) or SAMPLED.search(before):
        return None
    with_currency = bool(YUAN.match(after) or _YUAN_BEFORE.search(before))
    if not with_currency:
        for unit, pattern, to_whom in COUNTS:
            if pattern.match(after) and (to_whom is None or to_whom.search(before)):
                sold = unit == "accounts" and SOLD.search(before)
                return _Read(valued(figure, "person_times" if sold else unit))
        if COUNTED_BEFORE.search(before) and not figure.is_year and not _NO_AMOUNT.match(after.lstrip("人个名位")):
            return _Read(valued(figure, "people"))
    if not _is_money(figure, before, after, bare=True):
        return None
    per = per_what(_CLAUSE.split(figure.lead)[-1], _CLAUSE.split(after)[0])
    role = _role(before, after, None if with_currency else NEAR)
    if not role and per:  # a price is what customers pay; what somebody is paid a month is his
        role = GROSS if HEAD in per else GAINS
    return _Read(valued(figure, "yuan", role), per) if role else None


def _role(before: str, after: str, near: int | None = None) -> Role | None:
    """The role whose word the number is joined to, else the nearest in its clause: before it, then after it."""
    before = _CLAUSE.split(before)[-1]
    after = _CLAUSE.split(after)[0]
    if PAID_TO.search(before) and not OF_CUSTOMERS.search(f"{before} {after}"):
        return PAY  # 拿了4000元工资: the wages are a cost to who pays them
    following = [(match.start(), role) for role in ROLES for match in role.stated.finditer(after)]
    if following:
        start, role = min(following, key=lambda pair: pair[0])
        if _JOINS.match(after[:start]):
            return role
    # of two that end at the same place the longer one: "customers paid" is no cost
    preceding = [(match.end(), -match.start(), role) for role in ROLES for match in role.stated.finditer(before)]
    preceding = [one for one in preceding if near is None or len(before) - one[0] <= near]
    if preceding:
        return max(preceding, key=lambda one: one[:2])[2]
    if following and near is None:
        return min(following, key=lambda pair: pair[0])[1]
    return None
