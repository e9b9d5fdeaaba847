"""A follow-up that names a paragraph or an item without its article: 第四款呢, and paragraph 2?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.numerals import NUMERAL, read_number
from retrieval.references.find import Reference

_N = rf"(?:\d{{1,2}}|{NUMERAL})"
_PLACE = re.compile(
    rf"第(?P<p>{_N})款(?:第?\(?(?P<pi>{_N})\)?项)?|第\(?(?P<i>{_N})\)?项|"
    r"\bpara(?:graph)?s?\.?\s*\(?(?P<ep>\d{1,2})\)?|\bitems?\s*\(?(?P<ei>\d{1,2})\)?",
    re.IGNORECASE,
)


def names_bare_paragraph(text: str, references: Sequence[Reference]) -> bool:
    """Return whether a text names a paragraph or an item, and no article or law that it could be of.

    :param references: The places that the text names.
    """
    return not references and bool(_PLACE.search(text))


def of_the_article_before(text: str, before: Sequence[Reference], cited: Sequence[Reference]) -> list[Reference]:
    """Return the paragraphs and items that a text names without an article, as those of the one spoken of before.

    :param text: One that names no place by itself.
    :param before: The places that the questions before named.
    :param cited: Those that the answer before cites.
    """
    article = next((r for r in (*reversed(before), *cited) if r.article and r.authorities), None)
    if article is None:
        return []
    return [
        replace(
            article,
            text=match[0],
            paragraph=read_number(match["p"] or match["ep"]),
            item=read_number(match["pi"] or match["i"] or match["ei"]),
            named=None,
        )
        for match in _PLACE.finditer(text)
    ]
