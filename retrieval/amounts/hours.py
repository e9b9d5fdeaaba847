"""For how long a question says that something did not work."""

import re
from decimal import Decimal

from retrieval.amounts.bounds import CLAUSE
from retrieval.amounts.figures import read_numbers, with_plain_figures

_UNITS = tuple(
    (Decimal(hours), re.compile(rf"\s*(?:多|余)?(?:个|-)?\s*(?P<half>半)?(?:{words})", re.IGNORECASE))
    for hours, words in (
        ("1", r"小时|钟头|hours?\b|hrs?\b"), ("24", r"[天日](?!志|期)|days?\b"), ("168", r"周(?!年|岁)|星期|weeks?\b"),
    )
)  # fmt: skip
_MINUTES = re.compile(r"\s*(?:多|余)?-?\s*(?:分钟|min(?:ute)?s?\b)", re.IGNORECASE)
_HALF = re.compile(r"半个?(?:小时|钟头)|\bhalf an hour\b", re.IGNORECASE)
# a time in custody, or of the work, is none out of service
_OUT = re.compile(
    r"瘫痪|正常|无法|不能|中断|宕机|崩溃|停[机止了]|持续|累计|长达|掉线|\b(?:down|outages?|offline|out of (?:service|operation)|unable|disabled|paraly\w+|lasting|lasted|crash\w*|cumulative|interrupt\w*|normally)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"半天|[整一]整?天|\b(?:a|one|the whole|an entire|half a) day\b|\ban? (?:week|hour)\b|\bone hour\b", re.IGNORECASE
)


def hours_in(text: str) -> Decimal | None:
    """Return the longest time out of service that a text tells, in hours; None if it tells none.

    :param text: As `plain` returns it.
    """
    clauses = [clause for clause in CLAUSE.split(with_plain_figures(text)) if _OUT.search(clause)]
    return max((told for clause in clauses if (told := _longest(clause)) is not None), default=None)


def _longest(text: str) -> Decimal | None:
    found = [Decimal(1)] if _DAY.search(text) else [Decimal("0.5")] if _HALF.search(text) else []
    for figure in read_numbers(text):
        if _MINUTES.match(text, figure.end):
            found.append(figure.value / 60)
        for hours, words in _UNITS:
            if words.match(text, figure.end):
                found.append(_under(figure.value, figure.bound) * hours)
    return max(found, default=None)


def _under(value: Decimal, bound: str) -> Decimal:
    return value - Decimal("0.01") if bound == "under" else value
