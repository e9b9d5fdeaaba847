"""Numbers of cases: (2018)鄂1003刑初150号, (2015)海刑初字第15号, (2018) E 1003 Xing Chu No. 150.

Any number of the general form is one, held or not: else an invented number would be passed over in silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from retrieval.language import HAN
from retrieval.numerals import NUMERAL, parse_numeral
from retrieval.references.numbers import plain, without_documents

# the one-character names of the courts' provinces, and what they are in pinyin
_PROVINCES = {
    "京": "jing", "津": "jin", "冀": "ji", "晋": "jin", "内": "nei", "辽": "liao", "吉": "ji", "黑": "hei", "沪": "hu",
    "苏": "su", "浙": "zhe", "皖": "wan", "闽": "min", "赣": "gan", "鲁": "lu", "豫": "yu", "鄂": "e", "湘": "xiang",
    "粤": "yue", "桂": "gui", "琼": "qiong", "渝": "yu", "川": "chuan", "黔": "qian", "贵": "gui", "云": "yun",
    "藏": "zang", "陕": "shan", "甘": "gan", "青": "qing", "宁": "ning", "新": "xin", "兵": "bing",
    "最高法": "zuigaofa",
}  # fmt: skip
# the characters of which the names of the procedures are made: 刑初, 民辖终, 行赔初, 知民初, 执恢
_MATTERS = {"刑": "xing", "行": "xing", "民": "min", "执": "zhi", "知": "zhi", "赔": "pei", "破": "po", "财": "cai",
            "商": "shang", "司": "si", "认": "ren", "强": "qiang", "委": "wei", "非": "fei"}  # fmt: skip
_STAGES = {"初": "chu", "终": "zhong", "再": "zai", "申": "shen", "审": "shen", "监": "jian", "辖": "xia", "更": "geng",
           "保": "bao", "恢": "hui", "异": "yi", "复": "fu", "清": "qing", "督": "du", "催": "cui", "特": "te",
           "抗": "kang", "惩": "cheng", "医": "yi", "没": "mo", "假": "jia", "止": "zhi", "他": "ta", "调": "diao"}  # fmt: skip
_SYLLABLES: dict[str, list[str]] = {}
for _character, _syllable in (_MATTERS | _STAGES).items():
    _SYLLABLES.setdefault(_syllable, []).append(_character)

_SYLLABLE = re.compile("|".join(sorted(_SYLLABLES, key=len, reverse=True)))
_NO = r"(?:no\.?|number|#)?\s*"

_MATTER, _STAGE = "".join(_MATTERS), "".join(_STAGES)
_HAN = "[\u4e00-\u9fff]"
_YEAR = r"\(\s?(?P<year>(?:19|20)\d\d|[一二][九〇零][〇零一二三四五六七八九]{2})\s?年?度?\)"
_SERIAL = rf"\s?(?P<zi>字)?\s?(?:第\s?)?(?P<serial>\d{{1,9}}(?:-\d{{1,2}})?(?:\s?[、,和及]\s?\d{{1,9}})*|{NUMERAL})"
# a court and its number, or the old short name of a court, and a procedure; 某 is put for what is not to be known
_SIGN = rf"(?:(?![某第]|字\s?第?\s?\d){_HAN})"
_BODY = rf"(?P<body>{_SIGN}{{1,8}}(?:\s?\d{{1,4}}\s?{_SIGN}{{1,8}})?)"
_WITH_YEAR = re.compile(rf"{_YEAR}\s?{_BODY}{_SERIAL}\s?号")
# without brackets round the year, without 号 or without a year only where the rest can be nothing else
_NEW = rf"(?P<body>(?:{'|'.join(_PROVINCES)})\s?\d{{2,4}}\s?(?:知\s?)?[{_MATTER}]{_HAN}{{0,4}}?)"
_SURE = re.compile(
    rf"(?:\(?\s?(?P<year>(?:19|20)\d\d)\s?年?\)?\s?)?{_NEW}{_SERIAL}\s?(?:号|(?![\d万千百元人次个亿%.-]))"
)
_SHORT = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)\s?年?)?(?P<body>(?:{'|'.join(_PROVINCES)})\s?[刑行民][初终再监申]){_SERIAL}\s?号|"
    rf"(?<!\d)(?P<old_year>(?:19|20)\d\d)\s?年?(?P<old>{_HAN}{{1,5}}[{_MATTER}]{_HAN}{{0,2}}[{_STAGE}])字\s?第?\s?(?P<old_serial>\d{{1,9}})\s?号"
)
_PROCEDURE = re.compile(rf"[{_MATTER}]{_HAN}{{0,5}}$")
_ENDS = re.compile(rf"(?:[{_STAGE}]|执|破)\d?$")
_CODED = re.compile(rf"(?:{'|'.join(_PROVINCES)})\d{{2,4}}{_HAN}")
_ROMAN = re.compile(
    r"(?:\(?(?P<year>(?:19|20)\d\d)\)?\s*)?\b(?:(?P<province>[A-Za-z]{1,8})\s*(?P<court>\d{2,4})|(?P<highest>zui\s?gao\s?fa))\s*"
    rf"(?P<procedure>(?:zhi\s*(?={_NO}\d)|(?:{'|'.join(_MATTERS.values())})\s*[-'’]?\s*(?:(?:{_SYLLABLE.pattern})\s*[-'’]?\s*){{1,3}}))(?:zi\s*)?(?:di\s*)?"
    rf"{_NO}(?P<serial>\d{{1,9}})(?:\s*hao)?\b",
    re.IGNORECASE,
)
_ONE_SERIAL = re.compile(rf"\d+(?:-\d+)?|{NUMERAL}")

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class CaseNumber:
    """What a case number says, without its form.

    :param year: None where it is left out.
    :param courts: The court and the procedure, 鄂1003刑初; of a number in pinyin all that it may stand for.
    :param serial: With the number of a further decision in the case, 15-2.
    """

    year: str | None
    courts: frozenset[str]
    serial: str


def find_case_numbers(text: str) -> Iterator[tuple[int, int, str, CaseNumber]]:
    """Yield the case numbers of a text, where and how they stand in it; of 刑初15、16号 both.

    :param text: As `plain` returns it.
    """
    taken = 0
    patterns = (_WITH_YEAR, _SURE, _SHORT, _ROMAN)
    found = [match for pattern in patterns for match in pattern.finditer(text) if _is_one(match)]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= taken:
            yield from _read(match)
            taken = match.end()


def case_key(number: str) -> CaseNumber | None:
    """Return the first case number of a text; None if there is none."""
    return next((key for *_, key in find_case_numbers(plain(number))), None)


def without_numbers(text: str) -> str:
    """Return a text without its Chinese case and document numbers, which tell nothing of its language; itself if no letter is left."""
    rest, at = "", 0
    whole = plain(text)
    for start, end, *_ in find_case_numbers(whole):
        if HAN.search(whole, start, end):
            rest, at = f"{rest}{whole[at:start]} ", end
    rest = without_documents(rest + whole[at:])
    return rest if _LETTER.search(rest) else text


def same_case(one: CaseNumber, other: CaseNumber) -> bool:
    """Return whether two numbers name the same case: a year that is left out is any, a number in pinyin any of its readings."""
    years = one.year == other.year or None in (one.year, other.year)
    return years and one.serial == other.serial and not one.courts.isdisjoint(other.courts)


def _is_one(match: re.Match[str]) -> bool:
    """Whether a number of the general form is a case's: (2018)中国贸仲京裁字第1号 is an arbitration's, (2019)国务院令第1号 a decree's."""
    if match.re is not _WITH_YEAR:
        return True
    body = re.sub(r"\s", "", match["body"])
    if _CODED.match(body):
        return True
    procedure = _PROCEDURE.search(body)
    return bool(procedure and (match["zi"] or _ENDS.search(body)))


