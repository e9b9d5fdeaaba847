"""The articles, paragraphs and items that a text names, whatever they belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.numerals import SIGN, parse_numeral

# no unbounded runs: a text full of blanks or numerals must not take quadratic time
_S = r"\s{0,3}"
_NUMERAL = f"{SIGN}{{1,9}}"
_N = rf"(?:\d{{1,4}}|{_NUMERAL})"
_DASH = "–—~～-"  # the hyphen last: it stands in brackets of patterns
_NS = rf"{_N}(?:{_S}[、和至到{_DASH}]{_S}{_N}){{0,9}}"  # 一、三 or 一至三
_CHINESE = re.compile(
    rf"(?P<d>第?){_S}(?<!\d)(?P<n>{_NS}){_S}条(?:{_S}之{_S}(?P<i>{_N}))?(?:{_S}第?{_S}(?P<p>{_NS}){_S}款)?"
    rf"(?:{_S}第?{_S}\(?(?P<t>{_N}(?:\)?{_S}[、和至到]{_S}第?\(?{_N}){{0,9}})\)?{_S}项|{_S}\((?P<b>\d{{1,2}}|{_NUMERAL})\))?"
)
# 、之二 or 、第三款 or 和第(二)项 behind such a place
_CHINESE_MORE = re.compile(
    rf"{_S}(?P<way>[、,和及与或至到]|以及|以至){_S}(?:之{_S}(?P<i>{_N})(?!{_S}[条款项])|第?{_S}(?P<p>{_N}){_S}款(?:{_S}第?{_S}\(?(?P<t>{_N})\)?{_S}项)?|"
    rf"第?{_S}\(?(?P<o>{_N})\)?{_S}项)"
)
_CHINESE_RANGE = re.compile(r"\s{0,3}(?:至|到|-|—|~|～)\s{0,3}第?\s{0,3}")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL, _WORDS = "|".join(_ORDINALS), "|".join(_CARDINALS)
_BARE = re.compile(
    rf"{_S}第?(?P<n>\d{{1,4}}(?!\d)|{_NUMERAL})(?:{_S}(?:之|[{_DASH}]|bis{_S}){_S}(?P<i>\d{{1,4}}(?!\d)|{_NUMERAL})|(?P<bis>{_S}bis\b))?"
    rf"(?:{_S}\((?P<p>\d{{1,2}})\)|,?{_S}para(?:graph)?\.?\s{{1,3}}(?P<pw>\d{{1,2}}|{_WORDS})\b)?(?:{_S}\((?P<t>\d{{1,2}})\))?",
    re.IGNORECASE,
)
_MARK = r"(?:\d{1,2}|[ivx]{1,5})"
_ENGLISH_ONE = rf"(\d{{1,4}})(?!\d|(?:st|nd|rd|th)\b)(?:{_S}(?:-|–|bis{_S}){_S}(\d{{1,3}})|({_S}bis\b))?((?:{_S}\({_S}{_MARK}{_S}\))*)"
_ENGLISH = re.compile(
    rf"(?P<word>\barts?\.?|\barticles?|\bsections?|\bsecs?\.?|\bss?\.|§+){_S}(?P<list>{_ENGLISH_ONE}(?:{_S}(?:,{_S}and|,|and|&|or|to|through|/){_S}{_ENGLISH_ONE})*)"
    rf"(?:{_S},?{_S}(?:(?:para(?:graph)?\.?){_S}\(?(?P<p>\d{{1,2}}|{_WORDS})\)?(?:\({_S}(?P<pi>{_MARK}){_S}\))?|(?:the\s+)?(?P<po>{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))\s+para(?:graph)?\b))?"
    rf"(?:{_S},?{_S}(?:items?|sub-?para(?:graph)?|clause|point)\.?{_S}\(?(?P<t>{_MARK})\)?)?",
    re.IGNORECASE,
)
_ENGLISH_MORE = re.compile(rf"{_S}(?P<way>,{_S}and|,|and|&|or|to|-|–){_S}\({_S}(?P<m>{_MARK}){_S}\)", re.IGNORECASE)
# paragraph 3 of, the third paragraph of, item (4) of, in front of `Article`
_ENGLISH_BEFORE = re.compile(
    rf"\b(?:(?P<o>{'|'.join(_ORDINALS)})\s+)?(?P<kind>para(?:graph)?|item|sub-?para(?:graph)?|clause|point)\.?"
    rf"(?(o)|{_S}\(?(?P<n>{_MARK})\)?){_S}(?:of|,){_S}(?:the\s+)?$",
    re.IGNORECASE,
)
# 285(3), 286-1 without the word article: three figures and a mark that amounts and years do not have
# what a number behind a name counts: it is no article
_COUNTS = re.compile(
    r"[号年月日人元%]|,\d{3}|\s*(?:[万千百亿名个位次]|million|thousand|hundred|yuan|rmb|users?|customers?|people|persons?|accounts?|months?|years?|days?)(?![a-z])",
    re.IGNORECASE,
)
_MORE_BARE = re.compile(
    rf"{_S}(?:[、和与及,]|and\b|&){_S}第?(?P<n>[1-4]\d{{2}})(?=\s*(?:$|[^\w\s.,-]|[.,](?!\d)|[的规和与及或条]|(?:and|or|of|in)\b))",
    re.IGNORECASE,
)
_LONE = re.compile(
    r"(?<![\d.,/-])(?P<n>[1-4]\d{2})(?:-(?P<i>[1-9])(?!\d)|(?P<bis>\s+bis\b))?(?:\((?P<p>\d)\))?(?:\((?P<t>\d{1,2})\))?(?![\d.,%/-]*\d)"
)
_ITEM_ONE = re.compile(_ENGLISH_ONE, re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NAMED = {name: at for names in (_CARDINALS, _ORDINALS) for at, name in enumerate(names, 1)}
_MAX_RANGE = 20
_TOO_HIGH = 10_000
_YEARS = 1900  # such a number right behind a name is a year: no law has so many articles
_FRONT = 80  # characters before an article in which its paragraph and item may stand
# what may stand behind 285条 without 第 for it to be an article and not a count of things: 50条记录, 一条短信
_AFTER_BARE = re.compile(
    r"\s*(?:$|[^\w\s]|[的规和与及或跟中是有怎如何处判罪第之里这所吗呢下到至在对属适可能应]|[A-Za-z])"
)
_NEXT_ARTICLE = re.compile(rf"{_S}第?{_N}条")
_OF_A_VERSION = re.compile(r"(?:[新旧老原](?:法|版|条文)|[旧老])的?\s*$")  # 旧版63条
_COUNTED = re.compile(r"[共有达发约近余超删送卖占几了]\s*$")


@dataclass(frozen=True)
class Place:
    """An article, paragraph or item at [start, end) of a text.

    :param section: Whether the text calls it a section, which is an article only of a law that it names.
    """

    start: int
    end: int
    article: tuple[int, int]
    paragraph: int | None = None
    item: int | None = None
    section: bool = False


def find_places(text: str, names: Sequence[tuple[int, int]]) -> list[Place]:
    """Return the places that a text names, in order.

    :param text: As `plain` returns it.
    :param names: Where the names of authorities stand: a number right behind one is an article, none is within one.
    """
    ends = {end for _, end in names}
    found: list[Place] = []
    for match in _CHINESE.finditer(text):
        inside = any(start <= match.start() and match.end() <= end for start, end in names)
        if not inside and (match["d"] or _is_article(match, text, ends, found)):
            found += _chinese_places(match, text)
    for match in _ENGLISH.finditer(text):
        found += _english_places(match, text)
    for end in sorted(ends):  # 刑法285之三, CL 285(3): a number right behind a name
        match = _BARE.match(text, end)
        if match and not _taken(match.start("n"), found):
            year = match["n"].isdigit() and int(match["n"]) >= _YEARS and "第" not in match[0]
            if not year and not _COUNTS.match(text, match.end()) and (match["n"].isdigit() or match["i"]):
                found += _short_places(match)
                found += _further(text, match)
    for match in _LONE.finditer(text):
        if (match["i"] or match["p"] or match["bis"]) and not _taken(match.start(), found):
            found += _short_places(match)
    return sorted(filter(_can_be, _fill(found, text)), key=lambda place: (place.start, place.article))


def _can_be(place: Place) -> bool:
    """Whether there can be such a place at all: 第0条 and 第一万条 cannot."""
    (number, inserted), rest = place.article, (place.paragraph, place.item)
    return 0 < number < _TOO_HIGH and inserted < _TOO_HIGH and all(n is None or 0 < n < _TOO_HIGH for n in rest)


def _taken(at: int, places: list[Place]) -> bool:
    return any(place.start <= at < place.end for place in places)


def _number(text: str | None) -> int | None:
    if not text:
        return None
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", text.strip().lower())
    return int(text) if text.isdigit() else _ROMAN.get(text) or _NAMED.get(text) or parse_numeral(text)


def _numbers(text: str | None) -> list[int]:
    """Return the numbers of a list: 一、三 is 1 and 3, 一至三 is 1, 2 and 3."""
    numbers: list[int] = []
    joined = ""
    for piece in re.findall(rf"[至到{_DASH}]|{_N}", text or ""):
        number = _number(piece)
        if number is None:
            joined = piece
            continue
        numbers += range(numbers[-1] + 1, min(number, numbers[-1] + _MAX_RANGE)) if joined and numbers else []
        numbers.append(number)
        joined = ""
    return numbers


def _is_article(match: re.Match[str], text: str, ends: set[int], found: list[Place]) -> bool:
    """Whether a number before 条 without 第 is an article's and not a count."""
    start = match.start()
    if match["i"] or match["p"] or match["t"] or start in ends or text[:start].endswith("》"):
        return True
    if match["n"][0].isdigit() and _OF_A_VERSION.search(text[max(0, start - 6) : start]):
        return True
    if found and re.fullmatch(r"\s*[、,和及与或至到-]\s*", text[found[-1].end : start]):
        return True
    if found and found[-1].end == start:  # 6条14条
        return True
    sure = match["n"][0].isdigit() or len(match["n"]) > 2
    if sure and _NEXT_ARTICLE.match(text, match.end()) and not _COUNTED.search(text, 0, start):
        return True
    return bool(sure and _AFTER_BARE.match(text, match.end()) and not _COUNTED.search(text, 0, start))


