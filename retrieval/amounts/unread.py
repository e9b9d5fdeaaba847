"""Sums in words that no figure is read from: several hundred thousand yuan, 几十万元."""

import re

from retrieval.amounts.figures import VAGUE, read_numbers, with_plain_figures
from retrieval.number_words import ENGLISH_WORD

_SCALE = r"(?:hundreds?|thousands?|millions?|billions?|wan)"
_WORD = rf"(?:{ENGLISH_WORD}|several|few|many|some|couple|dozens|tens|hundreds|thousands|millions|billions|half|thirds?|quarters?|point|an?|and|of|\d[\d,.]{{0,14}})"
_ENGLISH = re.compile(
    rf"\b(?P<words>(?:{_WORD}[\s-]+){{0,9}}{_SCALE})(?:\s+of)?\s+(?:yuan|rmb|cny|renminbi)\b", re.IGNORECASE
)
_CHINESE = re.compile(rf"(?P<words>{VAGUE}[十百千万亿]+|[百千万]把)(?:多|余)?(?:元|块)")
_LEADING = re.compile(r"^(?:(?:of|and|an(?=\s+and)|some(?=\s+\d))\s+)+", re.IGNORECASE)


def unread_sums(text: str) -> list[str]:
    """Return the words of a text that name a sum of yuan of which no figure is read, in its order.

    :param text: As `plain` returns it.
    """
    text = with_plain_figures(text)
    ends = {figure.end for figure in read_numbers(text) if figure.scaled}
    found = [match for pattern in (_ENGLISH, _CHINESE) for match in pattern.finditer(text)]
    return [
        _LEADING.sub("", match["words"])
        for match in sorted(found, key=lambda match: match.start())
        if match.end("words") not in ends
    ]
