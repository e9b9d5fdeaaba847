"""Crimes that a text names by parts of their names: 提供侵入工具, 拒不履行义务, 破坏计算机."""

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.language import HAN
from retrieval.passage import Unit
from retrieval.reading.charges import Charge, is_special
from retrieval.words.glossary import Term

_BEGINNING, _LEAST_RUN = 2, 4  # characters of a name: those that it begins with, and the fewest that stand for it


def charges_named_in_short(text: str, index: Index) -> list[Charge]:
    """Return the crimes that a text names by their names or by parts of them: 非法经营和提供侵入工具哪个轻.

    By itself such a name may be that of the conduct, 非法经营数额; so ask of a text that compares crimes.

    :return: In the order in which they are named.
    """
    places: list[tuple[int, int, Term]] = []
    for term in index.glossary.terms:
        if term.article and term.article["id"] == CRIMINAL_LAW:
            names = [name[:-1] for name in (term.zh, *term.zh_other) if name.endswith("罪")]
            places += [(*span, term) for name in names if (span := shortened(name, text))]
    found: dict[Unit, Charge] = {}
    for start, end, term in sorted(places, key=lambda place: (place[0], -place[1])):
        if not any(other[0] <= start and end <= other[1] and end - start < other[1] - other[0] for other in places):
            place = term.article or {}
            unit = (CRIMINAL_LAW, str(place.get("article")))
            if is_special(unit[1]) and unit in index.units:
                found.setdefault(unit, Charge(unit, place.get("paragraph")))
    return list(found.values())


def shortened(name: str, text: str) -> tuple[int, int] | None:
    """Return where the longest run of a text begins and ends that says a name, some of its characters left out; None without one.

    It begins as the name does and goes on in its order: 提供侵入工具 of 提供侵入、非法控制计算机信息系统程序、工具. Fewer than
    four characters are the name only if they are all of it.
    """
    best: tuple[int, int] | None = None
    whole = "".join(HAN.findall(name))
    begin = -1
    while (begin := text.find(whole[:_BEGINNING], begin + 1)) >= 0:
        at, end = _BEGINNING, begin + _BEGINNING
        for place in range(end, len(text)):
            if text[place] in "、的":
                continue
            at = whole.find(text[place], at) + 1
            if not at:
                break
            end = place + 1
        run = len(HAN.findall(text[begin:end].replace("的", "")))
        if (run >= _LEAST_RUN or run == len(whole)) and (best is None or end - begin > best[1] - best[0]):
            best = (begin, end)
    return best
