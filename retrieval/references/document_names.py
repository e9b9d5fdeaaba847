"""What added documents are called by in questions: their titles, their files' names and the numbers of their cases.

A document may be titled anything, so its title counts where nothing else can be meant: in book marks, right at an article, or
by itself if it is long. What a law is called by is never a document's.
"""

import re
from collections.abc import Iterable, Iterator

from retrieval.authority import Authority, Kind
from retrieval.language import HAN
from retrieval.passage import Passage
from retrieval.references.case_numbers import find_case_numbers
from retrieval.references.numbers import plain
from retrieval.references.place import NUMBER
from retrieval.references.places import find_places
from retrieval.references.unheld import is_of_a_file

_HEAD = (
    300  # characters from the beginning in which a judgment or an indictment has its own number; later ones are cited
)
_TELLING_HAN, _LEAST_HAN = 6, 4  # characters that are enough by themselves, and right at an article
_TELLING_WORDS, _LEAST_WORDS = 3, 2
_LATIN_WORD = re.compile(r"[a-z]{4,}")
_FILE = re.compile(r"\.(?:docx|pdf|txt|md|markdown|html?)$")
_BEHIND = re.compile(
    rf"['’”\"》]*(?:['’]s)?[\s,]{{0,3}}(?:的?第\s?{NUMBER}\s?条|(?:arts?\.?|articles?|clauses?|sections?|§)\s?\d)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:arts?\.?|articles?|clauses?|sections?|§)\s?\d+[\d(),\s]*(?:of|in|under)\s+(?:(?:the|our|my|this)\s+)?['‘“\"《]*$",
    re.IGNORECASE,
)


def with_numbers(authorities: Iterable[Authority], passages: Iterable[Passage]) -> Iterator[Authority]:
    """Yield authorities, documents with the case number in their title or at their beginning."""
    heads: dict[str, str] = {}
    for passage in sorted((p for p in passages if p.kind is Kind.DOCUMENT), key=lambda p: p.position):
        head = heads.get(passage.authority, "")
        if len(head) < _HEAD:
            heads[passage.authority] = f"{head}\n{passage.text}"
    for authority in authorities:
        if authority.kind is Kind.DOCUMENT:
            names = (authority.titles.zh, *authority.short.zh, heads.get(authority.id, "")[:_HEAD])
            number = next((found[2] for name in names for found in find_case_numbers(plain(name))), None)
            yield authority.model_copy(update={"number": number}) if number else authority
        else:
            yield authority


def tells_by_itself(name: str) -> bool:
    """Return whether a title may mean the document wherever it stands: not "What is", "VPN" or "Article 285".

    :param name: In lower case.
    """
    if _FILE.search(name):
        return True
    long = len(HAN.findall(name)) >= _TELLING_HAN or len(_LATIN_WORD.findall(name)) >= _TELLING_WORDS
    return long and not find_places(name, [])


def may_have_article(name: str) -> bool:
    """Return whether a short title tells enough to mean the document in front of an article: VPN服务合同第二条."""
    words = len(HAN.findall(name)) >= _LEAST_HAN or len(_LATIN_WORD.findall(name)) >= _LEAST_WORDS
    return (words or is_of_a_file(name)) and not find_places(name, [])


def stands_at_article(text: str, start: int, end: int) -> bool:
    """Return whether a name at [start, end) has an article right behind or in front: clause 2 of the ..."""
    return bool(_BEHIND.match(text, end) or _BEFORE.search(text, 0, start))
