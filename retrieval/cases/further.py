"""Questions for those cases of a list that have not been named yet: 还有别的案子吗, any others?"""

import re
from collections.abc import Iterable, Sequence

from retrieval.cases.records import Record
from retrieval.request import Turn

_CASE_ZH = r"(?:案[子件例]?|判例|例子|判决|处罚)"
_CASE_EN = r"(?:cases?|examples?|judge?ments?|penalt(?:y|ies)|ones|sellers?|decisions?)"
# all that such a question is made of; whatever else it says, it asks for something of its own
_WORDS = re.compile(
    rf"{_CASE_ZH}|还?有没有|还有|另外|其[他它余]|别的|更多|剩下|再|[列举说给找来讲](?:出来?|一?下|说)?|一[下些]|几[个件]|哪些|什么|[那请你我也些点的呢吗么是有]|没有|类似|这样|相关|同类|"
    rf"\b(?:{_CASE_EN}|and|are|were|is|there|do|you|have|got|hold|know|of|what|about|give|me|show|list|name|tell|please|any|some|the|all|a|few|"
    r"more|others?|further|additional|another|rest|remaining|such|similar|those|these|this|that|it|like|relevant|VPN)\b",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    rf"^\W*还有(?:吗|么|没有)\W*$|再(?:来|举|列)|其他|其它|别的|更多|剩下|其余|还有[^,，。？]*{_CASE_ZH}|再[^,，。？]*{_CASE_ZH}|另外[^,，。？]*{_CASE_ZH}|\b(?:more|others?|further|additional|another|rest|remaining)\b",
    re.IGNORECASE,
)
# with these too where they are to be like what was spoken of, not the rest of a list
_OF_LIKE = re.compile(
    r"[判定罪过处理用按照条]|\b(?:under|decided|judged|real|actual|where|happened|on)\b", re.IGNORECASE
)
_OTHER_CASES = re.compile(
    rf"(?:其[他它]|别的|另外的?|类似的?|同类的?|这样的|这种)[^,，。？]{{0,6}}{_CASE_ZH}|"
    rf"\b(?:other|further|similar|such|more)\s+(?:\w+\s+)?{_CASE_EN}\b|\b{_CASE_EN}\s+(?:like (?:that|this|it|those)|under (?:it|that|this))\b",
    re.IGNORECASE,
)
_NAMES_CASES = re.compile(rf"{_CASE_ZH}|\b{_CASE_EN}\b", re.IGNORECASE)


def asks_for_further(text: str) -> bool:
    """Return whether a question asks for nothing but more of what was listed before."""
    return bool(_SAYS_MORE.search(text)) and not re.search(r"\w", _WORDS.sub("", text))


def asks_for_like(text: str) -> bool:
    """Return whether a question asks for nothing but cases like what was spoken of: any cases like that, 有没有这样判的案子."""
    return bool(_NAMES_CASES.search(text)) and not re.search(r"\w", _OF_LIKE.sub("", _WORDS.sub("", text)))


def means_those(text: str) -> bool:
    """Return whether a question asks for other cases, or for such, as those of which was spoken."""
    return bool(_OTHER_CASES.search(text))


def names_cases(text: str) -> bool:
    """Return whether such a question says that it means cases."""
    return bool(_NAMES_CASES.search(text))


def not_named(records: Iterable[Record], history: Sequence[Turn]) -> list[Record]:
    """Return the cases that no answer so far has named, by name or by number."""
    said = "\n".join(turn.content for turn in history if turn.role == "assistant")
    return [record for record in records if not any(name and name in said for name in _names(record))]


def _names(record: Record) -> tuple[str, ...]:
    authority = record.authority
    shown = (authority.short_title(language) for language in ("zh", "en"))
    return (*shown, authority.number or "")
