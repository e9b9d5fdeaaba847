"""A change of the law that a text puts into the future: if they repeal the crime in 2028, 2028年如果废除这个罪."""

import re
from datetime import date

from retrieval.dates.days import Found

_CHANGE_ZH = "废止|废除|取消|删除|除罪|非罪化|修改|修订|修法|改法|不再是犯罪|不算犯罪|不是犯罪|合法化|出台|新法"
_CHANGE_EN = (
    r"repeal(?:s|ed)?|abolish(?:es|ed)?|decriminali[sz]e[sd]?|legali[sz]e[sd]?|scrap(?:s|ped)?|amend(?:s|ed|ment)?|"
    r"revis(?:es?|ed|ion)|delete[sd]?|strikes?|struck|new (?:law|rule|statute)|(?:law|rule|penalty|crime) changes?|no longer (?:a|an|any) crime"
)
_BEHIND = re.compile(rf"[^。；？?!]{{0,20}}?(?:{_CHANGE_ZH})|[^.;?!]{{0,60}}?\b(?:{_CHANGE_EN})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:(?:{_CHANGE_ZH})[^。；？?!]{{0,12}}|\b(?:{_CHANGE_EN})\b[^.;?!]{{0,40}})$", re.IGNORECASE)
_WIDTH = 80


def is_of_law_to_come(text: str, one: Found, today: date) -> bool:
    """Return whether a date is that on which the law is supposed to change some day: it is of no conduct."""
    if one.first <= today:
        return False
    return bool(_BEHIND.match(text, one.end) or _BEFORE.search(text[max(0, one.start - _WIDTH) : one.start]))
