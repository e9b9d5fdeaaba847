"""Parts of a year and of a month, by their names: 上半年, early, Q1, 中旬."""

import re

from retrieval.dates.days import Days, days_of, months_of

# the names in Chinese and English, the first and the last month; winter runs into the next year
_OF_YEAR = (
    ("[上前]半年", r"(?:first|1st)\s+half|H1|1H", 1, 6),
    ("[下后]半年", r"(?:second|2nd|latter|last)\s+half|H2|2H", 7, 12),
    ("前三个?季度", r"first\s+(?:three|3)\s+quarters", 1, 9),
    ("第?[一1]个?季度|Q1", r"(?:first|1st)\s+quarter|Q1|1Q", 1, 3),
    ("第?[二2]个?季度|Q2", r"(?:second|2nd)\s+quarter|Q2|2Q", 4, 6),
    ("第?[三3]个?季度|Q3", r"(?:third|3rd)\s+quarter|Q3|3Q", 7, 9),
    ("第?[四4]个?季度|Q4", r"(?:fourth|4th|last)\s+quarter|Q4|4Q", 10, 12),
    ("年?初(?!次)|开年|年头", "early|beginning|start", 1, 3),
    (r"年中|中(?=[，。,;；\s至到—~-]|$)", "mid|middle", 5, 8),
    ("年?[底末]|年尾", r"late|(?:year[\s-]+)?end", 10, 12),
    ("春节", r"spring\s+festival", 1, 2),
    ("春[天季]?", "spring", 3, 5),
    ("夏[天季]?|暑假", "summer", 6, 8),
    ("秋[天季]?", "autumn|fall", 9, 11),
    ("冬[天季]?", "winter", 12, 2),
)
_SURE = 7  # of them: the halves and quarters say their months, the others do not
_OF_MONTH = (
    ("上旬|月?初(?!次)", "early|beginning|start", 1, 10),
    ("中旬|月中", "mid|middle", 11, 20),
    ("下旬|月?[底末]", "late|end", 21, 31),
)
PART_OF_YEAR_ZH = "|".join(zh for zh, *_ in _OF_YEAR)
PART_OF_MONTH_ZH = "|".join(zh for zh, *_ in _OF_MONTH)
PART_EN = "|".join(en for _, en, *_ in _OF_YEAR)  # those of a month are among them


def part_of_year(name: str, year: int) -> tuple[Days, bool]:
    """Return the days of a part of a year, and whether the name says them exactly.

    :param name: As one of the patterns matched it.
    """
    for at, (zh, en, first, last) in enumerate(_OF_YEAR):
        if re.fullmatch(rf"{zh}|{en}", name, re.IGNORECASE):
            return months_of(year, first, last), at < _SURE
    raise ValueError(f"{name!r} is no part of a year")


def part_of_month(name: str, year: int, month: int) -> Days | None:
    """Return the days of a part of a month; None if the name is of none, as `Q1`, or there is no such month."""
    whole = days_of(year, month)
    for zh, en, first, last in _OF_MONTH:
        if whole and re.fullmatch(rf"{zh}|{en}", name, re.IGNORECASE):
            return whole[0].replace(day=first), whole[0].replace(day=min(last, whole[1].day))
    return None
