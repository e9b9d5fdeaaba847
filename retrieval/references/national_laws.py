"""National laws by the names that people use: one that the corpus does not hold is known by it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from retrieval.yaml_file import read_yaml

_FILE = Path(__file__).with_suffix(".yaml")
# 公司法人, 劳动法庭, 监察法规 are other words
_GOES_ON = "[人务律院官庭学制治盲]|规(?!定)"


def find_national_laws(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of national laws in a text; of 中华人民共和国公司法 the whole."""
    return _names().finditer(text)


@lru_cache
def _names() -> re.Pattern[str]:
    laws: dict[str, list[str]] = read_yaml(_FILE)
    chinese = _alternatives(laws)
    english = _alternatives(name for names in laws.values() for name in names)
    return re.compile(rf"(?:中华人民共和国)?(?:{chinese})(?!{_GOES_ON})|\b(?:{english})\b", re.IGNORECASE)


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
