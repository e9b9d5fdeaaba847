"""Chinese or English, and Traditional to Simplified."""

import re
from functools import lru_cache

from opencc import OpenCC

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def detect_language(text: str) -> str:
    """Return `zh` or `en`, whichever more of the text's words are in: four Han characters count as two words."""
    return "zh" if len(HAN.findall(text)) > 2 * len(_LATIN_WORD.findall(text)) or (
        HAN.search(text) and not _LATIN_WORD.search(text)
    ) else "en"  # fmt: skip


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str) -> str:
    """Return the text in Simplified characters, in which the law is published."""
    return _converter().convert(text) if HAN.search(text) else text
