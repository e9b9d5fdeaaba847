"""Whether a text sets today beside the date that it gives: today and before 2026, 现在和2026年以前, 2019年和现在有什么不同."""

import re

from retrieval.dates.figures import YEAR
from retrieval.words.comparing import tells_apart

_NOW_ZH = "现在|现今|如今|目前|今天|当前|眼下|现行(?:法|规定|条文)?"
_NOW_EN = r"today|now|nowadays|currently|at present|the (?:current|present) (?:law|rules?|text|version|one)"
_ZH_BETWEEN = "[和与跟同及、比较对]|以及|相比|对比|对照"
_EN_OF_THEN = r"(?:(?:what|that|those|it was|the|old|former|laws?|rules?|fines?|position|in|as of|before|until|prior to|of|under|from|since)\s+)*"
_EN_BETWEEN = r"and|or|vs\.?|versus|/|than|compared (?:with|to)|as (?:against|opposed to)|but (?:not )?"
# on both sides of the word that joins them; `from 2018 to now` is told by `to`
_JOINED = re.compile(
    rf"(?:{_NOW_ZH})的?[,，]?\s*(?:{_ZH_BETWEEN})[^。？?!！,，]{{0,8}}?{YEAR}|"
    rf"{YEAR}年?[^。？?!！,，]{{0,12}}?(?:{_ZH_BETWEEN})[^。？?!！,，\d]{{0,2}}(?:{_NOW_ZH})|"
    rf"\b(?:{_NOW_EN})\b,?\s*(?:{_EN_BETWEEN})\s+{_EN_OF_THEN}{YEAR}\b|"
    rf"\b{YEAR}\b[^.?!,]{{0,12}},?\s*(?:{_EN_BETWEEN})\s+(?:it is |is )?(?:{_NOW_EN})\b(?!\s+(?:[a-z]+ed|he|she|they|we|I|it|is|was|has|faces|wants?)\b)",
    re.IGNORECASE,
)
_NOW = re.compile(rf"{_NOW_ZH}|\b(?:{_NOW_EN}|today's)\b", re.IGNORECASE)


def sets_today_beside(text: str) -> bool:
    """Return whether a text that gives a date asks about today too: told in one breath, or how the two differ.

    :param text: In Simplified characters, what is told from today spelt out.
    """
    return bool(_JOINED.search(text) or (_NOW.search(text) and tells_apart(text)))