def _chinese_places(match: re.Match[str], text: str) -> list[Place]:
    parts = match.groupdict()
    articles = [(n, 0) for n in _numbers(parts["n"])]
    articles[-1] = (articles[-1][0], _number(parts["i"]) or 0)
    if len(articles) == 2 and re.search(f"[{_DASH}]", parts["n"]) and articles[1][0] < articles[0][0]:
        articles = [(articles[0][0], articles[1][0])]  # 第286-1条
    start, end = match.start("n"), match.end()
    paragraphs: list[int | None] = [*_numbers(parts["p"])] or [None]
    items: list[int | None] = [*_numbers(parts["t"] or parts["b"])] or [None]
    places = [Place(start, end, article) for article in articles[:-1]]
    places += [Place(start, end, articles[-1], paragraph) for paragraph in paragraphs[:-1]]
    places += [Place(start, end, articles[-1], paragraphs[-1], item) for item in items]
    while more := _CHINESE_MORE.match(text, end):
        last, end = places[-1], more.end()
        new = Place(more.start(), end, last.article, last.paragraph, _number(more["o"]))
        if more["i"]:
            new = Place(more.start(), end, (last.article[0], _number(more["i"]) or 0))
        elif more["p"]:
            new = Place(more.start(), end, last.article, _number(more["p"]), _number(more["t"]))
        places += [*_between(last, new), new] if more["way"] in ("至", "到", "以至") else [new]
    return places


