"""Laws called in English by some words of their title: the anti-fraud law, 1998 surrender interpretation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retrieval.authority import Authority, Status
from retrieval.references.dated_names import called, years_of

# a noun that laws are called by, with the ends of the Chinese titles that it may stand for
_HEADS = {
    "law": ("法",), "act": ("法",), "code": ("法", "法典"), "interpretation": ("解释", "批复"),
    "provisions": ("规定",), "measures": ("办法",), "rules": ("办法", "规定", "规则", "细则"), "decision": ("决定",),
    "regulations": ("条例", "规定", "办法"), "regulation": ("条例", "规定", "办法"), "regs": ("条例", "规定", "办法"),
    "standards": ("标准",), "opinions": ("意见",), "notice": ("通知",), "minutes": ("纪要",),
}  # fmt: skip
HEAD = "|".join(_HEADS)
# before these a name begins; what lies behind the last of them and before the noun is all of it
_OUTSIDE = (
    "the|of|in|under|by|from|to|and|or|for|on|at|with|as|per|see|cf|a|an|is|are|was|were|be|do|does|did|has|have|had|can|may|must|will|shall|should|would|could|"
    "what|which|who|whom|whose|when|where|why|how|if|that|this|these|those|it|its|he|she|they|we|i|you|my|your|his|her|their|our|not|no|any|all|"
    "art|arts|article|articles|section|sections|sec|secs|para|paragraph|item|say|says|said|about|quote|cite|read|give|show|explain|apply|applies|"
    "old|former|previous|earlier|new|current|present|chinese|china's|china|prc|whether|than|then|but|also|only|same|between|against|within|into|"
    "violate|violates|violated|violating|break|breaks|breach|breaching|infringe|applied|applying|interpret|amended|revised|joint|judicial|implementing"
)
NAME_WORD = rf"(?!(?:{_OUTSIDE})\b)[a-z][a-z'’]*"
_NAMED = re.compile(
    rf"(?<![\w-])(?:(?P<before>(?:19|20)\d\d)\s+)?(?:(?:joint|judicial|implementing)\s+)?(?P<words>(?:{NAME_WORD}[\s-]+){{1,6}})(?P<head>{HEAD})\b"
    rf"(?:,?\s+(?:of\s+|from\s+)?\(?(?P<behind>(?:19|20)\d\d)\b\)?)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_WEAK = frozenset("of the on and in for to by handling several issues concerning application law".split())


@dataclass(frozen=True)
class DescribedName:
    """Such a name in a text, with the id of the law that it stands for."""

    start: int
    end: int
    authority: str


class DescribedNames:
    """Finds these names.

    :param authorities: All that the index holds; only law is called so, and of several versions the last one in force.
    """

    def __init__(self, authorities: Iterable[Authority]) -> None:
        law = [authority for authority in authorities if authority.kind.is_law]
        self._law = [(authority, _words(authority)) for authority in law]

    def find(self, text: str) -> Iterator[DescribedName]:
        """Yield the names in a text whose every word is one law's, and of no other law with that noun."""
        for match in _NAMED.finditer(text):
            words = set(_WORD.findall(match["words"].lower()))
            year = match["before"] or match["behind"]
            held = self._called(words, match["head"].lower(), year)
            if len(held) == 1:
                yield DescribedName(match.start(), match.end(), held[0])

    def _called(self, words: set[str], head: str, year: str | None) -> list[str]:
        if words <= _WEAK:
            return []
        own = [
            authority
            for authority, known in self._law
            if words <= known and called(authority).endswith(_HEADS[head]) and (not year or year in years_of(authority))
        ]
        # a year tells the versions apart; without one the text that is not a version of another is meant, of several
        # the one in force: the network data regulations are no draft
        meant = [a for a in own if year or not a.version_of]
        valid = [a for a in meant if a.status is Status.IN_FORCE] if not year else []
        return [a.id for a in (valid or meant)]


def _words(authority: Authority) -> set[str]:
    """The words of its English names, abbreviations aside."""
    names = (authority.titles.en or "", *authority.short.en)
    return {word for name in names for word in _WORD.findall(name.lower())}
