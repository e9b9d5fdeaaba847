"""The articles, paragraphs and items that a text names, whatever they belong to."""

from collections.abc import Sequence

from retrieval.references.chinese_places import chinese_places, with_those_between
from retrieval.references.english_places import english_places
from retrieval.references.place import Place
from retrieval.references.short_places import short_places

_TOO_HIGH = 10_000


def find_places(text: str, names: Sequence[tuple[int, int]]) -> list[Place]:
    """Return the places that a text names, in order.

    :param text: As `plain` returns it.
    :param names: Where the names of authorities stand: a number right behind one is an article, none is within one.
    """
    found = [*chinese_places(text, names), *english_places(text)]
    found += short_places(text, names, found)
    return sorted(filter(_can_be, with_those_between(found, text)), key=lambda place: (place.start, place.article))


def _can_be(place: Place) -> bool:
    """Whether there can be such a place at all: 第0条 and 第一万条 cannot."""
    (number, inserted), rest = place.article, (place.paragraph, place.item)
    return 0 < number < _TOO_HIGH and inserted < _TOO_HIGH and all(n is None or 0 < n < _TOO_HIGH for n in rest)
