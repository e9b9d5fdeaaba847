"""Questions whether others were punished before: has anyone been fined for using it, 有人因为翻墙被拘留过吗."""

import re

from retrieval.cases.conditions import USERS, About, conduct_told
from retrieval.reading.examples import tells_what_befell
from retrieval.reading.own_matter import conduct_in

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


def befell(text: str, context: str = "") -> About | None:
    """Return for what conduct a question asks what befell others; None if it does not, or with conditions that no field tells.

    :param context: The question that it points back to, which may say for what conduct.
    """
    conduct = conduct_told(text) or ("use" if USERS.search(text) else None) or conduct_in(context)
    if conduct is None or not tells_what_befell(text) or _UNTOLD.search(_YEAR.sub(" ", text)):
        return None
    return conduct
