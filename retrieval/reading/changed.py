"""Whether a question asks what a change of the law made different, so that both texts are wanted."""

import re

from retrieval.words.comparing import tells_apart

_DIFFERENT = re.compile(
    r"\b(?:chang\w+|replac\w+|renumber\w*|raised|lowered|stricter|milder|(?:is|what's) new|add(?:ed)?|no longer|both)\b|"
    r"改了|改成|取代|对应|加重|提高|放宽|松了|严了|[跟和与]?[旧老原]法比|是第几条|分别|各是|各有",
    re.IGNORECASE,
)
_LAW = (
    r"(?:laws?|acts?|codes?|regulations?|provisions?|measures|rules|interpretations?|articles?|art\.|texts?|statutes?)"
)
_VERSIONS = re.compile(
    rf"\b(?:versions?|amend(?:ed|ment|ments)|revis(?:ed|ion|ions))\b|\b(?:old|former|previous|new|(?:19|20)\d\d)\b[^.?!]{{0,50}}\b{_LAW}|"
    rf"\b{_LAW}\b[^.?!]{{0,30}}\b(?:19|20)\d\d\b|"
    r"新旧|修[订正改]|版|[新旧老原](?:的)?[^，。？！,?!手人客]{0,10}(?:法|条例|规定|办法|解释|条文|第[\d一二三四五六七八九十百零]+条)|"
    r"(?:19|20)\d\d年?(?:的)?[^，。？！,?!]{0,10}(?:法|条例|规定|办法|解释)|(?:以前|原来|过去|之前|从前)[^。？?！!]{0,24}(?:现在|如今|新)|"
    r"(?:现在|如今|目前)[^。？?！!]{0,12}(?:以前|原来|过去|从前)",
    re.IGNORECASE,
)
# of a law or an article by its name it is asked what was changed in it
_TEXT_CHANGED = re.compile(
    r"\bwhat (?:(?:has|have|was|were|is) )?(?:been )?(?:changed|new) in (?:the )?[^.?!]{0,40}\b(?:Law|Act|Code|Regulations?|Provisions|Measures|article)\b|"
    r"(?:法|条例|规定|办法|解释|条)(?:被|有)?改了(?:什么|哪些|哪里)|"
    r"(?:法|条例|办法|解释)(?:里|中|是否|是不是)?(?:有(?:什么|哪些|没有)?新|新增|增加|增添)了?(?:什么|哪些)?(?:的)?(?:规定|条款|内容|变化)|"
    r"\b(?:any|some) new (?:rules?|provisions?|offen[cs]es?|articles?) in (?:the )?[^.?!]{0,40}\b(?:Law|Act|Code|Regulations?)\b|"
    # of what was before and of what came after it is asked at once
    r"(?:修[订正改]|修法|施行|生效|新旧法?)(?:之|以)?前后|新旧(?:两个?)?(?:法|条文|条款|规定|版本)|"
    r"\bbefore and after\b[^.?!]{0,40}\b(?:amend\w*|revis\w*|new (?:law|rules?)|(?:19|20)\d\d)\b|"
    r"\b(?:old and (?:the )?new|new and (?:the )?old)\b[^.?!]{0,40}\b(?:laws?|rules?|texts?|versions?|articles?|fines?|provisions?|penalt(?:y|ies))\b",
    re.IGNORECASE,
)


def asks_for_change(text: str) -> bool:
    """Return whether a question asks what is different between two texts of one law.

    :param text: In Simplified characters and plain forms.
    """
    different = tells_apart(text) or _DIFFERENT.search(text)
    return bool((different and _VERSIONS.search(text)) or _TEXT_CHANGED.search(text))