def _read(match: re.Match[str]) -> Iterator[tuple[int, int, str, CaseNumber]]:
    parts = match.groupdict()
    year = parts["year"] or parts.get("old_year")
    year = str(parse_numeral(year)) if year and not year.isdigit() else year
    if match.re is _ROMAN:
        yield match.start(), match.end(), match[0], CaseNumber(year, _romanised(parts), str(int(parts["serial"])))
        return
    courts = frozenset({re.sub(r"\s", "", parts["body"] or parts["old"])})
    group = "serial" if parts["serial"] else "old_serial"
    serials = list(_ONE_SERIAL.finditer(parts[group]))
    start, begin = match.start(), match.start(group)
    for serial in serials:
        end = match.end() if serial is serials[-1] else begin + serial.end()
        name = match[0] if len(serials) == 1 else f"{match.string[match.start() : begin]}{serial[0]}号"
        yield start, end, name, CaseNumber(year, courts, _serial(serial[0]))
        start = end + 1


def _serial(text: str) -> str:
    if number := parse_numeral(text):
        return str(number)
    return "-".join(str(int(part)) for part in text.split("-"))


def _romanised(parts: dict[str, str | None]) -> frozenset[str]:
    """Return the courts with their procedures that a number in pinyin may stand for; none if its province is no pinyin of one."""
    province = "zuigaofa" if parts["highest"] else (parts["province"] or "").lower()
    procedures = product(*(_SYLLABLES[syllable] for syllable in _SYLLABLE.findall((parts["procedure"] or "").lower())))
    readings = ["".join(characters) for characters in procedures]
    return frozenset(
        f"{character}{parts['court'] or ''}{procedure}"
        for character, spelt in _PROVINCES.items()
        if spelt == province
        for procedure in readings
    )
