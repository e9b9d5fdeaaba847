"""Whether a question asks what a change of the law made different, so that both texts are wanted."""

import re

_CHANGED = re.compile(
    r"新旧|[新旧]法?[^。？?！!]{0,24}[旧新]法?[^。？?！!]{0,12}(?:区别|不同|变化|差别|一样|对比|比较)|"
    r"修[改订正](?:前后|之?后|以后|了)[^。？?！!]{0,30}(?:变化|不同|区别|差别|改了?什么|改动|变了?)|"
    r"(?:改|变|修[改订])了(?:什么|哪些|多少|没有)|(?:有|发生)(?:了)?(?:什么|哪些|没有|何)(?:变化|改动|修改)|前后(?:有|的)[^。？?！!]{0,4}(?:变化|不同|区别|差别)|"
    r"(?:以前|原来|过去|之前|从前)[^。？?！!]{0,24}(?:现在|如今|新)[^。？?！!]{0,16}(?:区别|不同|变化|差别|一样)|"
    r"\bwhat (?:has |have |was |were )?(?:been )?(?:changed|amended|altered)\b|\bhow (?:has|did|have)\b[^.?!]{0,60}\bchange[ds]?\b|\bbefore and after\b|"
    r"\b(?:old|new|former|current)\b[^.?!]{0,60}\b(?:new|old|current|former)\b[^.?!]{0,40}\b(?:differ\w*|compare[ds]?|changes?)\b|"
    r"\b(?:differ\w*|compar\w+|changes?)\b[^.?!]{0,60}\b(?:old|former|new)\b[^.?!]{0,60}\b(?:new|current|old)\b",
    re.IGNORECASE,
)


def asks_for_change(text: str) -> bool:
    """Return whether a question asks what is different between two texts of one law.

    :param text: In Simplified characters and plain forms.
    """
    return bool(_CHANGED.search(text))
