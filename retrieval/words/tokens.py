"""Words for the lexical index: Han characters and pairs, stemmed English words, numbers in one form."""

import re
import unicodedata
from functools import lru_cache

import Stemmer

from retrieval.numerals import NUMERAL, parse_numeral

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PIECE = re.compile(rf"[{_HAN}]+|\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:'[a-z]+)?")
_COUNTED = re.compile(rf"(?:第\s*)?({NUMERAL})(?=条|款|项|年|月|日|元|人|次|个|倍|组|户|台|章|节)")
_STOP = frozenset(
    "a an and any are as at be been but by can could did do does for from had has have how i if in into is it its may "
    "me my of on or our s shall should so such than that the their them then there these they this those to under "
    "was we were what when where which who whom whose why will with would you your about please tell give itself himself herself themselves also am just only about ever".split()
)
_STOP_HAN = frozenset("的了吗呢吧啊么和与及或在是有为以于对被把将其该此这那我你他她它们什怎哪")


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def tokenize(text: str) -> list[str]:
    """Return the words of a text.

    Numbers written in Chinese become digits where they count something (第二百八十五条 gives 285, 五千元 gives 5000),
    and stay words besides. Chinese characters stand alone and in pairs; English words lose their endings.
    """
    text = unicodedata.normalize("NFKC", text)
    tokens = [str(number) for match in _COUNTED.finditer(text) if (number := parse_numeral(match[1])) is not None]
    for match in _PIECE.finditer(text):
        piece = match[0]
        if piece[0].isdigit():
            tokens.append(piece.replace(",", ""))
        elif piece[0].isascii():
            word = piece.lower().split("'")[0]
            if word not in _STOP:
                tokens.append(_stemmer().stemWord(word))
        else:
            tokens += [char for char in piece if char not in _STOP_HAN]
            tokens += [piece[i : i + 2] for i in range(len(piece) - 1)]
    return tokens


def content_words(text: str) -> list[str]:
    """Return the words of a text that say something, each once."""
    return list(dict.fromkeys(tokenize(text)))
