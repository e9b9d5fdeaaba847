"""A question that takes for granted that using the software is a crime: as VPN use is a crime under article 285, how many months?"""

import re

from retrieval.reading.bare_use import is_of_use_alone
from retrieval.reading.own_matter import conduct_in

_TAKEN_EN = re.compile(
    r"^\W*(?:as|since|because|given that|seeing that|now that)\s+(?P<what>[^,.?!]{3,60}?)\s+(?:is|are|was|being|counts as)\s+(?:now )?(?:an? )?(?:crime|criminal offen[cs]e|offen[cs]e|criminal|felony)\b[^,.?!]{0,50}[,.;:]",
    re.IGNORECASE,
)
_TAKEN_ZH = re.compile(
    r"^(?:既然|因为|由于|鉴于)(?P<what>[^,，。？！]{2,20}?)(?:已经?|就|都)?(?:构成|触犯|属于|是|犯)(?:了)?[^,，。？！]{0,20}?(?:罪|刑法|条)[^,，。？！]{0,6}[,，。]"
)
_NAMES_USE = re.compile(r"\b(?:vpn|ladder|proxy) use\b|\b(?:mere|personal|private) use\b", re.IGNORECASE)


def as_asked(text: str, language: str) -> str:
    """Return a question with what it takes for granted of mere use asked instead, for what it asks hangs on that; else the question.

    :param text: In Simplified characters and plain forms.
    """
    taken = (_TAKEN_ZH if language == "zh" else _TAKEN_EN).match(text)
    if taken is None or conduct_in(text[taken.end() :]) == "supply":
        return text
    what = taken["what"].strip()
    if not (is_of_use_alone(what, language) or _NAMES_USE.search(what)):
        return text
    return f"{what}是犯罪吗？" if language == "zh" else f"Is {what} a crime?"
