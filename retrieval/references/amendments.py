"""The numbered amendments to the Criminal Law: where a text names one, and since when each is in force.

Of the days the corpus tells in its editor's notes: 《刑法修正案（九）》……自2015年11月1日起施行.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from retrieval.authority import CRIMINAL_LAW, Authority
from retrieval.number_words import CARDINALS
from retrieval.numerals import parse_numeral
from retrieval.references.dated_names import has_article_beside
from retrieval.references.place import ORDINALS

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_NUMERAL = r"十[一二三四五]?|[一二三四五六七八九]|1[0-5]|[1-9]"
_ZH = re.compile(
    rf"(?<!宪法)修正案\s?\(?\s?(?P<behind>{_NUMERAL})(?![\d月年条百十])\s?\)?|第?(?P<before>{_NUMERAL})[号次个]?(?:刑法)?修正案|刑修(?P<short>{_NUMERAL})(?![\d条])"
)
_WORDS = "|".join(sorted(CARDINALS[:15], key=len, reverse=True))
_ORDINALS = (*ORDINALS, "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth")
_EN = re.compile(
    rf"\bamendment\s+(?:no\.?\s*|number\s+)?\(?(?P<behind>{'|'.join(sorted(_ROMAN, key=len, reverse=True))}|1[0-5]|[1-9]|{_WORDS})\b(?!\s?(?:%|years?|months?))\)?|"
    rf"\b(?P<before>{'|'.join(_ORDINALS)}|1[0-5]th|[1-9](?:st|nd|rd|th))\s+(?:criminal law\s+)?amendment\b(?!\s+draft)",
    re.IGNORECASE,
)
_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_NAMED = r"《?刑法修正案（(?P<number>[一二三四五六七八九十]{1,2})）》?"
_IN_FORCE = (
    re.compile(rf"{_NAMED}(?:[^《；。]{{0,24}}?，|[（])自?{_DAY}起"),
    re.compile(rf"{_NAMED}{_DAY}通过并于当日施行"),
    re.compile(rf"自{_DAY}（{_NAMED}[^）]{{0,12}}）起施行"),
    re.compile(rf"{_DAY}(?:起施行的)?{_NAMED}(?:施行|没有|修改|增加)"),
)


def named_amendments(text: str) -> list[int]:
    """Return the numbers of the amendments to the Criminal Law that a text names, those left out of which it names an article.

    :param text: As `plain` returns it.
    """
    found = [match for pattern in (_ZH, _EN) for match in pattern.finditer(text)]
    alone = [match for match in found if not has_article_beside(text, match.start(), match.end())]
    return list(dict.fromkeys(number for match in alone if (number := _number(match))))


def _number(match: re.Match[str]) -> int | None:
    word = next(own for own in match.groupdict().values() if own).lower()
    for names in (_ROMAN, CARDINALS, _ORDINALS):
        if word in names:
            return names.index(word) + 1
    figures = re.match(r"\d+", word)
    return int(figures[0]) if figures else parse_numeral(word)


def days_of_amendments(authorities: Iterable[Authority]) -> dict[int, date]:
    """Return since when the amendments are in force of which the corpus tells it, by their numbers."""
    told: dict[int, set[date]] = {}
    for number, day in _told(authorities):
        told.setdefault(number, set()).add(day)
    return {number: next(iter(days)) for number, days in told.items() if len(days) == 1}


def _told(authorities: Iterable[Authority]) -> Iterator[tuple[int, date]]:
    for authority in authorities:
        # 截至《刑法修正案（十一）》: the text is held as of its day
        held = re.search(_NAMED, str(authority.source.get("zh"))) if authority.id == CRIMINAL_LAW else None
        if held and authority.text_as_of:
            yield parse_numeral(held["number"]) or 0, authority.text_as_of
        for note in authority.notes:
            for match in (found for pattern in _IN_FORCE for found in pattern.finditer(note.zh)):
                year, month, day = (int(own) for own in match.groups() if own and own.isdecimal())
                yield parse_numeral(match["number"]) or 0, date(year, month, day)


def roman(number: int) -> str:
    """Return what the amendment of a number is called in English: XII."""
    return _ROMAN[number - 1].upper()
