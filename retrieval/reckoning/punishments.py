"""The ranges of punishment of a crime and the periods of limitation, read from the Criminal Law's own Chinese words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.numerals import NUMERAL, parse_numeral
from retrieval.parts.spans import paragraphs

LIMITATION, COUNTED_FROM, NO_LIMIT, LONGEST = "第八十七条", "第八十九条", "第八十八条", "第四十五条"

_PUNISHED = re.compile(r"处(?P<words>(?:[^，。；：处]*?)(?:有期徒刑|无期徒刑|死刑)[^，。；：]*)")
_UP_TO = re.compile(rf"({NUMERAL})年以下有期徒刑")
_FROM = re.compile(rf"({NUMERAL})年以上有期徒刑")
_BEYOND_TERMS = re.compile("无期徒刑|死刑")
_AS_ANOTHER = re.compile(r"依照(?:前款|第(?P<number>[一二三四五])款)的规定(?:从重)?处罚")
_OF_UNITS = re.compile("^单位犯")
# what is said of the circumstances in front of a punishment, the heaviest first
_TIERS = (("particularly_serious", re.compile("特别(?:严重|巨大|恶劣)")), ("serious", re.compile("严重|巨大|恶劣")))
_LONGEST = re.compile(rf"以上({NUMERAL})年以下")
_PERIOD = re.compile(
    rf"(?P<item>（{NUMERAL}）)?法定最高刑为(?:(?P<least>{NUMERAL})年以上)?(?:不满(?P<below>{NUMERAL})年)?(?P<kind>有期徒刑|无期徒刑)[^，。；]*?的，经过(?P<years>{NUMERAL})年"
)


@dataclass(frozen=True)
class Range:
    """A range of punishment.

    :param tier: The circumstances: `base`, `serious` or `particularly_serious`.
    :param years: The maximum, None where it is imprisonment for life or death.
    :param paragraph: Where it stands: of a crime punished as another one, in that one's paragraph.
    :param is_open: Whether the law names no end of it, so that it is that of every term of years.
    """

    tier: str
    years: int | None
    paragraph: int
    is_open: bool = False


@dataclass(frozen=True)
class Period:
    """A period of limitation: so many years for crimes with such a maximum.

    :param least: The maximum from which it applies, in years.
    :param below: The one below which it does, None without an end.
    :param for_life: Whether it is that of imprisonment for life or death.
    """

    item: str | None
    least: int
    below: int | None
    for_life: bool
    years: int

    def covers(self, own: Range) -> bool:
        """Return whether it is the period of a range."""
        if own.years is None or self.for_life:
            return self.for_life and own.years is None
        return self.least <= own.years and (self.below is None or own.years < self.below)


def longest_term(article: str) -> int | None:
    """Return the longest term of years that the law knows, from the article on it: 六个月以上十五年以下."""
    match = _LONGEST.search(article)
    return parse_numeral(match[1]) if match else None


def read_periods(article: str) -> tuple[Period, ...]:
    """Return the periods of limitation, from the article on them, in its order."""
    found = []
    for match in _PERIOD.finditer(article):
        least, below, years = (
            parse_numeral(match[name]) if match[name] else None for name in ("least", "below", "years")
        )
        found.append(Period(match["item"], least or 0, below, match["kind"] == "无期徒刑", years or 0))
    return tuple(found)


def read_ranges(paragraphs: Mapping[int, str], paragraph: int, longest: int | None) -> tuple[Range, ...]:
    """Return the ranges of a crime, the lightest first; none where its words give none in years.

    :param paragraphs: The lines of the article that begin its paragraphs, by their numbers.
    :param longest: The longest term, for ranges of which the law names no end.
    """
    text = paragraphs.get(paragraph, "")
    if _OF_UNITS.match(text):
        return ()
    if as_another := _AS_ANOTHER.search(text):
        if _PUNISHED.search(text):  # some of it as another, some by itself: which, is told by more than that
            return ()
        other = parse_numeral(as_another["number"]) if as_another["number"] else paragraph - 1
        return read_ranges(paragraphs, other, longest) if other and other < paragraph else ()
    found = []
    at = 0
    for match in _PUNISHED.finditer(text):
        tier = next((name for name, said in _TIERS if said.search(text, at, match.start())), "base")
        up_to, start = _UP_TO.search(match["words"]), _FROM.search(match["words"])
        is_open = not up_to and bool(start)
        years = parse_numeral(up_to[1]) if up_to else longest if is_open else None
        beyond = bool(_BEYOND_TERMS.search(match["words"]))
        if beyond or years:
            found.append(Range(tier, None if beyond else years, paragraph, is_open and not beyond))
        at = match.end()
    return tuple(found)


def ranges_of(article: str, paragraph: int | None, index: Index) -> tuple[Range, ...]:
    """Return the ranges of a crime; of an article without a paragraph named, those of its only one that has some of its own."""
    longest = longest_term("\n".join(p.text for p in index.units.get((CRIMINAL_LAW, LONGEST), {}).get("zh", [])))
    lines: dict[int, str] = {}
    for passage in index.units.get((CRIMINAL_LAW, article), {}).get("zh", []):
        for one in paragraphs(passage):
            if one.head.paragraph:
                lines.setdefault(one.head.paragraph, passage.text[one.head.start : one.head.end])
    if paragraph:
        return read_ranges(lines, paragraph, longest)
    own = [ranges for number in lines if (ranges := read_ranges(lines, number, longest))]
    return own[0] if len(own) == 1 else ()
