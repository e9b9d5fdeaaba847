"""Chinese or English, and Traditional to Simplified."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from opencc import OpenCC

LANGUAGES = ("zh", "en")  # of texts and questions; the wording that counts is Chinese
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# the words that make a sentence of one language, whatever terms of the other stand in it
_FRAME_ZH = re.compile(
    "怎么|怎麼|怎样|怎樣|什么|什麼|多少|多久|如何|是否|能否|可否|还是|還是|能不能|可不可以|是不是|算不算|会不会|會不會|要不要|有没有|有沒有|吗|嗎|呢|哪|是几"
)
_FRAME_EN = re.compile(
    r"\b(?:what|which|who|whose|when|where|why|how|whether|is|are|was|were|does|do|did|can|could|may|might|must|should|will"
    r"|would|has|have|had|the|my|his|her|our|their|if|explain|define|compare|tell|say|says|mean|means)\b",
    re.IGNORECASE,
)


def other_language(language: str) -> str:
    """Return the other of the two."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


def visible(text: str) -> str:
    """Return a text as a reader sees it: without zero-width, bidi, tag and other characters that only a machine reads.

    Control characters other than line feeds and tabs become blanks.
    """
    return text if text.isprintable() else text.translate(_unseen())


@lru_cache(maxsize=1)
def _unseen() -> dict[int, str]:
    kinds = ((code, unicodedata.category(chr(code))) for code in range(sys.maxunicode + 1) if chr(code) not in "\n\t")
    return {code: " " if kind == "Cc" else "" for code, kind in kinds if kind in ("Cc", "Cf", "Cs")}


def detect_language(text: str) -> str:
    """Return `zh` or `en`: what the sentence is made in, 能申请bail吗 in Chinese, What is 取保候审? in English.

    Where that does not show, whichever more of its words are in: four Han characters count as two words.
    """
    if _FRAME_ZH.search(text) and not _FRAME_EN.search(text):
        return "zh"
    return "zh" if len(HAN.findall(text)) > 2 * len(_LATIN_WORD.findall(text)) or (
        HAN.search(text) and not _LATIN_WORD.search(text)
    ) else "en"  # fmt: skip


def main_language(texts: Iterable[str]) -> str:
    """Return the language that most of the texts are in; Chinese if they are none."""
    counts = Counter(detect_language(text) for text in texts)
    return "en" if counts["en"] > counts["zh"] else "zh"


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str) -> str:
    """Return the text in Simplified characters, in which the law is published."""
    return _converter().convert(text) if HAN.search(text) else text
