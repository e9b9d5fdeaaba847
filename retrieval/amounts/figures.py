"""The numbers that stand in a question, however they are written, and whether each is a bound."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from retrieval.amounts.bounds import Bound, bound_before
from retrieval.amounts.words import COUNTS, YUAN
from retrieval.number_words import with_digits
from retrieval.numerals import FORMAL, NUMERAL, parse_numeral

_SCALE = r"[百千]?[万亿]|[千百]"
_LATIN = (
    r"[kw](?![a-z])|hundred\s+thousand\b|hundred\b|thousand\b|grand\b|wan\b|(?:m|mn|mln|million)\b|(?:bn|billion)\b"
)
_NUMBER = re.compile(
    # 2万5千, 3万7 (37,000), 2千万: what follows a single figure is its unit, or the next lower one goes without saying
    rf"(?P<mixed>\d+(?:\.\d+)?(?:{_SCALE})(?:\d{{1,3}}(?:{_SCALE}))*(?:\d{{3,4}}(?!\d|\s?[年月日号])|\d(?!\d|\.|\s?[年月日号个名位人次台单]))?)"
    # 12,345 and, by ten thousands, 1,2345, but not 8000,2017年; 600多万
    rf"|(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,4}}(?:,(?!(?:19|20)\d\d(?:\s?年|[-/.]\d))\d{{4}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    rf"(?:[多余来]?(?P<scale>{_SCALE}|{_LATIN}))?"
    rf"|(?P<numeral>{NUMERAL})(?:[多余来](?P<more>{_SCALE}))?",
    re.IGNORECASE,
)
# 1 million 200 thousand, 5 hundred and 20 thousand: parts of one number, which neither is
_IN_PARTS = re.compile(
    r"(?:(?:thousand|million|billion|wan)\s+|hundred\s+(?:and\s+)?)"
    r"(?:\d[\d,.]*\s*[a-z]*|[a-z-]+\s+(?:thousand|million)\b)",
    re.IGNORECASE,
)
# 几万元 is no amount; 用户数一百二十 is one, and so are 五日以上十五日, 造成十万元损失, 人数十五人
VAGUE = r"(?:几|好|(?<![人户次件])数|(?<![以网线])上|(?<![造达构])成)(?=[十百千万亿])"
_VAGUE = re.compile(VAGUE)
# 上万元 are ten thousand or more
_OVER = re.compile(r"(?<![以网线])上([百千]?[万亿]|[千百])(?=[多余]?(?:元|块|人|名|个|户|单))")
_PART = re.compile(rf"(\d+(?:\.\d+)?)({_SCALE})?")
_SCALES = {
    "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "k": 1_000, "w": 10_000, "thousand": 1_000, "grand": 1_000,
    "hundred": 100, "hundred thousand": 100_000, "wan": 10_000,
    "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_ADDRESS = re.compile(
    r"(?:第|article|articles|art\.?|arts\.?|paragraph|item|no\.?|§|案|(?<![账帐])号|section|sec\.?|\bss?\.?|刑法|(?:charged?|convicted|prosecuted|indicted|guilty) (?:under|with|of)|under|罪名是?)\s*$",
    re.IGNORECASE,
)
# under 225 or 285: crimes are told by numbers too, as long as no currency stands behind
_CRIME_BEFORE = re.compile(r"\b(?:under|or|and|vs\.?|versus|than)\s*$", re.IGNORECASE)
# charges: 225; 按225; a seller charges 285 a year, and what is round may be a price as well
_CHARGED_BEFORE = re.compile(
    r"(?<!\bi )(?<!\bhe )(?<!\bwe )(?<!\bshe )(?<!\bthey )(?<!\bwho )\b(?:charges?|counts?|crimes?|offen[cs]es?)(?: (?:is|are|was|were|of))?\s*[:：]?\s*$|"
    r"(?:按照?|依照?|依据|根据|适用|触犯|涉嫌|构成|成立|够|还是|罪名?)(?:是|为)?[:：]?\s*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:a|an|per|each|apiece|every|for)\b|\s*[/每一]", re.IGNORECASE)
_ROUND = 50
# joined to one that has its paragraph with it: 225 and 285(3), 225和285三款
_JOINED_CRIME = re.compile(
    r"\s*(?:条|,|/|&|\band\b|\bor\b|\bvs\.?|\bversus\b|、|和|与|跟|或者?|还是)+\s*(?:第|art(?:icle|\.)?\s*)?[1-4]\d\d"
    r"(?:条?(?:之[一二三四])?第?[一二三四]款|条?之[一二三四]|(?:-\d)?\(\d\)|-\d)",
    re.IGNORECASE,
)
_IN_A_NAME = re.compile(r"(?<=[a-z])\d(?=[a-z])", re.IGNORECASE)  # V2Ray, L2TP
_WITH_PARAGRAPH = re.compile(r"(?:-\d)?\(\d\)")
_CRIMES = range(102, 452)  # articles of the Criminal Law's special part
_MOST = 10**15  # yuan; what is more is no amount, and in the end no number: 400 figures are infinity
NEAR = 14  # characters between a word and the number that it belongs to
_TOLD = 60  # characters before a number in which it is said whether it is a bound: has not been shown to exceed
_MORE_INSIDE = re.compile(r"[多余]")
_MORE_BEHIND = re.compile(r"\s*(?:元|块钱?)?(?:多|余|出头)")
_BEHIND: tuple[tuple[Bound, re.Pattern[str]], ...] = tuple(
    (bound, re.compile(rf"\s*(?:元|块钱?|yuan|rmb)?\s*,?\s*(?:{words})", re.IGNORECASE))
    for bound, words in (
        ("from", r"以上|or more\b|or above\b|多|余|出头|at (?:the )?(?:very )?least\b"),
        ("up_to", r"以下|以内|or less\b|封顶|at (?:the )?(?:very )?most\b"),
        ("under", "[都还也]?[不没]到|[都还也]?不足(?![以])"),
    )
)
# 2到3万 are 2万到3万, 三五千 are 3千到5千
_RANGE = re.compile(
    rf"(?<![\d.])(\d+(?:\.\d+)?)(\s*(?:到|至|[-~—–]|\bto\b)\s*)(\d+(?:\.\d+)?\s*({_SCALE}|{_LATIN}))", re.IGNORECASE
)
_NEIGHBOURS = re.compile(
    r"(?<![一二两三四五六七八九十百千万亿零〇\d])([一两二三四五六七八])([二三四五六七八九])([十百千]?万|[千百])"
)
# 30.000 yuan, 5.000,00 yuan; 5 000 yuan, and of 5 000 alone what ends in noughts
_THOUSANDS = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+)(?:,\d{2})?(?=\s*(?:yuan|rmb|cny|renminbi|元|块))|(?<![\d.,])(\d{1,3}(?:\.\d{3})+),\d{2}(?!\d)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?<![\d.,])(?<!\d )(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?![\d,]|[ ]\d|\(|-\d)(?:(?=(?:\.\d+)?\s*(?:yuan|rmb|cny|renminbi|元|块))|(?<=000))",
    re.IGNORECASE,
)
_LEAST_SPELT = 10  # one of the two, in words, counts nothing that a threshold measures; twenty customers do


@dataclass(frozen=True)
class Figure:
    """A number of a text, from `start` to `end`.

    :param text: As it stands there.
    :param scaled: Whether it has a unit of thousands or more with it: 40k, 3万.
    :param bound: What it is a bound of: `under` it, `from` it on, `up_to` it; empty if it is the figure itself.
    :param lead: What stands right before it, other numbers too.
    :param is_more: Whether it is so much and some more, short of the next round figure: 2万多, 30余万.
    """

    value: Decimal
    text: str
    start: int
    end: int
    scaled: bool
    bound: Bound
    lead: str
    is_more: bool = False

    @property
    def ceiling(self) -> int:
        """What it is less than, if it is so much and some more: 2万多 is less than 3万; else 0."""
        value = int(self.value)
        if not self.is_more or not value:
            return 0
        return value + 10 ** (len(str(value)) - len(str(value).rstrip("0")))

    @property
    def is_year(self) -> bool:
        """Whether it looks like the year of a date."""
        return self.text.isdigit() and 1900 <= self.value < 2100


def with_plain_figures(text: str) -> str:
    """Return the text with formal numerals, English number words, ranges, 30.000 and 5 000 yuan in the form that is read."""
    text = _OVER.sub(r"至少一\1", text)
    text = with_digits(text.translate(FORMAL), lambda value, *_: value >= _LEAST_SPELT)
    text = _THOUSANDS.sub(lambda match: (match[1] or match[2]).replace(".", ""), text)
    text = _SPACED.sub(lambda match: "".join(match[1].split()), text)
    text = _RANGE.sub(lambda match: f"{match[1]}{match[4]}{match[2]}{match[3]}", text)
    return _NEIGHBOURS.sub(lambda match: f"{match[1]}{match[3]}到{match[2]}{match[3]}", text)


def read_numbers(text: str) -> Iterator[Figure]:
    """Yield every number of a text as `with_plain_figures` returns it, those of articles and single signs too."""
    parts = [(match.start(), match.end()) for match in _IN_PARTS.finditer(text)]
    for match in _NUMBER.finditer(text):
        value = _value(match, text)
        if any(match.start() < end and start < match.end() for start, end in parts):
            continue
        if value is not None and value <= _MOST:
            scaled = bool(match["mixed"] or match["scale"] or match["more"])
            lead = text[max(0, match.start() - 2 * NEAR) : match.start()]
            bound, is_more = _bound(match, text), _is_more(match, text)
            yield Figure(value, match[0].strip(), match.start(), match.end(), scaled, bound, lead, is_more)


def read_figures(text: str) -> Iterator[Figure]:
    """Yield the numbers of a text as `with_plain_figures` returns it; those of articles are none."""
    for figure in read_numbers(text):
        address = _ADDRESS.search(figure.lead)
        # under 285 is an article, gains under 50,000 are money
        if address and not (figure.value >= _CRIMES.stop and bound_before(address[0]) == "under"):
            continue
        if _IN_A_NAME.match(text, figure.start) and figure.end == figure.start + 1:
            continue
        single = len(figure.text) == 1 and not figure.text.isdecimal() and figure.value < 10
        if not _is_crime(figure, text) and (not single or _has_unit(text[figure.end :])):
            yield figure


def _is_crime(figure: Figure, text: str) -> bool:
    """Whether a number is that of an article on a crime."""
    if not figure.text.isdecimal() or figure.value not in _CRIMES:
        return False
    if _WITH_PARAGRAPH.match(text, figure.end):
        return True  # the threshold of gains for 285(3)
    if _has_unit(text[figure.end :]):
        return False
    near = max(0, figure.start - _TOLD)
    if _CRIME_BEFORE.search(text, near, figure.start) or _JOINED_CRIME.match(text, figure.end):
        return True
    charged = figure.value % _ROUND != 0 and not _EACH.match(text, figure.end)
    return charged and bool(_CHARGED_BEFORE.search(text, near, figure.start))


def _value(match: re.Match[str], text: str) -> Decimal | None:
    if match["mixed"]:
        return _mixed(match["mixed"])
    if match["digits"]:
        return Decimal(match["digits"].replace(",", "")) * _scale((match["scale"] or "").lower())
    value = parse_numeral(match["numeral"])
    if value is None or _VAGUE.match(text, max(0, match.start() - 1)):
        return None
    return Decimal(value) * _scale(match["more"] or "")


def _bound(match: re.Match[str], text: str) -> Bound:
    if told := bound_before(text[max(0, match.start() - _TOLD) : match.start()]):
        return told
    if _MORE_INSIDE.search(match[0]):
        return "from"
    return next((bound for bound, words in _BEHIND if words.match(text, match.end())), "")


def _is_more(match: re.Match[str], text: str) -> bool:
    told = bound_before(text[max(0, match.start() - _TOLD) : match.start()])
    return not told and bool(_MORE_INSIDE.search(match[0]) or _MORE_BEHIND.match(text, match.end()))


def _scale(words: str) -> int:
    """What a number is multiplied by: 千万 is ten million."""
    if (known := " ".join(words.split())) in _SCALES:
        return _SCALES[known]
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
