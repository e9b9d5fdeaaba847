"""References in a text: 刑法第285条第3款, Article 285(3), 286-1, (2018)鄂1003刑初150号."""

import re
from dataclasses import dataclass

from retrieval.address import Address, format_article, format_item
from retrieval.numbers import plain
from retrieval.numerals import NUMERAL, parse_numeral
from retrieval.registry import Mention, Registry

_N = rf"(?:\d{{1,4}}|{NUMERAL})"
_CHINESE = re.compile(
    rf"第?\s*(?P<n>{_N})\s*条(?:\s*之\s*(?P<i>{_N}))?(?:\s*第?\s*(?P<p>{_N})\s*款)?(?:\s*第?\s*\(?(?P<t>{_N})\)?\s*项)?"
)
_BARE = re.compile(
    rf"\s*第?(?P<n>\d{{1,4}}|{NUMERAL})(?:\s*(?:之|-|bis\s*)\s*(?P<i>\d{{1,2}}|{NUMERAL})|(?P<bis>\s*bis\b))?"
    r"(?:\s*\((?P<p>\d{1,2})\))?(?:\s*\((?P<t>\d{1,2})\))?"
)
_ENGLISH_ONE = r"(\d{1,4})(?:\s*(?:-|–|bis\s*)\s*(\d{1,3})|(\s*bis\b))?((?:\s*\(\s*(?:\d{1,2}|[ivx]{1,5})\s*\))*)"
_ENGLISH = re.compile(
    rf"\b(?P<word>arts?\.?|articles?)\s*(?P<list>{_ENGLISH_ONE}(?:\s*(?:,\s*and|,|and|&|or|to)\s*{_ENGLISH_ONE})*)"
    r"(?:\s*,?\s*(?:para(?:graph)?\.?)\s*\(?(?P<p>\d{1,2})\)?)?(?:\s*,?\s*item\.?\s*\(?(?P<t>\d{1,2}|[ivx]{1,5})\)?)?",
    re.IGNORECASE,
)
# 285(3), 286-1 without the word article: three figures and a mark that amounts and years do not have
_LONE = re.compile(
    r"(?<![\d.,/-])(?P<n>[1-4]\d{2})(?:-(?P<i>[1-9])(?!\d))?(?:\((?P<p>\d)\))?(?:\((?P<t>\d{1,2})\))?(?![\d.,%/-]*\d)"
)
_ITEM_ONE = re.compile(_ENGLISH_ONE, re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_MAX_RANGE = 20


@dataclass(frozen=True)
class Reference:
    """A place that a text names.

    :param authorities: Candidate ids; several for several versions, empty if the text names no authority that is held.
    :param article: Number and inserted number, or None if an authority is named as a whole.
    :param named: The authority's name as the text gives it, or None.
    """

    text: str
    authorities: tuple[str, ...]
    article: tuple[int, int] | None = None
    paragraph: int | None = None
    item: int | None = None
    named: str | None = None

    def address(self, authority: str) -> Address:
        """Return the address in one of the candidates."""
        article = format_article(*self.article) if self.article else None
        return Address(authority, article, self.paragraph, format_item(self.item) if self.item else None)


@dataclass(frozen=True)
class _Place:
    start: int
    end: int
    article: tuple[int, int]
    paragraph: int | None
    item: int | None


def _number(text: str | None) -> int | None:
    if not text:
        return None
    text = text.strip().lower()
    return int(text) if text.isdigit() else _ROMAN.get(text) or parse_numeral(text)


def find_references(text: str, registry: Registry, default: tuple[str, ...] = ()) -> list[Reference]:
    """Find every reference in a text, in order.

    :param registry: The names and articles of what the index holds.
    :param default: The authorities that an article without a name belongs to (those of the turn before).
    """
    text = plain(text)
    mentions = registry.mentions(text)
    places = _places(text, mentions)
    references, used = [], set()
    for place in places:
        mention = _owner(place, mentions, text)
        if mention and not _has(registry, mention, place) and _unnamed(place, registry, default):
            mention = None  # 2011年解释第八条……285条: a number that only another law has
        if mention:
            used.add(mention)
        authorities = mention.authorities if mention else _unnamed(place, registry, default)
        references.append(
            (place.start, Reference(
                text[place.start : place.end], authorities, place.article, place.paragraph, place.item,
                mention.text if mention else None,
            ))
        )  # fmt: skip
    references += [(m.start, Reference(m.text, m.authorities, named=m.text)) for m in mentions if m not in used]
    return [reference for _, reference in sorted(references, key=lambda pair: pair[0])]


def _has(registry: Registry, mention: Mention, place: _Place) -> bool:
    """Whether the named text has the article, or stands right in front of it and so must be meant."""
    close = 0 <= place.start - mention.end <= 3
    return (
        close
        or not mention.authorities
        or any(registry.has_article(name, *place.article) for name in mention.authorities)
    )


def _unnamed(place: _Place, registry: Registry, default: tuple[str, ...]) -> tuple[str, ...]:
    held = tuple(name for name in default if registry.has_article(name, *place.article))
    return held or (("criminal-law",) if registry.has_article("criminal-law", *place.article) else default)


def _places(text: str, mentions: list[Mention]) -> list[_Place]:
    found = [_chinese_place(match) for match in _CHINESE.finditer(text) if not _inside(match, mentions)]
    for match in _ENGLISH.finditer(text):
        found += _english_places(match)
    for mention in mentions:  # 刑法285之三, CL 285(3): a number right behind a name
        match = _BARE.match(text, mention.end)
        if match and not any(place.start <= match.start("n") < place.end for place in found):
            rest = text[match.end() : match.end() + 1]
            if rest not in ("号", "年", "月", "日", "人", "元", "%") and (match["n"].isdigit() or match["i"]):
                found.append(_chinese_place(match))
    for match in _LONE.finditer(text):
        if (match["i"] or match["p"]) and not any(place.start <= match.start() < place.end for place in found):
            found.append(_chinese_place(match))
    return sorted(found, key=lambda place: place.start)


def _inside(match: re.Match[str], mentions: list[Mention]) -> bool:
    return any(mention.start <= match.start() and match.end() <= mention.end for mention in mentions)


def _chinese_place(match: re.Match[str]) -> _Place:
    parts = match.groupdict()
    inserted = _number(parts["i"]) or (1 if parts.get("bis") else 0)
    return _Place(match.start("n"), match.end(), (_number(parts["n"]) or 0, inserted), _number(parts["p"]), _number(parts["t"]))  # fmt: skip


def _english_places(match: re.Match[str]) -> list[_Place]:
    places: list[_Place] = []
    for one in _ITEM_ONE.finditer(match["list"]):
        number, second, bis, brackets = one.groups()
        marks = [_number(mark) for mark in re.findall(r"\w+", brackets)] + [None, None]
        numbers = [(int(number), 1 if bis else 0)]
        if second and int(second) > int(number):
            numbers = [(n, 0) for n in range(int(number), min(int(second), int(number) + _MAX_RANGE) + 1)]
        elif second:
            numbers = [(int(number), int(second))]
        start = match.start("list") + one.start()
        places += [_Place(start, match.start("list") + one.end(), n, marks[0], marks[1]) for n in numbers]
    if places and (match["p"] or match["t"]):
        last = places[-1]
        places[-1] = _Place(last.start, match.end(), last.article, _number(match["p"]) or last.paragraph,
                            _number(match["t"]) or last.item)  # fmt: skip
    if " to " in match["list"] and len(places) == 2:
        first, last = places[0].article[0], places[1].article[0]
        places = [_Place(places[0].start, places[1].end, (n, 0), None, None) for n in range(first, min(last, first + _MAX_RANGE) + 1)]  # fmt: skip
    return places


def _owner(place: _Place, mentions: list[Mention], text: str) -> Mention | None:
    """The name that an article belongs to: `Article 285 of the Criminal Law`, else the last one before it."""
    for mention in mentions:
        if mention.start >= place.end and re.fullmatch(
            r"[\s,;()\d]*(?:(?:and|to|or)[\s\d(),-]*)*(?:of|under|in)?\s*(?:the|PRC|China's)?\s*(?:PRC|Chinese|revised|new|old|current|\d{4})?\s*",
            text[place.end : mention.start],
            re.IGNORECASE,
        ):
            return mention
    before = [mention for mention in mentions if mention.end <= place.start]
    if not before or re.search(r"[。；;!?！？]|\.\s", text[before[-1].end : place.start]):
        return None
    return before[-1]
