"""The places that a text names in English: Article 285(3), the third paragraph of Article 25, sections 5 to 7."""

import re
from dataclasses import replace

from retrieval.references.place import CARDINALS, MAX_RANGE, ORDINALS, SPACE, Place, between, number_of

_ORDINAL, _WORDS = "|".join(ORDINALS), "|".join(CARDINALS)
_MARK = r"(?:\d{1,2}|[ivx]{1,5})"
_ENGLISH_ONE = rf"(\d{{1,4}})(?!\d|(?:st|nd|rd|th)\b)(?:{SPACE}(?:-|–|bis{SPACE}){SPACE}(\d{{1,3}})|({SPACE}bis\b))?((?:{SPACE}\({SPACE}{_MARK}{SPACE}\))*)"
_ENGLISH = re.compile(
    rf"(?P<word>\barts?\.?|\barticles?|\bsections?|\bsecs?\.?|\bss?\.|§+){SPACE}(?P<list>{_ENGLISH_ONE}(?:{SPACE}(?:,{SPACE}and|,|and|&|or|to|through|/){SPACE}{_ENGLISH_ONE})*)"
    rf"(?:{SPACE},?{SPACE}(?:(?:para(?:graph)?\.?){SPACE}\(?(?P<p>\d{{1,2}}|{_WORDS})\)?(?:\({SPACE}(?P<pi>{_MARK}){SPACE}\))?|(?:the\s+)?(?P<po>{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))\s+para(?:graph)?\b))?"
    rf"(?:{SPACE},?{SPACE}(?:items?|sub-?para(?:graph)?|clause|point)\.?{SPACE}\(?(?P<t>{_MARK})\)?)?",
    re.IGNORECASE,
)
_ENGLISH_MORE = re.compile(
    rf"{SPACE}(?P<way>,{SPACE}and|,|and|&|or|to|-|–){SPACE}\({SPACE}(?P<m>{_MARK}){SPACE}\)", re.IGNORECASE
)
# paragraph 3 of, the third paragraph of, item (4) of, in front of `Article`
_ENGLISH_BEFORE = re.compile(
    rf"\b(?:(?P<o>{'|'.join(ORDINALS)})\s+)?(?P<kind>para(?:graph)?|item|sub-?para(?:graph)?|clause|point)\.?"
    rf"(?(o)|{SPACE}\(?(?P<n>{_MARK})\)?){SPACE}(?:of|,){SPACE}(?:the\s+)?$",
    re.IGNORECASE,
)
_ITEM_ONE = re.compile(_ENGLISH_ONE, re.IGNORECASE)
_FRONT = 80  # characters before an article in which its paragraph and item may stand


def english_places(text: str) -> list[Place]:
    """Return the places of a text that stand behind article, section or a sign for them.

    :param text: As `plain` returns it.
    """
    return [place for match in _ENGLISH.finditer(text) for place in _places(match, text)]


def _places(match: re.Match[str], text: str) -> list[Place]:
    places: list[Place] = []
    section = match["word"].lower().startswith(("s", "§"))
    for one in _ITEM_ONE.finditer(match["list"]):
        number, second, bis, brackets = one.groups()
        marks = [number_of(mark) for mark in re.findall(r"\w+", brackets)] + [None, None]
        numbers = [(int(number), 1 if bis else 0)]
        if second and int(second) > int(number):
            numbers = [(n, 0) for n in (*range(int(number), min(int(second), int(number) + MAX_RANGE)), int(second))]
        elif second:
            numbers = [(int(number), int(second))]
        start, end = match.start("list") + one.start(), match.start("list") + one.end()
        places += [Place(start, end, n, marks[0], marks[1], section) for n in numbers]
    first, last = places[0].article[0], places[-1].article[0]
    if re.search(r"\s(?:to|through)\s", match["list"]) and len(places) == 2 and first < last:
        places = [
            replace(places[0], end=places[1].end, article=(n, 0))
            for n in (*range(first, min(last, first + MAX_RANGE)), last)
        ]
    if match["p"] or match["po"] or match["t"]:
        last = places[-1]
        places[-1] = replace(
            last,
            end=match.end(),
            paragraph=number_of(match["p"] or match["po"]) or last.paragraph,
            item=number_of(match["t"] or match["pi"]) or last.item,
        )
    places[0] = _with_front(places[0], text[max(0, match.start() - _FRONT) : match.start()])
    end = match.end()
    while places[-1].paragraph and (more := _ENGLISH_MORE.match(text, end)):
        last, end = places[-1], more.end()
        name = "item" if last.item else "paragraph"
        new = replace(last, start=more.start(), end=end, **{name: number_of(more["m"])})
        places += [*between(last, new), new] if more["way"].strip().lower() in ("to", "-", "–") else [new]
    return places


def _with_front(place: Place, front: str) -> Place:
    """Return the place with the paragraph and the item that stand in front of the word article."""
    for _ in range(2):
        match = _ENGLISH_BEFORE.search(front)
        if not match:
            break
        number = ORDINALS.index(match["o"].lower()) + 1 if match["o"] else number_of(match["n"])
        name = "paragraph" if match["kind"].lower().startswith("para") else "item"
        place = replace(place, **{name: getattr(place, name) or number})
        front = front[: match.start()]
    return place
