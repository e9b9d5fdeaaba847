"""The places that a text names in English: Article 285(3), the third paragraph of Article 25, sections 5 to 7."""

import re
from dataclasses import replace

from retrieval.number_words import CARDINALS, NUMBER_WORDS
from retrieval.references.place import MAX_RANGE, ORDINALS, SPACE, Place, between, inserted_of, number_of

_ORDINAL, _WORDS = "|".join(ORDINALS), "|".join(sorted(CARDINALS, key=len, reverse=True))
_MARK = r"(?:\d{1,2}|[ivx]{1,5})"
_LETTER = r"[a-h]"  # 27(b): an item's, as lists of China are told in English
_BRACKETS = rf"(?:{SPACE}\({SPACE}{_MARK}{SPACE}\)|\({_LETTER}\))"
# article one, but not the article one of them wrote, nor the article two people wrote
_NOT_COUNTED = r"(?!\s+(?:people|persons|men|women|authors|lawyers|judges|years|months|days|times|of\s+(?:them|us|whom|these|those|my|our|the\s+(?:many|most|main|few))))"
_IN_WORDS = rf"(?!one\b\s+(?!of\b|and\b|or\b|to\b|para|item|says?\b|cl\b|csl\b)){NUMBER_WORDS}\b{_NOT_COUNTED}"
_BEHIND = rf"(?:{SPACE}(?:-|–|bis{SPACE}){SPACE}(\d{{1,3}})|({SPACE}bis\b)|(?<=\d)({_LETTER})\b)?({_BRACKETS}*)"
_IN_DIGITS = rf"\d{{1,4}}(?!\d|(?:st|nd|rd|th)\b){_BEHIND}"
_SEPARATED = rf"{SPACE}(?:,{SPACE}and|,|and|&|or|to|through|/){SPACE}"
# a list is all in figures or all in words: art. 285(3), three to seven years
_LIST = rf"{_IN_DIGITS}(?:{_SEPARATED}{_IN_DIGITS})*|{_IN_WORDS}{_BRACKETS}*(?:{_SEPARATED}{_IN_WORDS}{_BRACKETS}*)*"
_ENGLISH = re.compile(
    rf"(?P<word>\barts?\.?|\barticles?|\bsections?|\bsecs?\.?|\bss?\.|§+){SPACE}(?P<list>{_LIST})"
    rf"(?:{SPACE},?{SPACE}(?:(?:para(?:graph)?\.?|(?:sub)?section|sec\.|§){SPACE}\(?(?P<p>\d{{1,2}}|{_WORDS})\)?(?:\({SPACE}(?P<pi>{_MARK}){SPACE}\))?|(?:the\s+)?(?P<po>{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))\s+para(?:graph)?\b))?"
    rf"(?:{SPACE},?{SPACE}(?:items?|sub-?para(?:graph)?|clause|point)\.?{SPACE}\(?(?P<t>{_MARK}|{_WORDS}|{_LETTER}\b)\)?)?",
    re.IGNORECASE,
)
_ENGLISH_MORE = re.compile(
    rf"{SPACE}(?P<way>,{SPACE}and|,|and|&|or|to|-|–){SPACE}\({SPACE}(?P<m>{_MARK}|{_LETTER}){SPACE}\)", re.IGNORECASE
)
# paragraph 3 of, the third paragraph of, item (4) of, in front of `Article`
_ENGLISH_BEFORE = re.compile(
    rf"\b(?:(?P<o>{'|'.join(ORDINALS)})\s+)?(?P<kind>para(?:graph)?|(?:sub)?section|item|sub-?para(?:graph)?|clause|point)\.?"
    rf"(?(o)|{SPACE}\(?(?P<n>{_MARK}|{_WORDS}|{_LETTER})\)?){SPACE}(?:of|,){SPACE}(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_A_PART = re.compile(r"\s+of\s+(?:the\s+)?(?:chapter|part|art)", re.IGNORECASE)  # Section 3 of Article 285
_ITEM_ONE = re.compile(rf"(\d{{1,4}}|{NUMBER_WORDS}\b){_BEHIND}", re.IGNORECASE)
_FRONT = 80  # characters before an article in which its paragraph and item may stand


def english_places(text: str) -> list[Place]:
    """Return the places of a text that stand behind article, section or a sign for them.

    :param text: As `plain` returns it.
    """
    found = (match for match in _ENGLISH.finditer(text) if not _OF_A_PART.match(text, match.end()))
    return [place for match in found for place in _places(match, text)]


def _places(match: re.Match[str], text: str) -> list[Place]:
    places: list[Place] = []
    section = match["word"].lower().startswith(("s", "§"))
    for one in _ITEM_ONE.finditer(match["list"]):
        written, second, bis, letter, brackets = one.groups()
        number = number_of(written) or 0
        numbers = [(number, 1 if bis else inserted_of(letter))]
        if second and int(second) > number:
            numbers = [(n, 0) for n in (*range(number, min(int(second), number + MAX_RANGE)), int(second))]
        elif second:
            numbers = [(number, int(second))]
        start, end = match.start("list") + one.start(), match.start("list") + one.end()
        places += [Place(start, end, n, *_marked(brackets), section) for n in numbers]
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
            item=number_of(match["t"] or match["pi"]) or inserted_of(match["t"]) or last.item,
        )
    places[0] = _with_front(places[0], text[max(0, match.start() - _FRONT) : match.start()])
    end = match.end()
    while (places[-1].paragraph or places[-1].item) and (more := _ENGLISH_MORE.match(text, end)):
        last, end = places[-1], more.end()
        name = "item" if last.item else "paragraph"
        new = replace(last, start=more.start(), end=end, **{name: number_of(more["m"]) or inserted_of(more["m"])})
        places += [*between(last, new), new] if more["way"].strip().lower() in ("to", "-", "–") else [new]
    return places


def _marked(brackets: str) -> tuple[int | None, int | None]:
    """Return the paragraph and the item in the brackets behind an article: (3)(1), (3)(a), and (b), which is an item alone."""
    marks = re.findall(r"\w+", brackets)[:2]
    first, second, *_ = [*(number_of(mark) or inserted_of(mark) for mark in marks), None, None]
    return (None, first) if marks and number_of(marks[0]) is None else (first, second)


def _with_front(place: Place, front: str) -> Place:
    """Return the place with the paragraph and the item that stand in front of the word article."""
    for _ in range(2):
        match = _ENGLISH_BEFORE.search(front)
        if not match:
            break
        number = (
            ORDINALS.index(match["o"].lower()) + 1 if match["o"] else number_of(match["n"]) or inserted_of(match["n"])
        )
        name = "paragraph" if match["kind"].lower().startswith(("para", "section", "subsection")) else "item"
        place = replace(place, **{name: getattr(place, name) or number})
        front = front[: match.start()]
    return place
