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
# what stands right behind whom it belongs to: of employees' data nobody is an accomplice
_OWNED = re.compile(
    r"们?的(?!责任|刑|罪|量刑|地位|作用|处罚|定性|判|认定|行为|辩护|角色|份额|[主从共]犯|情[节况形]|话|呢|吗|[,?，。？]|$)|"
    r"们?(?:人事|个人|聊天|通话|微信|考勤|工作)?(?:数据|信息|记录|资料|日志|手机|电脑|账[号户]|工资|名单|邮件|邮箱|设备|录音|档案|隐私)|"
    r"['’]s?\s+(?!roles?\b|liab|respons|sentenc|punish|penalt|exposure|share|parts?\b|cases?\b|charges?\b|guilt)\w|"
    r"\s+(?:chat|personal|personnel|hr|payroll|work)?\s?(?:data|information|records?|logs?|phones?|laptops?|computers?|accounts?|files?|e-?mails?|devices?|privacy|salar(?:y|ies)|wages)\b",
    re.IGNORECASE,
)
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


def asks_what_for(text: str) -> bool:
    """Return whether it is asked what somebody answers for before a criminal court, or how."""
    return bool(_ANSWERS_FOR.search(text))


def part_in(text: str, language: str, follows: bool) -> Part | None:
    """Return the part in a crime of whom it is asked what he answers for; None if it is not asked, or of several parts.

    :param text: In Simplified characters and plain forms.
    :param follows: Whether it leans on what was asked before: then naming somebody is asking of him.
    """
    told = part_named(text)
    return told if told and (asks_what_for(text) or (follows and is_short(text, language))) else None


def part_named(text: str) -> Part | None:
    """Return the part in a crime of whom a text names; None if it names nobody, or people of several parts."""
    told = [part for part, pattern in _PARTS.items() if _names_one(pattern, text)]
    return told[0] if len(told) == 1 else None


def _names_one(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text names somebody, and not only what belongs to him."""
    return any(not _OWNED.match(text, match.end()) for match in pattern.finditer(text))
