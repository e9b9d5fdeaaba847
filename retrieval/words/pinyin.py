"""Chinese names as English texts spell them: xingshi juliu, qǔbǎo hòushěn."""

import re
import unicodedata

from pypinyin import lazy_pinyin

_NAME = re.compile(r"[\u4e00-\u9fff]{2,8}")  # one syllable is too often an English word


def spellings(name: str) -> list[str]:
    """Return a Chinese name in pinyin without tones: in one word, by syllables, by pairs of them, which most words are.

    Names of one character, of more than eight, or of anything but Chinese characters have none.
    """
    if not _NAME.fullmatch(name):
        return []
    syllables = lazy_pinyin(name, v_to_u=True)
    syllables = [without_tones(syllable) for syllable in syllables]
    pairs = ["".join(syllables[at : at + 2]) for at in range(0, len(syllables), 2)]
    return list(dict.fromkeys(("".join(syllables), " ".join(syllables), " ".join(pairs))))


def without_tones(text: str) -> str:
    """Return a text without the marks over its Latin letters, every character in its place."""
    return "".join(_bare(character) for character in text)


def _bare(character: str) -> str:
    if character.isascii():
        return character
    first = unicodedata.normalize("NFD", character)[0]
    return first if first.isascii() and first.isalpha() else character
