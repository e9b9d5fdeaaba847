"""The places that a text names in Chinese: 第二百八十五条第三款, 第一、三项, 285条之一."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from retrieval.references.place import (
    DASH,
    MAX_RANGE,
    NUMBER,
    NUMERAL,
    SPACE,
    Place,
    articles_of,
    between,
    inserted_of,
    number_of,
    numbers_of,
)

_NS = rf"{NUMBER}(?:{SPACE}[、和至到{DASH}]{SPACE}{NUMBER}){{0,9}}"  # 一、三 or 一至三
# of articles each may have an inserted one's: 285、286之一条
_ARTICLES = rf"{NUMBER}(?:{SPACE}之{SPACE}{NUMBER})?(?:{SPACE}[、,/和至到{DASH}]{SPACE}第?{NUMBER}(?:{SPACE}之{SPACE}{NUMBER})?){{0,9}}"
_CHINESE = re.compile(
    rf"(?P<d>第?){SPACE}(?<!\d)(?P<n>{_ARTICLES}){SPACE}(?:(?P<a>[A-Ha-h]){SPACE})?条(?:{SPACE}之{SPACE}(?P<i>{NUMBER})|(?P<behind>[A-Ha-h])(?![A-Za-z款项类]))?(?:{SPACE}第?{SPACE}(?P<p>{_NS}){SPACE}款)?"
    rf"(?:{SPACE}第?{SPACE}\(?(?P<t>{NUMBER}(?:\)?{SPACE}[、和至到]{SPACE}第?\(?{NUMBER}){{0,9}})\)?{SPACE}项|{SPACE}\((?P<b>\d{{1,2}}|{NUMERAL})\))?"
)
# 、之二 or 、第三款 or 和第(二)项 behind such a place
_CHINESE_MORE = re.compile(
    rf"{SPACE}(?P<way>[、,和及与或至到]|以及|以至){SPACE}(?:之{SPACE}(?P<i>{NUMBER})(?!{SPACE}[条款项])|第?{SPACE}(?P<p>{NUMBER}){SPACE}款(?:{SPACE}第?{SPACE}\(?(?P<t>{NUMBER})\)?{SPACE}项)?|"
    rf"第?{SPACE}\(?(?P<o>{NUMBER})\)?{SPACE}项)"
)
_CHINESE_RANGE = re.compile(r"\s{0,3}(?:至|到|-|—|~|～)\s{0,3}第?\s{0,3}")
# what may stand behind 285条 without 第 for it to be an article and not a count of things: 50条记录, 一条短信
_AFTER_BARE = re.compile(
    r"\s*(?:$|[^\w\s]|[的规和与及或跟中是有怎如何处判罪第之里这所吗呢下到至在对属适可能应]|[A-Za-z])"
)
_NEXT_ARTICLE = re.compile(rf"{SPACE}第?{NUMBER}条")
_OF_A_VERSION = re.compile(r"(?:[新旧老原](?:法|版|条文)|[旧老])的?\s*$")  # 旧版63条
_THINGS = "信息|记录|广告|短信|消息|帖子?|数据|线索|链接"
_COUNTED = re.compile(rf"(?:[共有达发约近余超删送卖占几了]|{_THINGS})\s*$")
_THING_BEFORE, _THING_BEHIND = re.compile(rf"(?:{_THINGS})\s*$"), re.compile(rf"\s*\w{{0,4}}?(?:{_THINGS})")


def chinese_places(text: str, names: Sequence[tuple[int, int]]) -> list[Place]:
    """Return the places with 条 of a text.

    :param text: As `plain` returns it.
    :param names: Where the names of authorities stand, within which no place is.
    """
    ends = {end for _, end in names}
    found: list[Place] = []
    for match in _CHINESE.finditer(text):
        inside = any(start <= match.start() and match.end() <= end for start, end in names)
        if not inside and (match["d"] or _is_article(match, text, ends, found)):
            found += _places(match, text)
    return found


def counts_things(text: str, start: int, end: int) -> bool:
    """Return whether a number with 条 counts messages or the like: 诈骗信息150条, 225条短信.

    :param start: Where the number begins.
    :param end: Where 条 ends.
    """
    return bool(_THING_BEFORE.search(text, 0, start) or _THING_BEHIND.match(text, end))


def _is_article(match: re.Match[str], text: str, ends: set[int], found: list[Place]) -> bool:
    """Whether a number before 条 without 第 is an article's and not a count."""
    start = match.start()
    if match["i"] or match["a"] or match["p"] or match["t"] or start in ends or text[:start].endswith("》"):
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


def _places(match: re.Match[str], text: str) -> list[Place]:
    parts = match.groupdict()
    articles = articles_of(parts["n"])
    articles[-1] = (
        articles[-1][0],
        number_of(parts["i"]) or inserted_of(parts["a"] or parts["behind"]) or articles[-1][1],
    )
    start, end = match.start("n"), match.end()
    paragraphs: list[int | None] = [*numbers_of(parts["p"])] or [None]
    items: list[int | None] = [*numbers_of(parts["t"] or parts["b"])] or [None]
    places = [Place(start, end, article) for article in articles[:-1]]
    places += [Place(start, end, articles[-1], paragraph) for paragraph in paragraphs[:-1]]
    places += [Place(start, end, articles[-1], paragraphs[-1], item) for item in items]
    while more := _CHINESE_MORE.match(text, end):
        last, end = places[-1], more.end()
        new = Place(more.start(), end, last.article, last.paragraph, number_of(more["o"]))
        if more["i"]:
            new = Place(more.start(), end, (last.article[0], number_of(more["i"]) or 0))
        elif more["p"]:
            new = Place(more.start(), end, last.article, number_of(more["p"]), number_of(more["t"]))
        places += [*between(last, new), new] if more["way"] in ("至", "到", "以至") else [new]
    return places


def with_those_between(places: list[Place], text: str) -> Iterator[Place]:
    """Yield the places and the articles between the two ends of 第二十五条至第二十七条."""
    ordered = sorted(places, key=lambda place: place.start)
    for before, place in zip([None, *ordered], ordered, strict=False):
        if before and _CHINESE_RANGE.fullmatch(text, before.end, max(before.end, place.start)):
            low, high = before.article[0], place.article[0]
            if not before.paragraph and not before.article[1]:
                yield from (replace(place, article=(n, 0)) for n in range(low + 1, min(high, low + MAX_RANGE)))
        yield place
