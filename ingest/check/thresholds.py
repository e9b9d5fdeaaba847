"""Do the thresholds' addresses exist, and do their amounts stand there, in both languages?"""

import re
from collections.abc import Iterator

from ingest.blocks import Block
from ingest.check.entry import Entry, Text
from ingest.check.findings import Findings
from ingest.check.places import Found, find_place
from retrieval.numerals import NUMERAL, parse_numeral

_NUMBER = re.compile(rf"(\d[\d,]*(?:\.\d+)?)\s*([万亿]?)|({NUMERAL})")
_TO = re.compile(rf"\s*(?:至|to )\s*(?:{_NUMBER.pattern})")
_LARGE = {"": 1, "万": 10_000, "亿": 100_000_000}
_UNITS = {
    "yuan": ("元", "yuan"),
    "times": ("倍", "time"),
    "days": ("日", "day"),
    "years": ("年", "year"),
    "hours": ("小时", "hour"),
    "person_times": ("人次", "person-time"),
    "machines": ("台", "computer"),
    "sets": ("组", "set"),
    "users": ("用户", "user"),
}
_OR_MORE = re.compile(r"\s*(?:以上|or more)?\s*")
# how the law calls what the figures of a provision make out
_RESULTS = {"circumstances": "情节严重", "consequences": "后果严重"}


def amounts(text: str, unit: str = "") -> set[float]:
    """Return the numbers of a text that a unit follows: 五千元, 5000元 and 0.5万元 are 5000, 1至3倍 is 1 and 3.

    :param unit: Empty for every number.
    """
    found = set()
    for match in _NUMBER.finditer(text):
        end = match.end()
        if upper := _TO.match(text, end):
            end = upper.end()
        if not (text[end:].lstrip().startswith(unit) or text.startswith(unit, _behind(text, end))):
            continue
        number = parse_numeral(match[3]) if match[3] else round(float(match[1].replace(",", "")) * _LARGE[match[2]], 2)
        if number is not None:
            found.add(number)
    return found


def _behind(text: str, end: int) -> int:
    """Where the unit stands behind a number that is a least one: 十台以上, but 一万以上用户 and 10 or more computers."""
    return end + len(_OR_MORE.match(text[end:])[0])  # type: ignore[index]


def check_thresholds(entry: Entry, findings: Findings) -> None:
    """Check one authority's thresholds against its texts."""
    for number, threshold in enumerate(entry.authority.thresholds if entry.authority else ()):
        place, value = threshold.get("address"), threshold.get("value")
        if not isinstance(place, dict) or not isinstance(value, int):
            continue  # its form is wrong, and that has been said
        line = entry.meta.line("thresholds", number, "address")
        found = _find(entry, place)
        if isinstance(found, str):
            findings.fault(entry.meta_path, line, f"thresholds: {found}")
            continue
        for field, unit, number_of in _figures(threshold):
            chinese, english = _UNITS.get(unit, ("", ""))
            line = entry.meta.line("thresholds", number, field)
            if number_of not in amounts(found.text, chinese):
                findings.fault(
                    entry.meta_path, line, f"thresholds: {number_of} {chinese} does not stand in the Chinese text there"
                )
            parallel = _parallel(entry, found)
            if parallel is not None and number_of not in amounts(parallel, english):
                findings.fault(
                    entry.meta_path,
                    line,
                    f"thresholds: {number_of:,} {english} does not stand in the English text there",
                )
        result = str(threshold.get("result", "circumstances"))
        if (called := _result(found.block.text)) and called != result:
            findings.fault(
                entry.meta_path, line, f"thresholds: the article speaks of {_RESULTS[called]}, not of {result}"
            )


def _figures(threshold: dict) -> Iterator[tuple[str, str, int]]:
    """Yield the figures of a threshold: the field that holds it, its unit and the figure."""
    yield "value", str(threshold.get("unit")), threshold["value"]
    also = threshold.get("also")
    if isinstance(also, dict) and isinstance(also.get("value"), int):
        yield "also", str(also.get("unit")), also["value"]


def _result(text: str) -> str | None:
    """Return what the figures of an article make out, in the words that it quotes; None if it quotes none or both."""
    called = [result for result, words in _RESULTS.items() if f"“{words}”" in text]
    return called[0] if len(called) == 1 else None


def _find(entry: Entry, place: dict) -> Found | str:
    section = place.get("section")
    if section is not None:
        block = entry.chinese.find(section) if entry.chinese else None
        return Found(block, tuple(range(block.text.count("\n") + 1))) if block else f"there is no section {section!r}"
    found = find_place(entry, place.get("article"), place.get("paragraph"), place.get("item"))
    return found or "the address must name an article whose text is held, or a section"


def _parallel(entry: Entry, found: Found) -> str | None:
    """The English lines of a place; None where there is no translation, or not one of so many lines."""
    english, chinese = entry.texts.get("en"), entry.chinese
    block = _counterpart(chinese, english, found) if chinese and english else None
    lines = block.text.split("\n") if block else []
    if not lines or max(found.numbers) >= len(lines):
        return None
    return "\n".join(lines[number] for number in found.numbers)


def _counterpart(chinese: Text, english: Text, found: Found) -> Block | None:
    if found.block.article:
        return english.find(found.block.article)
    at = chinese.blocks.index(found.block)
    return english.blocks[at] if at < len(english.blocks) else None
