"""A follow-up that names a paragraph or an item without its article: 第四款呢, and paragraph 2?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.authority import CRIMINAL_LAW
from retrieval.numerals import NUMERAL, read_number
from retrieval.references.find import Reference

_N = rf"(?:\d{{1,2}}|{NUMERAL})"
_STATUTE = re.compile(r"法条|条文|\b(?:the|what does the) (?:statute|code)\b", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_PLACE = re.compile(
    rf"第(?P<p>{_N})款(?:第?\(?(?P<pi>{_N})\)?项)?|第\(?(?P<i>{_N})\)?项|"
    r"\b(?P<eo>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\s+para(?:graph)?\b|"
    r"\bpara(?:graph)?s?\.?\s*\(?(?P<ep>\d{1,2})\)?|\bitems?\s*\(?(?P<ei>\d{1,2})\)?",
    re.IGNORECASE,
)


def names_bare_paragraph(text: str, references: Sequence[Reference]) -> bool:
    """Return whether a text names a paragraph or an item, and no article or law that it could be of.

    :param references: The places that the text names.
    """
    return not references and bool(_PLACE.search(text))


def of_the_article_before(
    text: str, before: Sequence[Reference], cited: Sequence[Reference], asked: str = ""
) -> list[Reference]:
    """Return the paragraphs and items that a text names without an article, as those of the one spoken of before.

    :param text: One that names no place by itself.
    :param before: The places that the questions before named.
    :param cited: Those that the answer before cites.
    :param asked: The questions before: who asked for the statute means it, and not what the answer cites beside it.
    """
    if _STATUTE.search(asked) and not any(r.article for r in before if r not in cited):
        before = [r for r in cited if CRIMINAL_LAW in r.authorities][:1] or before
    article = next((r for r in (*reversed(before), *cited) if r.article and r.authorities), None)
    if article is None:
        return []
    return [
        replace(
            article,
            text=match[0],
            paragraph=read_number(match["p"] or match["ep"]) or _ordinal(match["eo"]),
            item=read_number(match["pi"] or match["i"] or match["ei"]),
            named=None,
        )
        for match in _PLACE.finditer(text)
    ]


def _ordinal(word: str | None) -> int | None:
    """The number of an English ordinal: second, 2nd; None for no word."""
    if not word:
        return None
    return int(word[0]) if word[0].isdigit() else _ORDINALS.index(word.lower()) + 1
