"""The numbers that Word counts by itself in front of paragraphs: 第一条, （二）, 3.1; they stand in no run of the text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from retrieval.numerals import format_numeral

_VAL, _ID, _LEVEL = qn("w:val"), qn("w:styleId"), qn("w:ilvl")
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
          (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 9999  # of a numeral; no list is as long


@dataclass(frozen=True)
class _Level:
    """A level of a list.

    :param text: Such as `第%1条`; %1 stands for the number of the first level.
    :param legal: Whether all its numbers are in digits.
    """

    start: int
    form: str
    text: str
    legal: bool


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)  # z is followed by aa, then by bb


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else f"({number})"


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand"), format_numeral,
    ),
    "lowerRoman": _roman, "upperRoman": lambda number: _roman(number).upper(), "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(), "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": _circled, "decimalEnclosedCircleChinese": _circled,
}  # fmt: skip


class ListNumbers:
    """Counts a document's lists; asked once for each paragraph, in their order.

    :param document: Whose lists and styles they are.
    """

    def __init__(self, document: Document) -> None:
        self._styles = {style.get(_ID): style for style in document.styles.element.findall(qn("w:style"))}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._level_of_style: dict[tuple[str, str], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for part in (r.target_part for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.NUMBERING):
            self._read(part.element)

    def _read(self, numbering: BaseOxmlElement) -> None:
        abstract = {a.get(qn("w:abstractNumId")): a for a in numbering.findall(qn("w:abstractNum"))}
        for number in numbering.findall(qn("w:num")):
            key, kind = number.get(qn("w:numId")), _value(number, "abstractNumId")
            if key is None or kind not in abstract:
                continue
            levels = {}
            for level in abstract[kind].findall(qn("w:lvl")):
                place = int(level.get(_LEVEL, 0))
                levels[place] = _level(level)
                if style := _value(level, "pStyle"):
                    self._level_of_style[key, style] = place
            counted = kind  # lists of one kind go on counting, unless one says where it starts
            for override in number.findall(qn("w:lvlOverride")):
                place, counted = int(override.get(_LEVEL, 0)), key
                if (own := override.find(qn("w:lvl"))) is not None:
                    levels[place] = _level(own)
                if (start := _value(override, "startOverride")) and place in levels:
                    levels[place] = _Level(int(start), levels[place].form, levels[place].text, levels[place].legal)
            self._lists[key] = (counted, levels)

    def next(self, paragraph: BaseOxmlElement) -> str:
        """Return the number in front of the next paragraph; empty if it has none, or a mere dot."""
        key, place = self._list_of(paragraph)
        counted, levels = self._lists.get(key, ("", {}))
        if place not in levels:
            return ""
        counts = self._counts.setdefault(counted, {})
        counts[place] = counts[place] + 1 if place in counts else levels[place].start
        for deeper in [level for level in counts if level > place]:
            del counts[deeper]
        own = levels[place]
        if own.form in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            if level not in levels:
                return ""
            form = "decimal" if own.legal else levels[level].form
            value = counts.setdefault(level, levels[level].start)
            return _FORMS.get(form, str)(value) if 0 < value <= _LARGEST else str(value)

        return _PLACE.sub(number, own.text).strip()

    def _list_of(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        """Return the list and the level that a paragraph, or its style, says that it belongs to."""
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "pStyle") if properties is not None else None
        seen: set[str] = set()
        while True:
            numbered = properties.find(qn("w:numPr")) if properties is not None else None
            if numbered is not None and (key := _value(numbered, "numId")):
                level = _value(numbered, "ilvl")
                of_style = self._level_of_style.get((key, style or ""), 0)
                return key, int(level) if level else of_style
            if style is None or style in seen or style not in self._styles:
                return "", 0
            seen.add(style)
            properties = self._styles[style].find(qn("w:pPr"))
            if properties is None or properties.find(qn("w:numPr")) is None:
                style = _value(self._styles[style], "basedOn")


def _level(level: BaseOxmlElement) -> _Level:
    legal = level.find(qn("w:isLgl")) is not None
    return _Level(
        int(_value(level, "start") or 1), _value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", legal
    )


def _value(element: BaseOxmlElement, name: str) -> str | None:
    """Return the value of the element below of this name."""
    found = element.find(qn(f"w:{name}"))
    return found.get(_VAL) if found is not None else None
