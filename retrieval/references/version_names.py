"""A version of a law told by a year beside the law's name: 网安法2016年版, 2025年新修订的网安法, the CSL as amended in 2025."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from retrieval.authority import Authority, Status
from retrieval.dates.days import full_year
from retrieval.dates.english import MONTH_EN
from retrieval.numerals import read_number
from retrieval.references.dated_names import years_of

_YEAR = r"(?:19|20)\d\d"
_NUMERAL = r"二[〇零○][〇零○一二三四五六七八九]{2}"
_DAY_ZH = r"(?:\d{1,2}月(?:\d{1,2}[日号])?)?"
_REVISED_ZH = r"(?:最?新(?:近|的)?)?(?:修[订正改]|修法)(?!(?:以|之)?前)(?:通过|施行|过|后|版)?"
_TOLD_ZH = rf"(?:{_REVISED_ZH}|(?:最?新|刚)?(?:通过|公布|发布|颁布|出台|施行|实施|生效)|最?新版?)"
_DAY_EN = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{MONTH_EN})\.?,?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?)?"
_REVISED_EN = (
    r"(?:(?:as|was|were|is|has\sbeen|had\sbeen|being|which\swas)\s)?(?:last\s|newly\s|recently\s)?(?:amended|revised)"
)
_BEHIND = re.compile(
    rf"\s?,?\s?\(?(?P<y>{_YEAR})(?:(?:年)?(?:版本?|文本|修[订正]版?|的?旧?文本)|年(?!\s*\d{{1,2}}\s*月|度|[以之]?[前后]|起|开始|[至到和与、—–~-])|\)|\s(?:text|version|amendments?|revision)|(?=\s*$|[\s,;?]))年?\)?(?:{_REVISED_ZH})?的?|"
    rf"\s?[(,]?(?:在|于|经)?(?P<y_revised>{_YEAR}|{_NUMERAL})年{_DAY_ZH}{_REVISED_ZH}\)?的?|"
    rf"\s?[(,]?\s?{_REVISED_EN}\s(?:in|on|as\sof)\s{_DAY_EN}(?P<y_amended>{_YEAR})\b\)?|\sof\s(?P<y_of>{_YEAR})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<y>{_YEAR})(?:年?(?:版本?|文本|修[订正]版?)?的?|\s(?:version|text)\sof\s(?:the\s)?|\s)$|"
    rf"(?<!\d)(?P<y_told>(?:19|20)?\d\d|{_NUMERAL})年{_DAY_ZH}(?:的|份)?{_TOLD_ZH}的?《?$|"
    rf"(?P<y_of>{_YEAR})[\s-](?:(?:amended|revised|new)\s|(?:amendments?|revisions?|overhaul|reform|edition)\s(?:of|to)\s(?:the\s)?)$",
    re.IGNORECASE,
)
# what was the law until that year's revision
_UNTIL_THEN = re.compile(
    rf"(?P<y>{_YEAR})年(?:修[订正改]|修法)(?:以|之)?前的?《?$|"
    rf"\b(?:before|prior\sto|until)\sthe\s(?P<y_of>{_YEAR})\s(?:amendments?|revisions?|overhaul|reform)\s(?:of|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_WIDTH = 48


class VersionNames:
    """Knows the versions of each law by their years.

    :param authorities: All that the index holds.
    """

    def __init__(self, authorities: Iterable[Authority]) -> None:
        self._versions: dict[str, list[Authority]] = {}
        known: Mapping[str, Authority] = {authority.id: authority for authority in authorities}
        for authority in known.values():
            if authority.version_of in known:
                family = self._versions.setdefault(authority.version_of or "", [known[authority.version_of or ""]])
                family.append(authority)

    def told(self, text: str, start: int, end: int, law: str) -> tuple[int, int, str] | None:
        """Return where a law's name with a year beside it begins and ends, and the version of that year; None without one.

        :param start: Where the name alone begins.
        """
        family = self._versions.get(law, [])
        if not family:
            return None
        front = text[max(0, start - _WIDTH) : start]
        if until := _UNTIL_THEN.search(front):
            version = _before(family, _year(until))
            return (start - len(until[0]), end, version) if version else None
        behind = _BEHIND.match(text, end)
        before = None if behind else _BEFORE.search(front)
        match = behind or before
        version = next((a.id for a in family if match and _is_of(a, _year(match))), None)
        if version is None or match is None:
            return None
        return (start, behind.end(), version) if behind else (start - len(match[0]), end, version)


def _year(match: re.Match[str]) -> str:
    year = next(own for own in match.groupdict().values() if own)
    return str(full_year(year) if year.isdecimal() else read_number(year.replace("○", "〇")))


def _is_of(authority: Authority, year: str) -> bool:
    names = " ".join((*authority.short.zh, *authority.short.en))
    return year in years_of(authority) or year in names


def _before(family: list[Authority], year: str) -> str | None:
    """The version that the one of a year took the place of."""
    revised = next((a for a in family if _is_of(a, year)), None)
    older = [a for a in family if revised and a.replaced_by == revised.id and a.status is not Status.DRAFT]
    return max(older, key=lambda a: (a.ended or date.min, a.id)).id if older else None
