"""Are quoted words those of the article, paragraph and item that a sentence says they are from?"""

import re
from collections.abc import Iterator, Sequence

from retrieval.address import Address, format_item
from retrieval.index import Index
from retrieval.language import HAN
from retrieval.passage import Passage
from retrieval.quotations import Quotation, quotations
from retrieval.references.find import Reference

_APART = re.compile(r"[;；。]|[.!?]\s|\b(?:means|and|but|while)\b|是指")
_FARTHEST = 60  # characters between a place and the words quoted from it
_LEAST_HAN, _LEAST_WORDS = 8, 5  # of words that are one text's own; shorter ones are terms, which texts borrow


def quotes_another_place(sentence: str, named: Sequence[Reference], passages: Sequence[Passage], index: Index) -> bool:
    """Return whether a sentence says of words that they are those of a place, and they are another one's.

    :param named: The places that it names, in their order.
    :param passages: What it cites.
    """
    for quotation in quotations(sentence):
        place = _place_of(quotation, sentence, named)
        words = quotation.words.strip().rstrip(".,")
        if place is None or not words or not any(words in p.text for p in _in_all_languages(passages, index)):
            continue  # that the words are nobody's is another check's affair
        own = [p for key in place.authorities for p in _held(place.address(key), index)]
        is_cited = any(p.unit == cited.unit for p in own for cited in passages)
        if own and (is_cited or _is_long(words)) and not any(_stands_in(words, p, place) for p in own):
            return True
    return False


def _place_of(quotation: Quotation, sentence: str, named: Sequence[Reference]) -> Reference | None:
    """The place named last before a quotation, with nothing between that parts them."""
    found, at = None, 0
    for reference in named:
        start = sentence.find(reference.text, at)
        if start < 0 or start >= quotation.start:
            break
        at = start + len(reference.text)
        between = sentence[at : quotation.start]
        found = reference if len(between) <= _FARTHEST and not _APART.search(between) else None
    return found if found and found.article else None


def _held(address: Address, index: Index) -> Iterator[Passage]:
    for parts in index.units.get((address.authority, address.article or ""), {}).values():
        yield from parts


def _in_all_languages(passages: Sequence[Passage], index: Index) -> Iterator[Passage]:
    for passage in passages:
        for parts in index.units[passage.unit].values():
            yield from parts


def _stands_in(words: str, passage: Passage, place: Reference) -> bool:
    """Whether words stand in a passage, and in the paragraph and item that are named."""
    at = passage.text.find(words)
    while at >= 0:
        own = passage.address(at, at + len(words))
        item = format_item(place.item) if place.item else None
        if place.paragraph in (None, own.paragraph) or own.paragraph is None:
            if item in (None, own.item) or own.item is None:
                return True
        at = passage.text.find(words, at + 1)
    return False


def _is_long(words: str) -> bool:
    return len(HAN.findall(words)) >= _LEAST_HAN or len(words.split()) >= _LEAST_WORDS
