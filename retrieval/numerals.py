"""Chinese numerals and numbers, both ways."""

import re

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


def read_number(text: str | None) -> int | None:
    """Return the number that is written in figures or as a Chinese numeral; None if it is none, or nothing is written."""
    if not text:
        return None
    return int(text) if text.isdecimal() else parse_numeral(text)


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
