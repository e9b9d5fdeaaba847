"""The places that a text names by their numbers alone: 285(3), 286-1, and 刑法285、286 behind the name of a law."""

import re
from collections.abc import Iterable, Sequence

from retrieval.number_words import CARDINALS
from retrieval.references.place import DASH, MAX_RANGE, NUMERAL, SPACE, Place, inserted_of, number_of

_WORDS = "|".join(CARDINALS)
_BARE = re.compile(
    rf"{SPACE}第?(?P<n>\d{{1,4}}(?!\d)|{NUMERAL})(?:{SPACE}(?:之|[{DASH}]|bis{SPACE}){SPACE}(?P<i>\d{{1,4}}(?!\d)|{NUMERAL})|(?P<bis>{SPACE}bis\b)|(?P<a>[A-H]\b))?"
    rf"(?:{SPACE}\((?P<p>\d{{1,2}})\)|,?{SPACE}para(?:graph)?\.?\s{{1,3}}(?P<pw>\d{{1,2}}|{_WORDS})\b)?(?:{SPACE}\((?P<t>\d{{1,2}})\))?",
    re.IGNORECASE,
)
# what a number behind a name counts: it is no article
_COUNTS = re.compile(
    r"[号年月日人元%]|,\d{3}|\s*(?:[万千百亿名个位次]|million|thousand|hundred|yuan|rmb|users?|customers?|people|persons?|accounts?|months?|years?|days?)(?![a-z])",
    re.IGNORECASE,
)
_MORE_BARE = re.compile(
    rf"{SPACE}(?:[、和与及,/]|and\b|&){SPACE}第?(?P<n>[1-4]\d{{2}})(?:(?:之|[{DASH}]){SPACE}(?P<i>\d{{1,2}}(?!\d)|{NUMERAL}))?(?=\s*(?:$|[^\w\s.,-]|[.,](?!\d)|[的规和与及或条]|(?:and|or|of|in)\b))",
    re.IGNORECASE,
)
# 285(3), 286-1 without the word article: three figures and a mark that amounts and years do not have
_LONE = re.compile(
    r"(?<![\d.,/-])(?P<n>[1-4]\d{2})(?:-(?P<i>[1-9])(?!\d)|(?P<bis>\s+bis\b))?(?:\((?P<p>\d)\))?(?:\((?P<t>\d{1,2})\))?(?![\d.,%/-]*\d)"
)
_YEARS = 1900  # such a number right behind a name is a year: no law has so many articles


def short_places(text: str, names: Sequence[tuple[int, int]], found: Sequence[Place]) -> list[Place]:
    """Return the places of a text that are numbers without a word.

    :param text: As `plain` returns it.
    :param names: Where the names of authorities stand: a number right behind one is an article, none is within one.
    :param found: The places that have a word.
    """
    short: list[Place] = []
    for end in sorted({end for _, end in names}):  # 刑法285之三, CL 285(3): a number right behind a name
        match = _BARE.match(text, end)
        if match and not _taken(match.start("n"), (*found, *short)):
            year = match["n"].isdigit() and int(match["n"]) >= _YEARS and "第" not in match[0]
            if not year and not _COUNTS.match(text, match.end()) and (match["n"].isdigit() or match["i"]):
                short += [*_places(match), *_further(text, match)]
    for match in _LONE.finditer(text):
        inside = any(start <= match.start() < end for start, end in names)
        if (match["i"] or match["p"] or match["bis"]) and not inside and not _taken(match.start(), (*found, *short)):
            short += _places(match)
    return short


def _taken(at: int, places: Iterable[Place]) -> bool:
    return any(place.start <= at < place.end for place in places)


def _places(match: re.Match[str]) -> list[Place]:
    parts = match.groupdict()
    number, second = number_of(parts["n"]) or 0, number_of(parts["i"]) or (1 if parts.get("bis") else 0)
    second = second or inserted_of(parts.get("a"))
    articles = [(number, second)]
    if second > number:  # 285-287
        articles = [(n, 0) for n in (*range(number, min(second, number + MAX_RANGE)), second)]
    paragraph, item = number_of(parts["p"] or parts.get("pw")), number_of(parts["t"])
    return [Place(match.start("n"), match.end(), article, paragraph, item) for article in articles]


def _further(text: str, first: re.Match[str]) -> list[Place]:
    """The numbers that stand in a list with one right behind a name: 刑法285、286, CL 285, 286."""
    places, end = [], first.end()
    while more := _MORE_BARE.match(text, end):
        places.append(Place(more.start("n"), more.end(), (int(more["n"]), number_of(more["i"]) or 0)))
        end = more.end()
    return places