def _between(first: Place, last: Place) -> list[Place]:
    """Return what lies between two places that differ in their last number."""
    for name in ("item", "paragraph"):
        low, high = getattr(first, name), getattr(last, name)
        if low and high:
            return [replace(last, **{name: n}) for n in range(low + 1, min(high, low + _MAX_RANGE))]
    return []


def _fill(places: list[Place], text: str) -> Iterator[Place]:
    """Yield the places and the articles between the two ends of 第二十五条至第二十七条."""
    ordered = sorted(places, key=lambda place: place.start)
    for before, place in zip([None, *ordered], ordered, strict=False):
        if before and _CHINESE_RANGE.fullmatch(text, before.end, max(before.end, place.start)):
            low, high = before.article[0], place.article[0]
            if not before.paragraph and not before.article[1]:
                yield from (replace(place, article=(n, 0)) for n in range(low + 1, min(high, low + _MAX_RANGE)))
        yield place


def _short_places(match: re.Match[str]) -> list[Place]:
    parts = match.groupdict()
    number, second = _number(parts["n"]) or 0, _number(parts["i"]) or (1 if parts.get("bis") else 0)
    articles = [(number, second)]
    if second > number:  # 285-287
        articles = [(n, 0) for n in (*range(number, min(second, number + _MAX_RANGE)), second)]
    paragraph, item = _number(parts["p"] or parts.get("pw")), _number(parts["t"])
    return [Place(match.start("n"), match.end(), article, paragraph, item) for article in articles]


