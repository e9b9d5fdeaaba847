"""The sentences of a question, and those of them that ask."""

import re

# the point of art. 3, sec. 2, 3.5 and a list's 1. ends none; "in 2019. Is it" is two
# matches at every place: the time is as the length, not its square
_SENTENCE = re.compile(
    r"(?:[^.。!！?？;；\n]|(?<=\d)\.(?!\s+(?-i:[A-Z]))|\.(?=\d)|(?:(?<=\bart)|(?<=\barts)|(?<=\bsec)|(?<=\bpara))\.)+[.。!！?？;；]?",
    re.IGNORECASE,
)
MARKS = ("?", "？")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text with the marks that end them, without blanks around them."""
    return [bare for own in _SENTENCE.findall(text) if (bare := own.strip())]


def asking(text: str) -> list[str]:
    """Return the sentences that end with a question mark; none if there are none."""
    return [own for own in sentences(text) if own.endswith(MARKS)]
