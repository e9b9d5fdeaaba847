"""Questions for those cases of a list that have not been named yet: 还有别的案子吗, any others?"""

import re
from collections.abc import Iterable, Sequence

from retrieval.cases.records import Record
from retrieval.request import Turn

_CASE_ZH = r"(?:案[子件例]?|判例|例子|判决|处罚)"
_CASE_EN = r"(?:cases?|examples?|judge?ments?|penalt(?:y|ies)|ones|sellers?|decisions?)"
_FURTHER = re.compile(
    rf"\W*(?:那|请|再|你)*(?:(?:还|另外)?有没有|还有|另外|其他|其它|别的|更多|剩下|其余|再|(?:列|举|说|给|找|来)(?:出|一?下|我|几个|几件|一些|点)*)+(?:哪些|什么|些|几个|几件|一些|类似|这样|相关|同类)*"
    rf"(?:其他|其它|别的|更多|剩下|其余|类似)*的?{_CASE_ZH}?(?:呢|吗|么|没有|有吗|有哪些|有没有|是哪些|列出来|列一下|说说|也列出来)*\W*|"
    rf"\W*(?:and |are there |were there |do you have |have you |is there |what |what about |give me |show me |list |name |tell me |please |any |some |the )*"
    rf"(?:(?:any|some|the|all|a few) )?(?:more|other|others|further|additional|another|rest|remaining|else)(?: (?:of )?(?:such |similar |the |those |relevant |VPN )*{_CASE_EN})?(?: like (?:it|this|that|these|those))?"
    rf"(?: (?:are there|do you have|have you got|you know of|that you (?:have|hold)|please))?\W*",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    rf"^\W*还有(?:吗|么|没有)\W*$|其他|其它|别的|更多|剩下|其余|还有[^,，。？]*{_CASE_ZH}|再[^,，。？]*{_CASE_ZH}|另外[^,，。？]*{_CASE_ZH}|\b(?:more|others?|further|additional|another|rest|remaining)\b",
    re.IGNORECASE,
)
_NAMES_CASES = re.compile(rf"{_CASE_ZH}|\b{_CASE_EN}\b", re.IGNORECASE)


def asks_for_further(text: str) -> bool:
    """Return whether a question asks for nothing but more of what was listed before."""
    return bool(_SAYS_MORE.search(text) and _FURTHER.fullmatch(text))


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
