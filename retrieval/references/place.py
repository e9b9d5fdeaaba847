"""A place that a text names: an article, a paragraph or an item, and its numbers in digits, words and numerals."""

import re
from dataclasses import dataclass, replace

from retrieval.number_words import parse_number_words
from retrieval.numerals import SIGN, parse_numeral

# no unbounded runs: a text full of blanks or numerals must not take quadratic time
SPACE = r"\s{0,3}"
NUMERAL = f"{SIGN}{{1,9}}"
NUMBER = rf"(?:\d{{1,4}}|{NUMERAL})"
DASH = "–—~～-"  # the hyphen last: it stands in brackets of patterns
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MAX_RANGE = 20
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NAMED = {name: at for at, name in enumerate(ORDINALS, 1)}


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


def number_of(text: str | None) -> int | None:
    """Return the number that a word, a Roman or a Chinese numeral or digits stand for; None if they stand for none."""
    if not text:
        return None
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", text.strip().lower())
    if text.isdigit():
        return int(text)
    return _ROMAN.get(text) or _NAMED.get(text) or parse_numeral(text) or parse_number_words(text)


def inserted_of(letter: str | None) -> int:
    """Return the inserted article that a letter behind a number is, as 286A is 286之一; 0 for none."""
    return ord(letter.lower()) - ord("a") + 1 if letter else 0


def numbers_of(text: str | None) -> list[int]:
    """Return the numbers of a list: 一、三 is 1 and 3, 一至三 is 1, 2 and 3."""
    return [number for number, _ in articles_of(text)]


def articles_of(text: str | None) -> list[tuple[int, int]]:
    """Return the articles of a list with their inserted numbers: of 285、286之一 and of 285、286-1 (285, 0) and (286, 1)."""
    articles: list[tuple[int, int]] = []
    joined = ""
    for piece in re.findall(rf"[之至到{DASH}]|{NUMBER}", text or ""):
        number = number_of(piece)
        if number is None:
            joined = piece
        elif articles and (joined == "之" or (joined in DASH and joined and number < articles[-1][0])):
            articles[-1] = (articles[-1][0], number)
            joined = ""
        else:
            low = articles[-1][0] + 1 if joined and articles else number
            articles += [(between, 0) for between in range(low, min(number, low - 1 + MAX_RANGE))]
            articles.append((number, 0))
            joined = ""
    return articles


def between(first: Place, last: Place) -> list[Place]:
    """Return what lies between two places that differ in their last number."""
    for name in ("item", "paragraph"):
        low, high = getattr(first, name), getattr(last, name)
        if low and high:
            return [replace(last, **{name: n}) for n in range(low + 1, min(high, low + MAX_RANGE))]
    return []
