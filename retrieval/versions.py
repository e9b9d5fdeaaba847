"""The same provision in another version of its law: renumbered or not, it is known by its words."""

from collections.abc import Iterable, Mapping
from datetime import date

from retrieval.authority import Authority
from retrieval.passage import Passage, Unit
from retrieval.words.tokens import tokenize

_LEAST_SHARED = 0.3  # of the words of both provisions, to be the same one


def succession(authority: Authority, known: Mapping[str, Authority]) -> list[Authority]:
    """Return all texts that took one another's place, oldest first; alone if there is only this one.

    More than `Versions.family`: also those that replaced one another under another name, without being versions of one law.

    :param known: All authorities, by id.
    """
    found, waiting = {authority.id}, [authority.id]
    while waiting:
        here = known[waiting.pop()]
        own = {here.version_of, here.replaced_by, here.id}
        for other in known.values():
            joined = {other.version_of, other.replaced_by, other.id}
            if other.id not in found and (here.id in joined or other.id in own):
                found.add(other.id)
                waiting.append(other.id)
    texts = [known[key] for key in found]
    return sorted(texts, key=lambda text: (text.effective or text.adopted or text.ended or date.min, text.id))


class Versions:
    """Knows the versions of each law and finds a provision's counterpart in the one in force on a day.

    :param authorities: All that the index holds.
    :param units: Authority and article (or section) to the passages by language.
    """

    def __init__(self, authorities: Iterable[Authority], units: Mapping[Unit, Mapping[str, list[Passage]]]) -> None:
        self._units = units
        self._of_version: dict[str, list[Unit]] = {}
        self._families: dict[str, list[Authority]] = {}
        known = list(authorities)
        for authority in known:
            if authority.version_of:
                self._families.setdefault(authority.version_of, []).append(authority)
        for authority in known:
            if authority.id in self._families:
                self._families[authority.id].append(authority)
        self._family_of = {a.id: family for family in self._families.values() for a in family}
        for unit in units:
            if unit[0] in self._family_of:
                self._of_version.setdefault(unit[0], []).append(unit)
        self._counterparts: dict[tuple[Unit, str], Unit | None] = {}
        self._word_sets: dict[Unit, set[str]] = {}  # of the laws that have versions, and only when asked for

    def of(self, authority: str) -> list[Authority]:
        """Return the other versions of a law."""
        return [version for version in self._family_of.get(authority, ()) if version.id != authority]

    def counterpart(self, unit: Unit, day: date) -> Unit | None:
        """Return the provision that stood for a unit in the version in force on a day, if that is another version.

        On a day before all of them it is the first version's: what came into force next, not what is in force now.
        """
        family = self._family_of.get(unit[0], ())
        for version in family:
            if version.id != unit[0] and version.may_be_in_force(day):
                return self.counterpart_in(unit, version.id)
        begun = [version for version in family if version.effective]
        first = min(begun, key=lambda version: str(version.effective), default=None)
        if first and first.id != unit[0] and first.effective and day < first.effective and len(begun) == len(family):
            return self.counterpart_in(unit, first.id)
        return None

    def counterpart_in(self, unit: Unit, version: str) -> Unit | None:
        """Return the provision of another version that stands for a unit; None if none is like it."""
        key = (unit, version)
        if key not in self._counterparts:
            self._counterparts[key] = self._likest(unit, version)
        return self._counterparts[key]

    def family(self, authority: str) -> list[Authority]:
        """Return the versions of a law, itself among them; none if it has one version only."""
        return list(self._family_of.get(authority, ()))

    def _likest(self, unit: Unit, version: str) -> Unit | None:
        own = self._words(unit)
        shares = {
            other: len(own & words) / len(own | words)
            for other in self._of_version.get(version, ())
            if (words := self._words(other))
        }
        best = max(shares, key=lambda other: shares[other], default=None)
        return best if best and shares[best] >= _LEAST_SHARED else None

    def _words(self, unit: Unit) -> set[str]:
        if unit not in self._word_sets:
            held = self._units[unit]
            passages = held.get("zh") or held.get("en") or []
            self._word_sets[unit] = {word for passage in passages for word in tokenize(passage.text)}
        return self._word_sets[unit]
