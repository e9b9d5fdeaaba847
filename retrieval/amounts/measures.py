"""The figures of a text, each with what it is a figure of: money, time, persons, a percentage, an article, a date."""

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from retrieval.amounts.bounds import Bound
from retrieval.amounts.figures import Figure, read_numbers, with_plain_figures
from retrieval.amounts.sums import YUAN_BEFORE, is_foreign
from retrieval.amounts.words import YUAN
from retrieval.number_words import with_digits
from retrieval.numerals import NUMERAL, SIGN, parse_numeral

_UNKNOWN = ""
_PLACED = frozenset(["article", "date", "number"])  # what names a text is no quantity
_NUMBER = rf"(?:\d{{1,4}}|{NUMERAL})"
# after a figure; of two that fit the first counts
_UNITS = tuple(
    (unit, re.compile(rf"\s*(?:多|余|来)?(?:个|份)?-?\s*(?:{words})", re.IGNORECASE))
    for unit, words in (
        ("percent", r"[%％]|per ?cent\b|个?百分点"),
        ("hours", r"小时|时(?!间)|hours?\b"),
        ("minutes", r"分钟|minutes?\b"),
        ("age", r"周?岁|years? (?:old\b|of age\b)|year-old\b"),
        ("years", r"年(?!底|初|版|度|代|龄)|years?\b"),
        ("months", r"月|months?\b"),
        ("weeks", r"周|星期|weeks?\b"),
        ("days", r"(?:工作|自然)?[日天]|(?:(?:working|calendar|consecutive|natural) )?days?\b"),
        ("person_times", r"人次|person[ -]?times?\b|instances? of provi\w+"),
        ("people", r"[名位]|人(?!民币|工)|(?:注册|付费|活跃|下线)?(?:用户|会员|客户|买家|顾客|成员|被告人)(?!账|帐)|(?:[a-z]+ )?(?:persons?|people|individuals?|users?|customers?|subscribers?|buyers?|clients?|defendants?|recipients?|victims?|sellers?|members?)\b"),
        ("machines", r"台|(?:[a-z]+ )?(?:computers?|computer information systems?|information systems?|machines?|devices?|servers?|terminals?)\b"),
        ("sets", r"组|(?:sets?|groups?)\b"),
        ("accounts", r"(?:用户|会员|成员)?[账帐][号户]|(?:[a-z]+ )?accounts?\b"),
        ("times", r"倍|次(?!点击)|times\b|-?fold\b"),
        ("records", r"条(?=信息|记录|线索)|records?\b"),
    )
)  # fmt: skip
_MONTHS = {"years": 12, "months": 1}
_OR_MORE = r"\s*(?:or|and)\s+(?:more|less|fewer|above|over)"
# three to seven years, not less than three but not more than seven years, 3至7年: the unit stands behind the second
_JOINED = re.compile(
    r"\s*(?:至|到|或者?|、|[-–—~]|to\b|or\b|and\b|but\b)?\s*(?:(?:not|no)\s+(?:more|less)\s+than)?\s*", re.IGNORECASE
)
_UNIT_AHEAD = re.compile(
    rf"(?:\s*(?:[-–—]|to\b|or\b|and\b|but\b)\s*(?:(?:not|no)\s+(?:more|less)\s+than\s+)?[\w-]+)?(?:{_OR_MORE})?\s*-?\s*"
    rf"(?:yuan\b|rmb\b|{'|'.join(pattern.pattern for _, pattern in _UNITS)})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"^(?:\)|{_OR_MORE}|\s*以[上下内])", re.IGNORECASE
)  # five or more years, five thousand (5,000) yuan
_LEAST_SPELT = 13  # one of two grounds: small numbers in words are figures only with a unit
_HALF_YEAR = re.compile(r"半年|half a year\b", re.IGNORECASE)
_YEAR_AND_HALF = re.compile(rf"({_NUMBER})年半")
_PERCENT = re.compile(rf"百分之({NUMERAL}|\d+(?:\.\d+)?)")
_YEAR = r"(?:19|20)\d{2}"
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in calendar.month_name[1:]) + "|Sept"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<y>{_YEAR}|[一二][〇零一二三四五六七八九]{{3}})\s*年(?:\s*(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*月(?:\s*(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*[日号])?)?",
        rf"(?<![\d.-])(?P<y>{_YEAR})([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}})(?![\d-])",
        rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?(?P<y>{_YEAR})\b",
        rf"\b(?P<month>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>{_YEAR})\b",
        rf"[(〔\[](?P<y>{_YEAR})[)〕\]]",  # of a document or a case
    )
)
_NOT_ARTICLES = r"(?!\s*(?:[^\s，。；]{0,4}(?:信息|记录|线索|短信|消息)))"
_ARTICLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"第\s*(?P<list>{_NUMBER}(?:\s*条)?(?:\s*[、,至到和-]\s*第?\s*{_NUMBER}(?:\s*条)?)*)(?<=条)(?:\s*之\s*(?P<sub>[一二三四五六七八九]|\d))?",
        rf"第\s*(?P<list>{_NUMBER}(?:\s*[、,至到和-]\s*第?\s*{_NUMBER})*)\s*条(?:\s*之\s*(?P<sub>[一二三四五六七八九]|\d))?",
        rf"(?<!\d)(?P<list>\d{{1,4}})\s*条{_NOT_ARTICLES}(?:\s*之\s*(?P<sub>[一二三四五六七八九]|\d))?",
        r"(?:\barts?\b\.?|\barticles?\b|§+|\bsections?\b|\bsecs?\b\.?)\s*(?P<list>\d{1,4}(?:-\d{1,2})?(?:\(\w{1,3}\))*(?:\s*(?:,|and|or|to|-|–|—)\s*\d{1,4}(?![\d,.]*\d*\s*(?:yuan|rmb|years?|months?|days?|%))(?:-\d{1,2})?(?:\(\w{1,3}\))*)*)",
        r"(?<![\d.,〔(])(?P<list>\d{1,4}(?:-\d{1,2})?)(?=\s?\(\d{1,2}\))",
    )
)
# paragraphs and items, the numbers that lists of items have, and ordinals count nothing: 第三人, 第一，
_PARTS = re.compile(
    rf"第\s*{_NUMBER}(?!\s*号|\d|{SIGN})|\b\d{{1,3}}(?:st|nd|rd|th)\b|"
    rf"第?\s*[(（]?{_NUMBER}[)）]?\s*[款项](?!目)|[(（]\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|[ivx]{{1,4}})\s*[)）]|"
    r"\b(?:sub-?)?(?:paragraphs?|paras?|items?|points?|clauses?)\b\.?\s*\(?\d{1,2}\)?|\b(?:\d{1,2}|two|three|four|five)\s+(?:paragraphs|items|articles)\b|"
    r"\b(?:paragraphs?|items?)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_DOCUMENT_BEHIND = re.compile(r"\s*号")
_DOCUMENT_BEFORE = re.compile(r"(?:\bno\.?|\bnumber|#)\s*$", re.IGNORECASE)
_QUANTIFIED = re.compile(r"\s*(?:以上|以下|以内|多|余)")
_SCALE_SIGNS = re.compile("[十百千万亿]")
_NO_NUMBERS = re.compile(r"十分(?!之|钟)|千万(?=不|别|要)|万一|一百八十度")


@dataclass(frozen=True)
class Measure:
    """A figure in one form.

    :param value: A number as it is written shortest, an article with its 之一 as in 286-1, a date as far as it is told:
        2011, 2011-09 or 2011-09-01.
    :param unit: What it is a figure of; `months` for years too, empty where the text does not say.
    """

    value: str
    unit: str = _UNKNOWN


@dataclass(frozen=True)
class Quantity:
    """A figure where it stands.

    :param bound: What the words before it say that it is a bound of.
    :param before: The text before it.
    :param after: What follows, up to the next figure.
    """

    measure: Measure
    bound: Bound
    before: str
    after: str


@lru_cache(maxsize=512)  # a passage is held against every sentence that cites it
def measures(text: str) -> frozenset[Measure]:
    """Return the figures of a text; numbers of paragraphs and items are none."""
    found: set[Measure] = set()
    counted = {one.measure for one in _quantities(_plain(text, found))}
    return frozenset(found | counted | ({Measure("6", "months")} if _HALF_YEAR.search(text) else set()))


@lru_cache(maxsize=512)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a text that count something, with what stands around them, the last one first."""
    return tuple(_quantities(_plain(text, set())))


def _plain(text: str, found: set[Measure]) -> str:
    """The text with plain figures, without articles and dates, which are added to what was found."""
    text = unicodedata.normalize("NFKC", text)
    text = _take(_DATES, text, _dates, found)
    text = _take(_ARTICLES, text, _articles, found)
    text = _PARTS.sub(" ; ", text)
    text = _PERCENT.sub(lambda m: f"{parse_numeral(m[1]) if parse_numeral(m[1]) is not None else m[1]}%", text)
    text = _YEAR_AND_HALF.sub(lambda m: f"{Decimal(parse_numeral(m[1]) or m[1]) + Decimal('0.5')}年", text)
    text = with_digits(text, lambda value, own, end: value >= _LEAST_SPELT or bool(_UNIT_AHEAD.match(own, end)))
    return _NO_NUMBERS.sub(" ", with_plain_figures(text))


def carried(claimed: Iterable[Measure], known: Iterable[Measure]) -> bool:
    """Return whether each claimed figure is among the known ones: the same number of the same thing.

    A figure of which one of the two texts does not say what it is agrees with the other's. A date may be told less exactly.
    """
    held = list(known)
    return all(any(agree(own, other) for other in held) for own in claimed)


def agree(own: Measure, other: Measure) -> bool:
    """Return whether a claimed figure is a known one."""
    if own.unit == other.unit == "date":
        return other.value == own.value or other.value.startswith(f"{own.value}-")
    if own.value != other.value:
        return own.unit == _UNKNOWN and other.unit == "date" and other.value.startswith(f"{own.value}-")
    if own.unit == other.unit:
        return True
    units = {own.unit, other.unit}
    return _UNKNOWN in units and not units & (_PLACED - {"date"})


def _take(
    patterns: Iterable[re.Pattern[str]],
    text: str,
    read: Callable[[re.Match[str]], Iterable[Measure]],
    found: set[Measure],
) -> str:
    """Add what the patterns find, and return the text without it."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            found.update(read(match))
        text = pattern.sub(" ; ", text)
    return text


def _dates(match: re.Match[str]) -> Iterator[Measure]:
    told = match.groupdict()
    months = [name[:3].lower() for name in calendar.month_name]
    month = months.index(told["month"][:3].lower()) if told.get("month") else _number(told.get("m"))
    day = _number(told.get("d"))
    parts = [str(_number(told["y"])), *(f"{part:02}" for part in (month, day if month else None) if part)]
    yield Measure("-".join(parts), "date")


def _articles(match: re.Match[str]) -> Iterator[Measure]:
    sub = _number(match.groupdict().get("sub"))
    bare = re.sub(r"\(\w{1,3}\)", "", match["list"])
    listed = re.findall(rf"\d{{1,4}}(?:-\d{{1,2}}(?!\d))?|{NUMERAL}", bare)
    for at, one in enumerate(listed, 1):
        value = str(parse_numeral(one)) if parse_numeral(one) is not None else one
        yield Measure(f"{value}-{sub}" if sub and at == len(listed) else value, "article")


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdecimal() else parse_numeral(text)


def _quantities(text: str) -> Iterator[Quantity]:
    figures = list(read_numbers(text))
    unit = _UNKNOWN
    for at in range(len(figures) - 1, -1, -1):  # from the end: the unit of a range stands behind its last figure
        figure = figures[at]
        before = text[figures[at - 1].end if at else 0 : figure.start]
        after = text[figure.end : figures[at + 1].start if at + 1 < len(figures) else len(text)]
        inherited = unit if at + 1 < len(figures) and _JOINED.fullmatch(after) else _UNKNOWN
        unit = _unit(before, after) or inherited
        if not unit and _is_word(figure, after):
            continue
        value = _shortest(figure.value * _MONTHS.get(unit, 1))
        yield Quantity(Measure(value, "months" if unit in _MONTHS else unit), figure.bound, text[: figure.start], after)


def _unit(before: str, after: str) -> str:
    if is_foreign(before, after):
        return "foreign"
    if YUAN.match(after) or YUAN_BEFORE.search(before):
        return "yuan"
    if _DOCUMENT_BEHIND.match(after) or _DOCUMENT_BEFORE.search(before):
        return "number"
    after = _BETWEEN.sub("", after, count=1)
    if YUAN.match(after):
        return "yuan"
    return next((unit for unit, pattern in _UNITS if pattern.match(after)), _UNKNOWN)


def _is_word(figure: Figure, after: str) -> bool:
    """Whether a numeral without a unit is a part of a word, as in 一般 and 三者."""
    if any(sign.isdecimal() and sign.isascii() for sign in figure.text):
        return False
    if _QUANTIFIED.match(after):
        return False
    return len(figure.text) == 1 or not _SCALE_SIGNS.search(figure.text)


def _shortest(value: Decimal) -> str:
    return str(int(value)) if value == int(value) else f"{value.normalize():f}"
