"""English number words: eleven, two hundred and eighty-five, half a million."""

import re
from collections.abc import Callable
from decimal import Decimal

CARDINALS = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
_SMALL = {word: n for n, word in enumerate(CARDINALS, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"thousand": 1_000, "grand": 1_000, "wan": 10_000, "million": 1_000_000, "billion": 1_000_000_000}
_MULTIPLES = {"hundred": 100, "dozen": 12}
ENGLISH_WORD = "|".join([*sorted(_SMALL, key=len, reverse=True), *_SCALES, *_MULTIPLES])
_SCALE = rf"(?:hundred\s+)?(?:{'|'.join(_SCALES)})|hundred|dozen"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(CARDINALS[:9])}))?|{'|'.join(reversed(CARDINALS))})"
# of 1 to 999, as articles and ages are numbered
NUMBER_WORDS = rf"(?:(?:{'|'.join(CARDINALS[:9])})\s+hundred(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_WHOLE = re.compile(NUMBER_WORDS, re.IGNORECASE)
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


def parse_number_words(text: str) -> int | None:
    """Return the number that English words name, 1 to 999; None if they name none."""
    value = parse_words(text) if _WHOLE.fullmatch(text) else None
    return None if value is None else int(value)


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


def with_digits(text: str, wanted: Callable[[Decimal, str, int], bool]) -> str:
    """Return the text with its English numbers in figures, 120,000 for one hundred and twenty thousand.

    What is not the name of one number is left in words: several hundred thousand, three quarters of a million.

    :param wanted: Whether to change a number, by its value, the text as it is read and the place in it where the number
        ends; in that text both numbers of a range have their scale.
    """
    text = _RANGE.sub(_scaled_both, text)

    def in_digits(match: re.Match[str]) -> str:
        if _CHANGED.search(text, max(0, match.start() - 20), match.start()):
            return match[0]
        value = parse_words(match[0])
        if value is not None:
            return _shown(value) if wanted(value, text, match.end()) else match[0]
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
