"""What people call a case by its place: the Jingzhou case, Zhang of Dinghai, a VPN seller in Jinshi."""

import re
from collections.abc import Iterable, Iterator

from retrieval.authority import Authority

_PLACE_ZH = re.compile(r"([\u4e00-\u9fff]{2})[\u4e00-\u9fff]某+.*")
# 闽清, 闽清县 of 福建省闽清县人民法院
_OF_COURT = re.compile(
    r"(?:^|(?<=[省市区州]))(?P<place>[\u4e00-\u9fff]{2,4}?)(?:新区|[县区市])(?=(?:第[一二三]|中级)*人民法院)"
)
_PLACE_EN = re.compile(r"[\w ]+ (?:case|penalt(?:y|ies)) \(([A-Z][\w']+)\)")
_OF_PLACE_ZH = tuple(
    "{}" + ending
    for ending in "案 一案 的案子 的案件 那个案子 那个案件 那个案 那起案件 的判决 那个判决 的处罚 那个处罚".split()
)
_PARTY_ZH = re.compile(r"([\u4e00-\u9fff]{2})([\u4e00-\u9fff]某[\u4e00-\u9fff]?).*")
_PARTY_EN = re.compile(r"([A-Z][a-z]+)\b[\w ]* (?:case|penalt(?:y|ies)) \(([A-Z][\w']+)\)")
_PARTY = re.compile(r"([\u4e00-\u9fff]{2,5})案|([A-Z][a-z]{2,}(?: [A-Z][a-z]+)?) (?:non-prosecution )?case\b.*")
_OF_PLACE_EN = ("{} case", "case in {}", "case from {}", "{} judgment", "{} penalty", "penalty in {}")


def places_of(authority: Authority) -> dict[str, None]:
    """Return the places by which a case is called: those in its short names, the seat of its court with and without its rank."""
    names = (*authority.short.zh, *authority.short.en)
    places = [match[1] for name in names if (match := _PLACE_ZH.fullmatch(name) or _PLACE_EN.fullmatch(name))]
    court = ((authority.case or {}).get("court") or {}).get("zh") or ""
    if seat := _OF_COURT.search(court):
        places += [seat["place"], seat[0]]
    return dict.fromkeys(places)


def by_place(authority: Authority) -> list[str]:
    """Return what a case is called after its place: 荆州那个案子 of 荆州朱某案, Jingzhou case of Zhu case (Jingzhou)."""
    return [
        form.format(place)
        for place in places_of(authority)
        for form in (_OF_PLACE_EN if place.isascii() else _OF_PLACE_ZH)
    ]


def bare_party(name: str) -> str | None:
    """Return the party that a case is named after: 阮某某 of 阮某某案, Wang Lijun of Wang Lijun case."""
    match = _PARTY.fullmatch(name)
    return (match[1] or match[2]) if match else None


def by_surname(name: str) -> str | None:
    """Return what a case or a penalty is called by the surname alone: Hu case of Hu case (Shanghai)."""
    match = _PARTY_EN.fullmatch(name)
    return f"{match[1]} {'case' if ' case ' in name else 'penalty'}" if match else None


def by_party(name: str) -> list[str]:
    """Return what a person is called by surname and place: 定海的张某 of 定海张某处罚, Zhang of Dinghai."""
    if match := _PARTY_ZH.fullmatch(name):
        place, party = match[1], match[2][:2]
        return [f"{place}{party}", f"{place}的{party}", f"{place}那个{party}"]
    match = _PARTY_EN.fullmatch(name)
    forms = (
        "{0} of {1}",
        "{0} in {1}",
        "{0} from {1}",
        "{0} at {1}",
        "{1} {0}",
        "{0}, {1}",
        "{1}'s {0}",
        "{0} ({1})",
        "{0} case in {1}",
        "{0} case from {1}",
        "{1} {0} case",
    )
    return [form.format(match[1], match[2]) for form in forms] if match else []


PLACE_BEHIND = re.compile(r"\s(?:of|from)\s(?!Article\b|Section\b|Case\b)([A-Z][a-z']+)\b")
# what is asked of a place without these is not asked of a case there, and who tells of a client does not ask for another's
_OF_CASE = re.compile(
    r"案[例子件]|那[个件起]|有人|[和跟与同][^,?!，。？！]{2,8}比|\b(?:(?:the )?(?:other )?one (?:in|of|from|at)|cases?|judgments?|who was|what happened)\b|\bpenalt(?:y|ies) (?:on|of|in|for|against)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"我|当事人|客户|\b(?:I|my|our|we|client)\b")
_LARGE = frozenset(
    "北京 上海 广州 湖北 湖南 河南 江苏 浙江 广东 Beijing Shanghai Guangzhou Hubei Hunan Henan Jiangsu Zhejiang Guangdong company".split()
)


class CasePlaces:
    """Finds a case by its place alone.

    :param authorities: All that the index holds; a place of several cases, or a province, stands for none.
    """

    def __init__(self, authorities: Iterable[Authority]) -> None:
        places: dict[str, set[str]] = {}
        for authority in authorities:
            if authority.kind.is_decision:
                for place in places_of(authority):
                    places.setdefault(place, set()).add(authority.id)
        self._ids = {place: ids for place, ids in places.items() if len(ids) == 1 and place not in _LARGE}
        english = "|".join(re.escape(place) for place in self._ids if place.isascii())
        chinese = "|".join(re.escape(place) for place in self._ids if not place.isascii())
        own = [rf"\b(?:in|of|from|at|near) (?P<en>{english})\b"] if english else []
        own += [rf"(?P<zh>{chinese})"] if chinese else []
        self._pattern = re.compile("|".join(own)) if own else None

    def find(self, text: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
        """Yield start, end, the place and the case."""
        if self._pattern is None or not _OF_CASE.search(text) or _OWN.search(text):
            return
        for match in self._pattern.finditer(text):
            place = match[match.lastgroup or 0]
            start = match.end() - len(place)
            yield start, match.end(), place, tuple(self._ids[place])
