"""Dates that a text seems to give and that were not read: nothing may be answered as if they had not been there."""

import re

from retrieval.dates.english import MONTH_EN
from retrieval.dates.figures import COUNTED, YEAR
from retrieval.dates.spelt import find_spelt

# a year with what may belong to it
_SIGNS = "[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_YEAR_TOLD = re.compile(
    rf"(?:[一壹][九玖]|[二贰][〇零○]){_SIGNS}{{2}}年(?:{_SIGNS}{{1,3}}月)?|"
    rf"(?<![A-Za-z0-9_.,:/¥$￥€-])(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:(?:{MONTH_EN})\.?,?\s+)?(?:\d{{1,2}}[-/.]){{0,2}}(?P<y>{YEAR})(?:s|['’]s)?(?![A-Za-z0-9_]|,\d{{3}})"
    r"(?:[-/.]\d{1,2}){0,2}(?:年度?(?:\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号])?)?",
    re.IGNORECASE,
)
# what stands before a number that is none of a year, and behind a year that is part of a name
_NUMBERED = re.compile(
    r"(?:第|令|号|\b(?:no|nos|number|arts?|articles?|section|sec|case|order|decree|ref)\.?|[(（〔\[《#§]|\b(?:yuan|rmb|cny|usd))\s*$",
    re.IGNORECASE,
)
_NAME_BEHIND = re.compile(
    r"\s*(?:[)）〕\]》]|字|号|年?(?:版|的?那?[个件篇份本部]?[\u4e00-\u9fff]{0,8}?(?:解释|草案|征求意见|标准|意见|规定|条例|办法|纪要|通知|目录|文章|综述|案|判例|批复|法(?![院官])))|"
    r"(?:['’]s)?(?:[\s-]+[\w'’-]+){0,4}?\s+(?:interpretations?|drafts?|regulations?|provisions?|opinions?|laws?|acts?|codes?|texts?|articles?|standards?|editions?|versions?|"
    r"revisions?|amendments?|notices?|catalogues?|measures?|rules?|repl(?:y|ies)|decisions?|guidance|minutes|cases?|judge?ments?|rulings?|precedents?|reports?|sample|study|survey)\b)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"\b(?:interpretation|draft|regulations?|provisions|opinions?|law|act|code|text|article|standards?|edition|version|notice|catalogue|measures|rules|reply|decision|"
    r"guidance|minutes|case|judge?ment|ruling)s?,?\s+(?:\w+\s+)?(?:of|from|in)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ROUND = "2000"  # alone it is more often a sum


def unread_dates(text: str, masked: list[tuple[int, int]]) -> tuple[str, ...]:
    """Return the words of a text that look like a date and were not read as one, each once.

    :param masked: Ranges that are names of authorities, case and document numbers among them.
    """
    read = [(one.start, one.end) for one in find_spelt(text, masked)]
    told = []
    for match in _YEAR_TOLD.finditer(text):
        known = any(start < match.end() and match.start() < end for start, end in (*read, *masked))
        number = COUNTED.match(text, match.end()) or _NUMBERED.search(text, 0, match.start()) or match[0] == _ROUND
        name = _NAME_BEHIND.match(text, match.end()) or _NAME_BEFORE.search(text, 0, match.start())
        if not (known or number or name):
            told.append(match[0].strip())
    return tuple(dict.fromkeys(told))
