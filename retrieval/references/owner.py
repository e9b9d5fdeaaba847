"""Which name in a text an article belongs to."""

import re
from bisect import bisect_left, bisect_right

from retrieval.authority import CRIMINAL_LAW, FIRST_CRIME
from retrieval.numerals import NUMERAL
from retrieval.references.mention import Mention
from retrieval.references.place import Place
from retrieval.references.registry import Registry

# between a name and its article these dots end no sentence: CSL art. 29, Fa Shi [2011] No. 19, para. 2
_SENTENCE_END = re.compile(r"[。；;!?！？]|(?<!\bart)(?<!\barts)(?<!\bno)(?<!\bpara)(?<!\bsec)\.\s", re.IGNORECASE)
_OF = re.compile(
    r"(?:[\s,;()\d]|-?\([a-hivx]{1,4}\))*(?:(?:and|to|or)(?:[\s\d(),-]|\([a-hivx]{1,4}\))*)*(?:\([^()]{1,60}\)\s*)?(?P<of>of|under|in)?\s*(?:the|PRC|China's)?\s*(?:PRC|Chinese|revised|new|old|current|SPC|SPP|SPC/SPP|joint|judicial|\d{4})?\s*",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"(?:\bits|其|该(?:法|规定|条例|办法|草案|解释|意见)的?)\s*(?:第|articles?\s*|arts?\.?\s*)?$", re.IGNORECASE
)
_ALONE_BEFORE = re.compile(
    r"[。；;!?！？.]\s*(?:(?:and|see|say|namely|i\.?e\.?|e\.?g\.?|what about|specifically|under|比如|例如|尤其|看|是|即)\s*)?[\s(]*(?:第|arts?\.?|articles?|sections?|secs?\.?|§+)?\s*$",
    re.IGNORECASE,
)
_ALONE_BEHIND = re.compile(r"\s*(?:呢|吗|怎么[说写规]定?的?|say|says)?[\s)。.?？!！]*", re.IGNORECASE)
_BETWEEN = r"(?:['’]s)?(?:\(\d{4}年?\))?[\s,的第》]{0,4}(?:arts?\.?|articles?|sections?|§+)?\s{0,3}"
_RIGHT_BEHIND = re.compile(_BETWEEN, re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(rf"{_BETWEEN}(?:\d|(?<=第){NUMERAL})", re.IGNORECASE)
# an article that is no further one of a list
_OTHER_ARTICLE = re.compile(
    rf"[^\s,、和与及或第andor&](?:[\s,、和与及或]|\band\b|\bor\b)*(?:第(?:\d|{NUMERAL})|\b(?:arts?|articles?)\b)",
    re.IGNORECASE,
)
_LEAST_NAME = 3  # characters: 解释 alone is too often no name


def owner_of(place: Place, mentions: list[Mention], text: str) -> tuple[Mention | None, bool]:
    """The name that an article belongs to: `Article 285 of the Criminal Law`, else the last one before it.

    :return: The name, and whether the two are joined, so that no other law can be meant.
    """
    following = bisect_left(mentions, place.end, key=lambda mention: mention.start)
    preceding = bisect_right(mentions, place.start, key=lambda mention: mention.end) - 1
    before = text[mentions[preceding].end : place.start] if preceding >= 0 else None
    right_behind = before is not None and bool(_RIGHT_BEHIND.fullmatch(before))
    if following < len(mentions) and (between := _OF.fullmatch(text, place.end, mentions[following].start)):
        # 刑法第285条、网安法第29条: without `of` the name right in front is nearer, but see CL art. 285, art. 29 CSL
        nearer = "," in (before or "") and between[0].isspace()
        has_own = _ARTICLE_BEHIND.match(text, mentions[following].end)
        if between["of"] or nearer or before is None or not (right_behind or has_own):
            return mentions[following], True
    if before is not None and _ITS.search(before) and not _SENTENCE_END.search(before):
        return mentions[preceding], True  # the Counterfeit Law ... what does its Article 44 say
    if before is None or (_SENTENCE_END.search(before) and not _stands_alone(text, place)):
        return None, False
    return mentions[preceding], right_behind


def _stands_alone(text: str, place: Place) -> bool:
    """Whether an article is all that a sentence says, so that it belongs to the law named before: ... ban it? art 14."""
    return bool(_ALONE_BEFORE.search(text[: place.start]) and _ALONE_BEHIND.fullmatch(text, place.end))


def told_later(place: Place, mentions: list[Mention], text: str, registry: Registry) -> Mention | None:
    """Return the law that a clause names behind an article that nothing else names, if it may have that article.

    Without this Article 27, on operators, in the Cybersecurity Law would be the Criminal Law's.

    :param mentions: Those of laws; one with an article of its own is not this one's.
    """
    at = bisect_left(mentions, place.end, key=lambda mention: mention.start)
    if at == len(mentions) or _SENTENCE_END.search(text, place.end, mentions[at].start):
        return None
    later, between = mentions[at], text[place.end : mentions[at].start]
    # 第六条的解释 is what it means, and art. 6 ..., art. 3 of the Measures are of two laws
    if len(later.text) < _LEAST_NAME or between.strip() == "的" or _OTHER_ARTICLE.search(between):
        return None
    own = CRIMINAL_LAW in later.authorities or _ARTICLE_BEHIND.match(text, later.end)
    return later if not own and may_have(registry, later, place) else None


def may_have(registry: Registry, mention: Mention, place: Place) -> bool:
    """Return whether a named text may have an article.

    One told in prose or known by its number alone may have any but those of crimes, which go without their law's name.
    """
    if any(registry.has_article(authority, *place.article) for authority in mention.authorities):
        return True
    if not mention.authorities and not mention.text.endswith("号"):
        return True
    told = not mention.authorities or any(map(registry.is_told_in_prose, mention.authorities))
    return told and place.article[0] < FIRST_CRIME
