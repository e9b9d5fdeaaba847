"""Several guiding cases by one name: 检例第68号和36号, 指导案例97、102号, SPP cases 68 and 36."""

import re
from collections.abc import Iterator

OF_COURT, OF_PROCURATORATE = "指导案例{}号", "检例第{}号"
# atomic groups, and no longer list: else a long run of numbers could be split in more ways than there is time for
_WORD = r"(?:、|,|/|&|和|与|及|以及|跟|同|或者?|\band\b|\bor\b|\bversus\b|\bvs?\.?(?=\s))"
_AND = rf"(?>\s{{0,3}}{_WORD}\s{{0,3}}(?:{_WORD}\s{{0,3}})?)"
_ONE = r"(?>(?:第\s?)?\d{1,4}(?:\s?号)?)"
_ZH = rf"{_ONE}(?:{_AND}{_ONE}){{1,8}}"
_NAME = r"(?:指导性?案例)"
_LISTS = (
    # without 号 behind the last it may be an article, a sum, a year
    re.compile(
        rf"(?P<own>检例|最高检(?:察院)?的?{_NAME}?|{_NAME})\s*(?P<numbers>{_ZH})(?:(?<=号)|(?![\d.%]|\s*[条款项年月日万元名个人之]))(?P<behind>{_NAME})?"
    ),
    re.compile(rf"(?P<numbers>{_ZH})(?<=号)的?{_NAME}"),
    re.compile(
        rf"\b(?P<own>(?:spp\s{{1,3}})?(?:guiding\s{{1,3}})?)cases\s{{0,3}}(?:(?:nos?\.?|numbers?|#)\s{{0,3}})?(?P<numbers>\d{{1,4}}(?:{_AND}(?:no\.?\s?|#)?\d{{1,4}}){{1,8}})(?![\d(%])(?!\s+(?:yuan|users?|years?|months|people))"
        r"(?P<of>\s+of\s+the\s+(?:supreme\s+people's\s+procuratorate|spp)\b)?",
        re.IGNORECASE,
    ),
)
_NUMBER = re.compile(r"(?:第\s*)?(\d{1,4})(?:\s*号)?")


def find_listed_cases(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each of several guiding cases is named, and its number as `document_key` returns it.

    :param text: As `plain` returns it.
    """
    for pattern in _LISTS:
        for match in pattern.finditer(text):
            told = match.groupdict()
            own = (told.get("own") or "").lower()
            if pattern is _LISTS[-1] and not own.strip() and not told["of"]:
                continue  # cases 3 and 5 of whatever list
            form = OF_PROCURATORATE if own.startswith(("检例", "最高检", "spp")) or told.get("of") else OF_COURT
            at = match.start("numbers")
            numbers = list(_NUMBER.finditer(match["numbers"]))
            for place, number in enumerate(numbers):
                start = match.start() if place == 0 else at + number.start()
                end = match.end() if number is numbers[-1] else at + number.end()
                yield start, end, form.format(int(number[1]))
