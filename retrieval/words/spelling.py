"""Misspelt English words of a question: ilegal busines is illegal business."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from spellchecker import SpellChecker

from retrieval.words.tokens import tokenize

# shorter ones are too near to others; names begin large
_WORD = re.compile(r"(?<![\w'.@/-])[a-z]{5,}(?![\w'@/-]|\.\w)")
_OWN_WORD = re.compile(r"\b[a-z]{4,}\b")
_DOUBLED = re.compile(r"(.)\1")
_LONG = 8  # letters of a word in which one too many is likelier a slip than another word
# endings in which British and American English differ
_BRITISH = ((re.compile(r"is(?=e|ing|ation)"), "iz"), (re.compile("our"), "or"), (re.compile("yse"), "yze"))


@lru_cache(maxsize=1)
def _usual() -> SpellChecker:
    """The English dictionary, of American spelling."""
    return SpellChecker(language="en", distance=1)


def has_english(text: str) -> bool:
    """Return whether a text has a word of the English dictionary, of three letters at least: shorter ones are pinyin too."""
    return any(word in _usual() for word in re.findall(r"[a-z]{3,}", text.lower()))


def _american(word: str) -> str:
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word


def _is_slip(word: str, better: str) -> bool:
    """Whether a word is likely another one misspelt, and not one that the dictionary lacks: vless, actus, adware.

    What begins otherwise is another word. A letter is left out, changed or moved by mistake more often than put in.
    """
    if word[0] != better[0]:
        return False
    return len(better) >= len(word) or len(word) >= _LONG or _DOUBLED.sub(r"\1", word) == better


class Spelling:
    """Corrects words by those of the corpus.

    :param texts: English texts whose words are right.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = Counter(word for text in texts for word in _OWN_WORD.findall(text))
        self._own = SpellChecker(language=None, distance=1) if words else None
        if self._own:
            self._own.word_frequency.load_json(dict(words))

    def correct(self, text: str) -> str:
        """Return a text with every word that nobody knows replaced by the corpus's that is one letter away, if any is.

        Words of a few letters, with capitals, or in addresses stay, and so do British and other forms of a word of the
        corpus (recognise, defences) and what is rather another word than a slip.
        """
        own = self._own
        if own is None:
            return text

        def corrected(match: re.Match[str]) -> str:
            word = match[0]
            if word in own or word in _usual():
                return word
            better = own.correction(word) or word
            same = tokenize(better) == tokenize(word) or _american(word) == better
            return better if not same and _is_slip(word, better) else word

        return _WORD.sub(corrected, text)
