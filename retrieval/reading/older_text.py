"""The text of a law before today's, asked for as such: 以前那部呢, and under the old one."""

import re
from collections.abc import Iterable
from datetime import date

from retrieval.authority import Status
from retrieval.index import Index
from retrieval.references.find import Reference

_ASKED = re.compile(
    r"(?:以前|之前|原来|原先|过去|从前|此前|先前|旧|老|上一)的?(?:那[一]?)?[部版个](?!门|队|分|人|月|案)|[旧老]法|(?:修[订改正]|修法)(?:以|之)?前的?(?:那[部版个])?(?:呢|[？?]?$)|"
    r"\bthe (?:old|previous|former|earlier|prior) (?:one|law|act|version|text)\b",
    re.IGNORECASE,
)


def last_day_of_older(text: str, spoken_of: Iterable[Reference], index: Index) -> date | None:
    """Return the last day of the text that was the law before today's, if a follow-up asks for that.

    :param text: In Simplified characters and plain forms.
    :param spoken_of: What was named before.
    """
    if not _ASKED.search(text):
        return None
    laws = [name for reference in spoken_of for name in reference.authorities]
    older = (law for name in laws for law in index.versions.of(name) if law.status is not Status.DRAFT)
    return max((law.ended for law in older if law.ended), default=None)
