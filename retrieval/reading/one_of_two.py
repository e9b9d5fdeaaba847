"""Which of two cases a follow-up means: 前一个, 后者, the former, the second one."""

import re
from collections.abc import Sequence

from retrieval.index import Index
from retrieval.reading.follow_up import named_cases
from retrieval.references.find import Reference

_FIRST = re.compile(
    r"前一?[个者起件案]|第一[个起件案](?!问题)|\b(?:the former|the first(?: (?:one|case))?)\b", re.IGNORECASE
)
_SECOND = re.compile(
    r"后一?[个者起件案]|第二[个起件案](?!问题)|\b(?:the latter|the second(?: (?:one|case))?)\b", re.IGNORECASE
)
_OTHER = re.compile(r"(?<!其)另(?:外)?(?:那|一)[个起件案](?!问题)|\b(?:the other (?:one|case))\b", re.IGNORECASE)


def one_of_two(text: str, before: Sequence[Reference], index: Index) -> list[Reference]:
    """Return the case that a follow-up means of the two that the questions before it named; none if it does not say which.

    :param before: The places named there, in their order.
    """
    cases = [reference for reference in before if named_cases([reference], index)]
    named = list({reference.authorities: reference for reference in cases}.values())
    if len(named) != 2:
        return []
    first, second = bool(_FIRST.search(text)), bool(_SECOND.search(text))
    if first == second:  # the other one than that which was named last
        return [r for r in named if r.authorities != cases[-1].authorities] if _OTHER.search(text) and not first else []
    return [named[0] if first else named[1]]
