"""English number words: eleven, twenty-nine, two hundred and eighty-five."""

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CARDINALS = (*_UNITS, *_TEENS)
_VALUES = {word: at for at, word in enumerate(CARDINALS, 1)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS)}))?|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
)
NUMBER_WORDS = rf"(?:(?:{'|'.join(_UNITS)})\s+hundred(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_WHOLE = re.compile(NUMBER_WORDS, re.IGNORECASE)


def parse_number_words(text: str) -> int | None:
    """Return the number that English words name, 1 to 999; None if they name none."""
    if not _WHOLE.fullmatch(text):
        return None
    number = 0
    for word in re.split(r"[\s-]+", text.lower()):
        number = number * 100 if word == "hundred" else number + _VALUES.get(word, 0)
    return number
