"""The amounts and counts that a question states, and what each is an amount of."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from retrieval.amounts.words import COUNTS, ROLES, YUAN, Role
from retrieval.numerals import NUMERAL, parse_numeral

_SCALE = r"[百千]?[万亿]|[千百]"
_NUMBER = re.compile(
    # 2万5千, 3万7 (37,000), 2千万: what follows a single figure is its unit, or the next lower one goes without saying
    rf"(?P<mixed>\d+(?:\.\d+)?(?:{_SCALE})(?:\d{{1,3}}(?:{_SCALE}))*(?:\d{{3,4}}(?!\d|\s?[年月日号])|\d(?!\d|\.|\s?[年月日号个名位人次台单]))?)"
    # 12,345 and, by ten thousands, 1,2345
    rf"|(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,4}}(?:,\d{{4}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>{_SCALE}|[kw](?![a-z])|thousand\b|million\b)?"
    rf"|(?P<numeral>{NUMERAL})",
    re.IGNORECASE,
)
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_VAGUE = re.compile(r"[几数上好近成](?=[十百千万亿])")  # 几万元 is no amount; 用户数一百二十 is one
_PART = re.compile(rf"(\d+(?:\.\d+)?)({_SCALE})?")
_SCALES = {
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "亿": 100_000_000,
    "k": 1_000,
    "w": 10_000,
    "thousand": 1_000,
    "million": 1_000_000,
}
_FOREIGN = re.compile(r"[$€£]\s*$|\b(?:USD|US\$|EUR|HKD)\s*$", re.IGNORECASE)
_FOREIGN_UNIT = re.compile(r"\s*(?:美元|美金|港元|港币|欧元|(?:us )?dollars?\b|usd\b|euros?\b|hkd\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:第|article|articles|art\.?|paragraph|item|no\.?|§|案|号)\s*$", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"\s*(?:[年月日号条款项倍岁天个名位人]|个月|小时|之|%|％|/|-\d|\(\d|years?\b|months?\b|days?\b|times\b|per ?cent\b|cases?\b|(?:people|persons?|defendants?|of (?:the|us|them))\b)",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\s*(?:元|yuan)?\s*(?:以上|以下|以内|or more|or less|or above)", re.IGNORECASE)
_JOINS = re.compile(r"^\s*(?:yuan|rmb|元)?\s*(?:of|in|for|as|on|的|是)?\s*(?:the |his |her |their )?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[，；。！？;!?\n]|,(?!\d{3})|\.(?!\d)")
_CONJUNCTION = re.compile(
    r"^(?:元|人次|yuan|rmb)?\s*(?:和|与|跟|还是|或者?|、|vs\.?|versus|or|and|rather than)\s*$", re.IGNORECASE
)
# 10,000 yuan in 2019 and 15,000 in 2020
_NEXT_YEAR = re.compile(
    r"^\s*(?:元|yuan|rmb)?\s*(?:(?:in|during|for)\s+)?(?:19|20)\d{2}年?\s*(?:[,，、;；]|and|和|以及)+\s*(?:(?:(?:in|during)\s+)?(?:19|20)\d{2}年?\s*)?$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(?:元|块钱?|yuan|rmb)?\s*(?:each|apiece|per\b|a (?:month|year|head|person)\b|/|每)", re.IGNORECASE
)
_MOST = 10**15  # yuan; what is more is no amount, and in the end no number: 400 figures are infinity
# a number without a unit is money only where no other noun follows: not "30,000 subscriptions", not 300台
_ENDS = re.compile(
    r"\s*(?:$|[^\w\s]|多|余|左右|和|与|跟|还是|或|的|是|为|吗|呢|[了算够要会能卖]|手续费|佣金|提成|利润|成本|流水|"
    r"(?:and|or|in|of|for|on|as|from|to|with|but|while|after|before|less|minus|gross|net|last|this|over|during|since|between|"
    r"under|which|is|was|would|a|per|altogether|total|so|then|versus|vs|rather|went|goes?|going)\b)",
    re.IGNORECASE,
)
_LEAST_BARE = 100
_NEAR = 14  # characters between a role's word and a number without a unit


@dataclass(frozen=True)
class Stated:
    """An amount or a count that a question states.

    :param value: In `unit`; yuan are whole yuan.
    :param unit: `yuan`, or what is counted: `people` stands for that many different persons.
    :param role: What a sum of money is; None for counts.
    :param alternative: Whether it stands beside the amount before it for comparison: 24,999 or 25,000 yuan.
    """

    value: int
    unit: str
    role: Role | None = None
    alternative: bool = False


@dataclass(frozen=True)
class _Number:
    value: Decimal | int
    text: str
    start: int
    end: int

    @property
    def is_year(self) -> bool:
        return self.text.isdigit() and 1900 <= self.value < 2100


def read_amounts(text: str) -> list[Stated]:
    """Return the amounts of a text in its order; dates, articles, terms and foreign money are none.

    :param text: As `plain` returns it.
    """
    text = text.translate(_FORMAL)
    numbers = list(_numbers(text))
    found: list[Stated] = []
    last = 0  # where the last amount ends
    for at, number in enumerate(numbers):
        before = text[numbers[at - 1].end if at else 0 : number.start]
        after = text[number.end : numbers[at + 1].start if at + 1 < len(numbers) else len(text)]
        stated = _stated(number, before, after)
        if (
            at and found and found[-1].role is None and not stated and not _EACH.match(after)
        ):  # charged 45 people 37,000 yuan
            stated = _stated(number, text[numbers[at - 2].end if at > 1 else 0 : number.start], after)
        if stated := stated or _joined(found, text[last : number.start], after):
            found.append(replace(stated, value=int(number.value)))
            last = number.end
    return found


def _joined(found: list[Stated], between: str, after: str) -> Stated | None:
    """The amount before once more, if this one is only joined to it: for comparison, or that of another year."""
    if not found or _BOUND.match(after) or _FOREIGN_UNIT.match(after):
        return None
    if _CONJUNCTION.match(between):
        return replace(found[-1], alternative=True)
    if found[-1].role and _NEXT_YEAR.match(between):
        return replace(found[-1], alternative=False)
    return None


def _numbers(text: str) -> list[_Number]:
    numbers = []
    for match in _NUMBER.finditer(text):
        if match["mixed"]:
            value = _mixed(match["mixed"])
        elif match["numeral"]:
            value = parse_numeral(match["numeral"])
            if (
                value is None
                or _VAGUE.match(text, max(0, match.start() - 1))
                or (len(match["numeral"]) == 1 and value < 10 and not _has_unit(text[match.end() :]))
            ):
                continue
        else:
            value = Decimal(match["digits"].replace(",", "")) * _scale((match["scale"] or "").lower())
        if value <= _MOST and not _ADDRESS.search(text, max(0, match.start() - _NEAR), match.start()):
            numbers.append(_Number(value, match[0].strip(), match.start(), match.end()))
    return numbers


def _scale(words: str) -> int:
    """What a number is multiplied by: 千万 is ten million."""
    if words in _SCALES:
        return _SCALES[words]
    return prod(_SCALES[sign] for sign in words)


def _mixed(text: str) -> Decimal:
    """Return the number in figures and Chinese units: 2万5千 and 2万5 are 25,000."""
    value, unit = Decimal(0), 1
    for figures, words in _PART.findall(text):
        if words:
            unit = _scale(words)
            value += Decimal(figures) * unit
        else:
            value += Decimal(figures) * (unit // 10 if len(figures) == 1 else 1)
    return value


def _has_unit(after: str) -> bool:
    return bool(YUAN.match(after) or any(pattern.match(after) for _, pattern, _ in COUNTS))


def _stated(number: _Number, before: str, after: str) -> Stated | None:
    if _FOREIGN.search(before) or _FOREIGN_UNIT.match(after) or _BOUND.match(after):
        return None
    value = int(number.value)  # 4,999.60 yuan are not 5,000
    if YUAN.match(after):
        role = _role(before, after)
        return Stated(value, "yuan", role) if role else None
    for unit, pattern, to_whom in COUNTS:
        if pattern.match(after) and (to_whom is None or to_whom.search(before)):
            return Stated(value, unit)
    if _NO_AMOUNT.match(after) or number.is_year or value < _LEAST_BARE or not _ENDS.match(after):
        return None
    role = _role(before, after, _NEAR)
    return Stated(value, "yuan", role) if role else None


def _role(before: str, after: str, near: int | None = None) -> Role | None:
    """The role whose word the number is joined to, else the nearest in its clause: before it, then after it."""
    before = _CLAUSE.split(before)[-1]
    after = _CLAUSE.split(after)[0]
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
