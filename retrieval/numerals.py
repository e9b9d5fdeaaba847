"""Numbers in words: Chinese numerals, both ways, and English number words."""

import re
from collections.abc import Callable
from decimal import Decimal

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
LONGEST = 24  # signs of a numeral; a longer run is none, and would take quadratic time and numbers of any size
SIGN = "[零〇一二两三四五六七八九十百千万亿]"
NUMERAL = f"{SIGN}{{1,{LONGEST}}}"
# as on cheques and in Traditional characters, to what is read
FORMAL = str.maketrans(
    "壹弌贰貳弍叁叄參肆伍陆陸柒捌玖拾佰仟萬億兩圓○", "一一二二二三三三四五六六七八九十百千万亿两元〇"
)
_WHOLE = re.compile(NUMERAL)
_SPOKEN = re.compile("[百千万亿][一二两三四五六七八九]$")
_BELOW = {"百": "十", "千": "百", "万": "千", "亿": "千万"}
_ONLY_DIGITS = re.compile("[零〇一二三四五六七八九]{2,}")

CARDINALS = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
_SMALL = {word: n for n, word in enumerate(CARDINALS, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"thousand": 1_000, "grand": 1_000, "wan": 10_000, "million": 1_000_000, "billion": 1_000_000_000}
_MULTIPLES = {"hundred": 100, "dozen": 12}
ENGLISH_WORD = "|".join([*sorted(_SMALL, key=len, reverse=True), *_SCALES, *_MULTIPLES])
_SCALE = rf"(?:hundred\s+)?(?:{'|'.join(_SCALES)})|hundred|dozen"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(CARDINALS[:9])}))?|{'|'.join(reversed(CARDINALS))})"
# a whole phrase: one hundred and twenty thousand; half a million; two and a half million; one million, two hundred thousand
_PHRASE = re.compile(
    rf"\b(?:half\s+an?\s+|an?\s+(?=(?:{'|'.join([*_MULTIPLES, *_SCALES])})\b))?(?:{ENGLISH_WORD})\b"
    rf"(?:(?:\s*-\s*|\s+|(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))\s+and\s+|"
    rf"(?<=million),\s+(?=(?:[a-z]+[\s-]+){{1,4}}thousand\b))(?:{ENGLISH_WORD})\b|\s+and\s+a\s+half\b)*",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s+and\s+(?!a\s+half)", re.IGNORECASE)
# what makes another number of the one behind it: three quarters of a million, point five million, 10 ten thousand
_CHANGED = re.compile(r"(?:\bquarters?\s+of|\bthirds?\s+of|\bhalf\s+of|\bpoint|\d)\s*$", re.IGNORECASE)
# two to three thousand are 2,000 to 3,000; twenty and thirty thousand only between them
_RANGE = re.compile(
    rf"(?P<first>(?P<between>\bbetween\s+)?\b{_BELOW_HUNDRED})(?P<joint>\s+(?:to|or|and)\s+)"
    rf"(?P<last>{_BELOW_HUNDRED}\s+(?P<scale>{_SCALE})\b)",
    re.IGNORECASE,
)


def parse_numeral(text: str) -> int | None:
    """Return the number that a Chinese numeral names, or None: 二百八十五 is 285, 二〇二四 is 2024, 一万二 is 12000."""
    if not _WHOLE.fullmatch(text):
        return None
    if _ONLY_DIGITS.fullmatch(text):
        return int("".join(str(_DIGITS[char]) for char in text))
    if _SPOKEN.search(text):  # 一万二、三千五: the unit below goes without saying
        text += _BELOW[text[-2]]
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        elif char == "万":
            total += (section + digit or 1) * _LARGE[char]
            section = digit = 0
        else:  # 万亿 are ten thousand 亿, 一亿五千万 one 亿 and 5,000 万
            total = (total + section + digit or 1) * _LARGE[char]
            section = digit = 0
    return total + section + digit


def format_numeral(number: int) -> str:
    """Return the Chinese numeral of 1 to 9999 as articles are numbered: 285 is 二百八十五, 110 is 一百一十."""
    if not 0 < number < 10_000:
        raise ValueError(f"{number} is not between 1 and 9999")
    names = "零一二三四五六七八九"
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero else "") + names[digit] + name
            zero = False
        elif text:
            zero = True
    return text[1:] if text.startswith("一十") else text


def parse_words(text: str) -> Decimal | None:
    """Return the number that an English phrase names, or None if it is not the name of one number.

    one hundred and twenty thousand is 120000, half a million 500000, two and a half million 2500000; twenty twenty is none,
    and neither is a hundred of which it is not said how many.
    """
    total = section = Decimal(0)
    last = 0  # the scale before: they must fall
    words = re.findall("[a-z]+", re.sub(r"and\s+a\s+half", "anda", re.sub(r"half\s+an?\b", "halfof", text.lower())))
    for word in words:
        if word == "and":
            continue
        if word in ("a", "an") and len(words) > 1 and not (total or section):
            section = Decimal(1)
        elif word == "halfof" and not (total or section):
            section = Decimal("0.5")
        elif word == "anda" and (section or last):
            section, total = (section + Decimal("0.5"), total) if section else (section, total + Decimal(last) / 2)
        elif word in _SMALL and section % (100 if _SMALL[word] > 9 or section % 100 < 20 else 10) == 0:
            section += _SMALL[word]
        elif word in _MULTIPLES and 0 < section < 100:
            section *= _MULTIPLES[word]
        elif word in _SCALES and section and (not last or _SCALES[word] < last):
            total, section, last = total + section * _SCALES[word], Decimal(0), _SCALES[word]
        else:
            return None
    return total + section or None


def with_digits(text: str, wanted: Callable[[Decimal, int], bool]) -> str:
    """Return the text with its English numbers in figures, 120,000 for one hundred and twenty thousand.

    What is not the name of one number is left in words: several hundred thousand, three quarters of a million.

    :param wanted: Whether to change a number of this value that ends at this place of the text.
    """
    text = _RANGE.sub(_scaled_both, text)

    def in_digits(match: re.Match[str]) -> str:
        if _CHANGED.search(text, max(0, match.start() - 20), match.start()):
            return match[0]
        value = parse_words(match[0])
        if value is not None:
            return _shown(value) if wanted(value, match.end()) else match[0]
        parts = [parse_words(part) for part in _JOINT.split(match[0])]
        return " and ".join(map(_shown, parts)) if len(parts) > 1 and None not in parts else match[0]  # type: ignore[arg-type]

    return _PHRASE.sub(in_digits, text)


def _scaled_both(match: re.Match[str]) -> str:
    if match["joint"].strip().lower() == "and" and not match["between"]:
        return match[0]
    return f"{match['first']} {match['scale']}{match['joint']}{match['last']}"


def _shown(value: Decimal) -> str:
    """With a comma, or two thousand would be read as a year."""
    return f"{int(value):,}" if value == int(value) else f"{value.normalize():f}"
