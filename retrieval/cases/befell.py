"""Questions whether others were punished before: has anyone been fined for using it, 有人因为翻墙被拘留过吗."""

import re
from dataclasses import dataclass

from retrieval.cases.conditions import USERS
from retrieval.cases.records import region_in
from retrieval.reading.examples import tells_what_befell
from retrieval.reading.own_matter import Conduct, conduct_in

# the first that fits; what is only said to be punished may have been punished in any way
_OUTCOMES = (
    ("warned", re.compile(r"[只仅][^,?，。？]{0,3}警告|\b(?:only|just|merely) (?:\w+ ){0,2}(?:warned|warning)\b", re.IGNORECASE)),
    ("suspended", re.compile(r"缓刑|\b(?:suspended|probation)\b", re.IGNORECASE)),
    ("acquitted", re.compile(r"无罪|\b(?:acquitt\w*|not guilty)\b", re.IGNORECASE)),
    ("jailed", re.compile(r"坐(?:过|了)?牢|实刑|\b(?:jail\w*|imprison\w*|prison)\b", re.IGNORECASE)),
    ("convicted", re.compile(r"判(?:过|了)?刑|被判|\b(?:sentenced|convicted)\b", re.IGNORECASE)),
    ("detained", re.compile(r"拘|抓|逮捕|\b(?:detained|arrested|caught)\b", re.IGNORECASE)),
    ("fined", re.compile(r"罚过?了?款|罚金|罚了?钱|\bfined\b", re.IGNORECASE)),
    ("punished", re.compile(r"罚|处理过|处分|\b(?:punished|penali[sz]ed)\b", re.IGNORECASE)),
)  # fmt: skip
# conditions that no field tells: the rest of the search answers these
_UNTOLD = re.compile(
    r"\d|公司|企业|单位|外国人|老外|外籍|留学生|学生|老师|教师|公务员|医生|程序员|员工|同事|朋友|免费|推广|广告|教程|不起诉|(?<!无)罪|"
    r"\b(?:compan(?:y|ies)|firms?|foreigners?|expats?|tourists?|students?|teachers?|employees?|friends?|free|ads?|advert\w*|tutorials?|reviews?|"
    r"rather than|instead of|article|crime)\b",
    re.IGNORECASE,
)

# a year is a field of every case
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)\s?年?")
# how many it befell, of whatever conduct: no field counts all that were
_COUNTED = re.compile(
    r"\bhow many (?!years|months|days|times|hours)[^.?!]{0,40}\b(?:convicted|sentenced|jailed|imprisoned|arrested|detained|fined|punished)\b|"
    r"(?:多少|几个?)人[^。？！]{0,14}(?:被判|被抓|被罚|定罪|判刑|坐牢)",
    re.IGNORECASE,
)
_OF_A_TEXT = re.compile(r"文章|样本|综述|案|\b(?:article|cases?|sample|survey|study|defendants?)\b", re.IGNORECASE)


def counts_others(text: str) -> bool:
    """Return whether it is asked how many people something befell, and not in which text or case."""
    return bool(_COUNTED.search(text)) and not _OF_A_TEXT.search(text)


@dataclass(frozen=True)
class Befell:
    """What a question asks of others.

    :param outcome: As `outcome_in` returns it.
    :param region: The province, by its Chinese name, if it names one.
    """

    outcome: str
    conduct: Conduct
    region: str | None = None


def befell(text: str, context: str = "") -> Befell | None:
    """Return what a question asks of others; None if it does not, or with conditions that no field tells.

    :param context: The question that it points back to, which may say for what conduct.
    """
    conduct = conduct_in(text) or ("use" if USERS.search(text) else None) or conduct_in(context)
    if conduct is None or not tells_what_befell(text) or _UNTOLD.search(_YEAR.sub(" ", text)):
        return None
    outcome = outcome_in(text)
    return Befell(outcome, conduct, region_in(text)) if outcome else None


def outcome_in(text: str) -> str | None:
    """Return what befell somebody by a question's words, most exactly: warned, suspended, acquitted, jailed ... punished."""
    return next((name for name, pattern in _OUTCOMES if pattern.search(text)), None)
