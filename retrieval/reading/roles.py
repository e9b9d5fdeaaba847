"""The part that somebody had in what was done, as it is told in passing: the technician, 那老板呢, who only answered messages."""

import re
from typing import Literal

from retrieval.reading.pointing_back import is_short

Part = Literal["principal", "accessory"]

_PARTS: dict[Part, re.Pattern[str]] = {
    "principal": re.compile(
        r"老板|机场主|股东|合伙人|投资人|出资|组织者|带头|主谋|发起人|\b(?:owners?|boss(?:es)?|founders?|co-?founders?|organi[sz]ers?|ringleaders?|masterminds?|investors?|invested|shareholders?|partners?)\b",
        re.IGNORECASE,
    ),
    "accessory": re.compile(
        r"客服|技术(?=[员，,。]|人员|的|$)|运维|程序员|会计|出纳|财务|推广员|打工|员工|帮手|\b(?:technicians?|coders?|programmers?|developers?|customer service|support staff|(?:customers?'?|support) messages|accountants?|cashiers?|bookkeepers?|promoters?|helpers?|employees?|staff|assistants?|sysadmins?|(?:fixed|monthly) (?:wage|salary|pay))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
# it is asked what he answers for
_ANSWERS_FOR = re.compile(
    r"\b(?:facing|looking at|charged|liab\w+|responsib\w+|principal|accessory|accomplice|guilty|blamed?|prosecuted|convicted|in trouble)\b|"
    r"怎么判|判几年|判多[久少]|负责|责任|坐牢|[主从共]犯|犯法吗|犯罪吗|会被?[判抓]|定罪",
    re.IGNORECASE,
)
# in the words of the rule that tells the parts in a crime apart
RULES: dict[Part, dict[str, str]] = {
    "principal": {"en": "principal offender in a joint crime: ", "zh": "共同犯罪中的主犯："},
    "accessory": {"en": "accessory with a minor role in a joint crime: ", "zh": "共同犯罪中的从犯："},
}


def part_in(text: str, language: str, follows: bool) -> Part | None:
    """Return the part in a crime of whom it is asked what he answers for; None if it is not asked, or of several parts.

    :param text: In Simplified characters and plain forms.
    :param follows: Whether it leans on what was asked before: then naming somebody is asking of him.
    """
    told = part_named(text)
    return told if told and (_ANSWERS_FOR.search(text) or (follows and is_short(text, language))) else None


def part_named(text: str) -> Part | None:
    """Return the part in a crime of whom a text names; None if it names nobody, or people of several parts."""
    told = [part for part, pattern in _PARTS.items() if pattern.search(text)]
    return told[0] if len(told) == 1 else None
