"""Text whose letters stand apart, as one copies it from some PDF files: `W h a t   i s   a   t o o l ?`, `什 么 是 工 具`."""

import re

from retrieval.language import HAN

_BETWEEN_WORDS = re.compile(r"\s{2,}")
_LEAST = 8  # letters; fewer are a list: items a b c d
_LEAST_HAN = 4
_SHARE = 0.8  # of all that stands between blanks: single letters


def without_letter_spacing(text: str) -> str:
    """Return a text with the letters of its words together; itself if they are, or if nothing tells where words end.

    Between words there are then two blanks at least; Chinese needs none.
    """
    pieces = text.split()
    single = [piece for piece in pieces if len(piece) == 1]
    if len(single) < _SHARE * len(pieces):
        return text
    han = len(HAN.findall(text))
    if han > len(single) / 2:
        return "".join(pieces) if han >= _LEAST_HAN else text
    words = _BETWEEN_WORDS.split(text.strip())
    if len(single) < _LEAST or len(words) == 1:
        return text
    return " ".join("".join(word.split()) for word in words)
