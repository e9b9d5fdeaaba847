"""The provinces: their names, which of them a text names, and whether it asks for the rest instead."""

import re
from functools import cache
from typing import NamedTuple

from prompts import say, sentences

_REGION = "region_"
_EXCEPT_BEFORE = re.compile(
    r"(?:除(?:了|去|开|却)?|不(?:在|是|包括|包含|含|算|属于)|非|排除|去掉|剔除)[^,，。？]{0,4}$|"
    r"\b(?:outside|beyond|other than|except|excluding|besides|apart from|aside from|not|n't|without|elsewhere than)\b"
    r"(?: (?:in|for|from|of|those|the|ones?|cases?|penalt(?:y|ies)|province|being|located)\b){0,4}\s*$",
    re.IGNORECASE,
)
_EXCEPT_BEHIND = re.compile(
    r"(?:省|市|自治区)?(?:[和与及、或][^,，。？]{2,5})?(?:以外|之外|除外|外的?|不算|不计|\s+excluded\b)"
)

_CASES = re.compile(r"(?:省|市|自治区)?的(?:案[件子例]|判例|判决|处罚)|cases|penalties|judge?ments", re.IGNORECASE)


class Regions(NamedTuple):
    """The provinces of a condition.

    :param names: Their Chinese names, as the text names them.
    :param others: Whether all the others are asked for: 浙江以外.
    """

    names: tuple[str, ...] = ()
    others: bool = False


ANYWHERE = Regions()


def regions() -> list[str]:
    """Return the Chinese names of the provinces."""
    return [key.removeprefix(_REGION) for key in sentences("zh") if key.startswith(_REGION)]


def region_in(text: str) -> str | None:
    """Return the Chinese name of the first province of the list that a text in either language names."""
    return next((name for name in regions() if _places(name, text)), None)


def regions_in(text: str) -> Regions:
    """Return the provinces that a text names in either language, and whether it asks for the others."""
    places = sorted((*place, name) for name in regions() for place in _places(name, text))
    others = any(_EXCEPT_BEFORE.search(text[:start]) or _EXCEPT_BEHIND.match(text, end) for start, end, _ in places)
    return Regions(tuple(dict.fromkeys(name for *_, name in places)), others)


def without_regions(text: str) -> str:
    """Return the text with a break in the place of each province: 除浙江外判了缓刑的 denies no ending."""
    for start, end in sorted((place for name in regions() for place in _places(name, text)), reverse=True):
        behind = _EXCEPT_BEHIND.match(text, end)
        before = _EXCEPT_BEFORE.search(text[:start])
        text = f"{text[: before.start() if before else start]}, {text[behind.end() if behind else end :]}"
    return text


def is_case_of_place(text: str) -> bool:
    """Return whether a text is no more than a province and a word for cases, which names none of them: 江苏的案件."""
    places = [place for name in regions() for place in _places(name, text)]
    rest = "".join(text[end:] for start, end in places[:1] if not start)
    return bool(_CASES.fullmatch(rest.strip()))


def _places(name: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _pattern(name).finditer(text)]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"{name}|\b{say('en', _REGION + name)}\b", re.IGNORECASE)
