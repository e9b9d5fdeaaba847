"""A version of a law told by a year beside the law's name: 网安法2016年版, the 2012 PSAPL."""

import re
from collections.abc import Iterable, Mapping

from retrieval.authority import Authority
from retrieval.references.dated_names import years_of

_BEHIND = re.compile(r"\s?,?\s?\(?((?:19|20)\d\d)(?:(?:年)?(?:版本?|文本|修[订正]版?|的?旧?文本)|年(?!\s*\d{1,2}\s*月)|\)|\s(?:text|version)|(?=\s*$|[\s,;?]))年?\)?的?", re.IGNORECASE)  # fmt: skip
_BEFORE = re.compile(r"((?:19|20)\d\d)(?:年?(?:版本?|文本|修[订正]版?)?的?|\s(?:version|text)\sof\s(?:the\s)?|\s)$")
_WIDTH = 24


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
        behind = _BEHIND.match(text, end) if family else None
        before = _BEFORE.search(text[max(0, start - _WIDTH) : start]) if family and not behind else None
        year = behind[1] if behind else before[1] if before else None
        version = next((a.id for a in family if year and _is_of(a, year)), None)
        if version is None:
            return None
        return (start, behind.end(), version) if behind else (start - len(before[0] if before else ""), end, version)


def _is_of(authority: Authority, year: str) -> bool:
    names = " ".join((*authority.short.zh, *authority.short.en))
    return year in years_of(authority) or year in names