def _further(text: str, first: re.Match[str]) -> list[Place]:
    """The numbers that stand in a list with one right behind a name: 刑法285、286, CL 285, 286."""
    places, end = [], first.end()
    while more := _MORE_BARE.match(text, end):
        places.append(Place(more.start("n"), more.end(), (int(more["n"]), 0)))
        end = more.end()
    return places


def _english_places(match: re.Match[str], text: str) -> list[Place]:
    places: list[Place] = []
    section = match["word"].lower().startswith(("s", "§"))
    for one in _ITEM_ONE.finditer(match["list"]):
        number, second, bis, brackets = one.groups()
        marks = [_number(mark) for mark in re.findall(r"\w+", brackets)] + [None, None]
        numbers = [(int(number), 1 if bis else 0)]
        if second and int(second) > int(number):
            numbers = [(n, 0) for n in (*range(int(number), min(int(second), int(number) + _MAX_RANGE)), int(second))]
        elif second:
            numbers = [(int(number), int(second))]
        start, end = match.start("list") + one.start(), match.start("list") + one.end()
        places += [Place(start, end, n, marks[0], marks[1], section) for n in numbers]
    first, last = places[0].article[0], places[-1].article[0]
    if re.search(r"\s(?:to|through)\s", match["list"]) and len(places) == 2 and first < last:
        places = [
            replace(places[0], end=places[1].end, article=(n, 0))
            for n in (*range(first, min(last, first + _MAX_RANGE)), last)
        ]
    if match["p"] or match["po"] or match["t"]:
        last = places[-1]
        places[-1] = replace(
            last,
            end=match.end(),
            paragraph=_number(match["p"] or match["po"]) or last.paragraph,
            item=_number(match["t"] or match["pi"]) or last.item,
        )
    places[0] = _with_front(places[0], text[max(0, match.start() - _FRONT) : match.start()])
    end = match.end()
    while places[-1].paragraph and (more := _ENGLISH_MORE.match(text, end)):
        last, end = places[-1], more.end()
        name = "item" if last.item else "paragraph"
        new = replace(last, start=more.start(), end=end, **{name: _number(more["m"])})
        places += [*_between(last, new), new] if more["way"].strip().lower() in ("to", "-", "–") else [new]
    return places


def _with_front(place: Place, front: str) -> Place:
    """Return the place with the paragraph and the item that stand in front of the word article."""
    for _ in range(2):
        match = _ENGLISH_BEFORE.search(front)
        if not match:
            break
        number = _ORDINALS.index(match["o"].lower()) + 1 if match["o"] else _number(match["n"])
        name = "paragraph" if match["kind"].lower().startswith("para") else "item"
        place = replace(place, **{name: getattr(place, name) or number})
        front = front[: match.start()]
    return place
