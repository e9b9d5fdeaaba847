"""The numbers that stand in a question, however they are written, and whether each is a bound."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Literal

from retrieval.amounts.words import COUNTS, YUAN
from retrieval.numerals import NUMERAL, parse_numeral

Bound = Literal["", "under", "from", "up_to"]

_SCALE = r"[百千]?[万亿]|[千百]"
_LATIN = r"[kw](?![a-z])|thousand\b|grand\b|(?:m|mn|mln|million)\b"
_NUMBER = re.compile(
    # 2万5千, 3万7 (37,000), 2千万: what follows a single figure is its unit, or the next lower one goes without saying
    rf"(?P<mixed>\d+(?:\.\d+)?(?:{_SCALE})(?:\d{{1,3}}(?:{_SCALE}))*(?:\d{{3,4}}(?!\d|\s?[年月日号])|\d(?!\d|\.|\s?[年月日号个名位人次台单]))?)"
    # 12,345 and, by ten thousands, 1,2345; 600多万
    rf"|(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,4}}(?:,\d{{4}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    rf"(?:[多余来]?(?P<scale>{_SCALE}|{_LATIN}))?"
    rf"|(?P<numeral>{NUMERAL})(?:[多余来](?P<more>{_SCALE}))?",
    re.IGNORECASE,
)
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_VAGUE = re.compile(r"[几数上好成](?=[十百千万亿])")  # 几万元 is no amount; 用户数一百二十 is one
_PART = re.compile(rf"(\d+(?:\.\d+)?)({_SCALE})?")
_SCALES = {
    "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "k": 1_000, "w": 10_000, "thousand": 1_000, "grand": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "million": 1_000_000,
}  # fmt: skip
_ADDRESS = re.compile(
    r"(?:第|article|articles|art\.?|arts\.?|paragraph|item|no\.?|§|案|号|section|sec\.?|\bss?\.?|刑法|(?:charged?|convicted|prosecuted|indicted|guilty) (?:under|with|of)|under|罪名是?)\s*$",
    re.IGNORECASE,
)
# under 225 or 285: crimes are told by numbers too, as long as no currency stands behind
_CRIME_BEFORE = re.compile(r"\b(?:under|or|and|vs\.?|versus|than)\s*$", re.IGNORECASE)
_WITH_PARAGRAPH = re.compile(r"(?:-\d)?\(\d\)")
_CRIMES = range(102, 452)  # articles of the Criminal Law's special part
_MOST = 10**15  # yuan; what is more is no amount, and in the end no number: 400 figures are infinity
NEAR = 14  # characters between a word and the number that it belongs to
_UNDER = re.compile(
    r"(?:不到|不足|不满|未满|少于|小于|低于|将近|接近|差点|[近小])\s*$|"
    r"(?<!no )(?<!not )\b(?:nearly|almost|just under|under|less than|below|close to|not quite)\s*(?:RMB|CNY|¥)?\s*$",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"(?:最多|至多|顶多|不超过|不高于|不多于)\s*$|\b(?:up to|at most|no more than|not more than|a maximum of)\s*(?:RMB|CNY|¥)?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:(?<!不)(?:超过|超|逾|高于|大于)|(?<!不)多于|至少|起码|不少于|不低于|不下)\s*$|"
    r"\b(?<!no )(?<!not )(?:over|more than|at least|above|upwards of|exceeding|no less than|not less than)\s*(?:RMB|CNY|¥)?\s*$",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile(r"(?:元|块钱?)?\s*(?:多|余|出头)")
_MORE_INSIDE = re.compile(r"[多余]")
# 2到3万 are 2万到3万, 三五千 are 3千到5千
_RANGE = re.compile(
    rf"(?<![\d.])(\d+(?:\.\d+)?)(\s*(?:到|至|[-~—–]|\bto\b)\s*)(\d+(?:\.\d+)?\s*({_SCALE}|{_LATIN}))", re.IGNORECASE
)
_NEIGHBOURS = re.compile(
    r"(?<![一二两三四五六七八九十百千万亿零〇\d])([一两二三四五六七八])([二三四五六七八九])([十百千]?万|[千百])"
)
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+)(?=\s*(?:yuan|rmb|cny|renminbi|元|块))", re.IGNORECASE)
_ENGLISH_SMALL = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        1,
    )
} | {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_ENGLISH = re.compile(
    rf"\b(?:(?P<half>half a)|(?P<small>an?|{'|'.join(_ENGLISH_SMALL)})(?:[\s-](?P<unit>{'|'.join(list(_ENGLISH_SMALL)[:9])}))?)\s+"
    # a hundred and fifty thousand is more than these read, and is left in words
    rf"(?P<scale>hundred(?:\s+thousand)?|thousand|grand|million|dozen)\b(?!\s+(?:and\s+)?(?:{'|'.join(_ENGLISH_SMALL)})\b)",
    re.IGNORECASE,
)
_ENGLISH_SCALES = {"hundred": 100, "thousand": 1_000, "grand": 1_000, "million": 1_000_000, "dozen": 12}


@dataclass(frozen=True)
class Figure:
    """A number of a text, from `start` to `end`.

    :param text: As it stands there.
    :param scaled: Whether it has a unit of thousands or more with it: 40k, 3万.
    :param bound: What it is a bound of: `under` it, `from` it on, `up_to` it; empty if it is the figure itself.
    :param lead: What stands right before it, other numbers too.
    """

    value: Decimal
    text: str
    start: int
    end: int
    scaled: bool
    bound: Bound
    lead: str

    @property
    def is_year(self) -> bool:
        """Whether it looks like the year of a date."""
        return self.text.isdigit() and 1900 <= self.value < 2100


def with_plain_figures(text: str) -> str:
    """Return the text with formal numerals, English number words, ranges and 30.000 yuan in the form that is read."""
    text = _ENGLISH.sub(_in_figures, text.translate(_FORMAL))
    text = _THOUSANDS.sub(lambda match: match[1].replace(".", ""), text)
    text = _RANGE.sub(lambda match: f"{match[1]}{match[4]}{match[2]}{match[3]}", text)
    return _NEIGHBOURS.sub(lambda match: f"{match[1]}{match[3]}到{match[2]}{match[3]}", text)


def _in_figures(match: re.Match[str]) -> str:
    scale = prod(_ENGLISH_SCALES[word] for word in match["scale"].lower().split() if word != "and")
    if match["half"]:
        return f"{scale // 2:,}"  # with a comma, or two thousand would be read as a year
    number = 1 if match["small"].lower() in ("a", "an") else _ENGLISH_SMALL[match["small"].lower()]
    return f"{(number + (_ENGLISH_SMALL[match['unit'].lower()] if match['unit'] else 0)) * scale:,}"


def read_figures(text: str) -> Iterator[Figure]:
    """Yield the numbers of a text as `with_plain_figures` returns it; those of articles are none."""
    for match in _NUMBER.finditer(text):
        value = _value(match, text)
        if value is None or value > _MOST:
            continue
        address = _ADDRESS.search(text, max(0, match.start() - 2 * NEAR), match.start())
        # under 285 is an article, gains under 50,000 are money
        if address and not (value >= _CRIMES.stop and _UNDER.match(address[0])):
            continue
        if _is_crime(match, value, text):
            continue
        scaled = bool(match["mixed"] or match["scale"] or match["more"])
        lead = text[max(0, match.start() - 2 * NEAR) : match.start()]
        yield Figure(value, match[0].strip(), match.start(), match.end(), scaled, _bound(match, text), lead)


def _is_crime(match: re.Match[str], value: Decimal, text: str) -> bool:
    if not match[0].strip().isdecimal() or value not in _CRIMES:
        return False
    if _WITH_PARAGRAPH.match(text, match.end()):
        return True  # the threshold of gains for 285(3)
    return bool(_CRIME_BEFORE.search(text, 0, match.start())) and not _has_unit(text[match.end() :])


def _value(match: re.Match[str], text: str) -> Decimal | None:
    if match["mixed"]:
        return _mixed(match["mixed"])
    if match["digits"]:
        return Decimal(match["digits"].replace(",", "")) * _scale((match["scale"] or "").lower())
    value = parse_numeral(match["numeral"])
    if value is None or _VAGUE.match(text, max(0, match.start() - 1)):
        return None
    if len(match["numeral"]) == 1 and value < 10 and not match["more"] and not _has_unit(text[match.end() :]):
        return None
    return Decimal(value) * _scale(match["more"] or "")


def _bound(match: re.Match[str], text: str) -> Bound:
    before = text[max(0, match.start() - 2 * NEAR) : match.start()]
    if _UP_TO.search(before):
        return "up_to"
    if _UNDER.search(before):
        return "under"
    if _FROM.search(before) or _MORE_INSIDE.search(match[0]) or _FROM_BEHIND.match(text, match.end()):
        return "from"
    return ""


def _scale(words: str) -> int:
    """What a number is multiplied by: 千万 is ten million."""
    if words in _SCALES:
        return _SCALES[words]
    return prod(_SCALES[sign] for sign in words)


def _mixed(text: str) -> Decimal:
    """Return the number in figures and Chinese units: 2万5千 and 2万5 are 25,000."""
    value, unit = Decimal(0), 1
    for figures, words in _PART.findall(text):
        if words:
            unit = _scale(words)
            value += Decimal(figures) * unit
        else:
            value += Decimal(figures) * (unit // 10 if len(figures) == 1 else 1)
    return value


def _has_unit(after: str) -> bool:
    return bool(YUAN.match(after) or any(pattern.match(after) for _, pattern, _ in COUNTS))
