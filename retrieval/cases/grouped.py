"""Cases counted apart: by province, by year, by court, by charge. 各省有几件, in which provinces were cases?"""

import re
from collections.abc import Iterable
from typing import Literal

from retrieval.cases.records import Record

By = Literal["region", "year", "court", "charge"]

_WORDS: tuple[tuple[By, str, str], ...] = (
    ("region", "省市|省份|省|地区|地方|地域|地", r"provinces?|regions?"),
    ("year", "年份|年度|年", r"years?"),
    ("court", "法院", r"courts?"),
    ("charge", "罪名", r"charges?|crimes?|offen[cs]es?"),
)
_BY = tuple(
    (
        by,
        re.compile(
            rf"(?:按照?|分|依照?)(?:不同)?(?:{zh})|各个?(?:{zh})|(?:哪些|哪几个?|哪几家|几个|多少个?|哪里的|不同)(?:{zh})|"
            rf"\b(?:by|per|each|every|which|what|how many|different|various) (?:\w+ )?(?:{en})\b|\b(?:{en}) by (?:{en})\b",
            re.IGNORECASE,
        ),
    )
    for by, zh, en in _WORDS
)
_EACH_YEAR = re.compile(r"每年|历年|逐年|\b(?:annual|yearly)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"几[件个起宗]|多少[件个起宗]?(?!年|钱|元)|列|统计|分布|数量|分类|归类|分组|有过?案|出现过|发生过|有过?判|判过|判了|审过|审理过|罚过|"
    r"\b(?:how many|list\w*|counts?|number of|group\w*|break\w*|sort\w*|distribut\w*|were|was|are there|had|have|has|decided|tried|heard|come from|came from)\b",
    re.IGNORECASE,
)
_OF_CASES = re.compile(
    r"案(?!由|号)|判(?!断|几)|处罚|几[件起宗]|多少[件起宗]|\b(?:cases|judge?ments|convictions|penalties|decisions|sellers)\b",
    re.IGNORECASE,
)
# asked of a rule, or of what is thought of it: 哪些法院有管辖权, 各地法院怎么定性
_OF_A_RULE = re.compile(
    r"管辖|怎么|如何|为什么|标准|幅度|应当?|可以|能|会|规定|\b(?:jurisdiction|can|may|must|should|would|will|how (?!many)|why|rules?)\b",
    re.IGNORECASE,
)


def grouped_by(text: str) -> By | None:
    """Return by what a question wants the cases counted apart; None if it does not."""
    if not (_COUNTED.search(text) and _OF_CASES.search(text)) or _OF_A_RULE.search(text):
        return None
    named = next((by for by, pattern in _BY if pattern.search(text)), None)
    return named or ("year" if _EACH_YEAR.search(text) else None)


def groups(records: Iterable[Record], by: By, language: str) -> dict[str, list[Record]]:
    """Return the cases of each province, year, court or charge, the largest group first, years in their order.

    Cases of which it is not known are in none. Provinces have their Chinese names.
    """
    found: dict[str, list[Record]] = {}
    for record in records:
        if key := _key(record, by, language):
            found.setdefault(key, []).append(record)
    if by == "year":
        return dict(sorted(found.items()))
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def _key(record: Record, by: By, language: str) -> str:
    if by == "region":
        return record.region or ""
    if by == "year":
        return str(record.year or "")
    if by == "charge":
        return (record.charge or {}).get(language) or ""
    court = record.court
    return (court.in_language(language) if court else "") or ""
