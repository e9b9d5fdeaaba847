"""The index as the library sees it: which authorities a reader may see, and the articles of each in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from retrieval.authority import Authority, Kind, Status
from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Passage, Unit
from web.library.charges import charge_places


@dataclass
class Entry:
    """An authority with its texts.

    :param status: Whether it is the law today.
    :param texts: Article or section key to its passages by language, in the order of the text.
    :param owner: Whose document it is; None if it is for all.
    """

    authority: Authority
    status: Status
    texts: dict[str, dict[str, list[Passage]]] = field(default_factory=dict)
    owner: str | None = None

    @property
    def languages(self) -> list[str]:
        """The languages in which some of it is held."""
        return [name for name in LANGUAGES if any(name in text for text in self.texts.values())]

    def count(self, language: str) -> int:
        """Return how many articles or sections are held in a language."""
        return sum(1 for text in self.texts.values() if language in text)

    @property
    def has_articles(self) -> bool:
        """Whether it is divided into articles; else into sections."""
        return any(p.article for text in self.texts.values() for passages in text.values() for p in passages)

    def in_force_on(self, day: date, today: date) -> str:
        """Return pass, fail or unknown: was any of it the law on a day? Fail for what is no legislation."""
        if not self.authority.kind.is_law:
            return "fail"
        outcomes = {p.in_force_on(day, today) for text in self.texts.values() for own in text.values() for p in own}
        return next((outcome for outcome in ("pass", "unknown") if outcome in outcomes), "fail")


class Shelf:
    """The authorities of one generation of the index.

    :param index: The generation.
    :param today: The day that counts as today.
    """

    def __init__(self, index: Index, today: date) -> None:
        self.index, self.today = index, today
        self._entries = {
            key: Entry(authority, authority.status_on(today)) for key, authority in index.authorities.items()
        }
        for (key, name), text in index.units.items():
            entry = self._entries[key]
            entry.texts[name] = text
            for passages in text.values():
                entry.owner = entry.owner or passages[0].owner
        for entry in self._entries.values():
            # the Chinese text is whole where the English holds single articles
            entry.texts = dict(sorted(entry.texts.items(), key=lambda named: _place(named[1])))

    def entries(self, user: str | None) -> list[Entry]:
        """Return what a reader may see: the corpus, and documents that are for all or the reader's own."""
        return [entry for entry in self._entries.values() if _may_see(entry, user)]

    def find(self, key: str, user: str | None) -> Entry | None:
        """Return an authority if the reader may see it."""
        entry = self._entries.get(key)
        return entry if entry and _may_see(entry, user) else None

    @cached_property
    def charged(self) -> dict[Unit, list[Authority]]:
        """Articles of the Criminal Law to the cases whose charge they are."""
        found: dict[Unit, list[Authority]] = {}
        for entry in self._entries.values():
            charge = (entry.authority.case or {}).get("charge") or {}
            for place in charge_places(charge.get("article")):
                found.setdefault((place.authority, place.article or ""), []).append(entry.authority)
        return found

    @cached_property
    def noted(self) -> dict[Unit, list[Unit]]:
        """Articles to the places of other authorities where an editor's note points to them."""
        found: dict[Unit, list[Unit]] = {}
        for placed in self.index.notes.placed:
            target = placed.note.authority
            if target is None or target.id == placed.authority:
                continue
            here = next((unit for unit in placed.units if unit[0] == placed.authority), (placed.authority, ""))
            listed = found.setdefault((target.id, target.article or ""), [])
            if here not in listed:
                listed.append(here)
        return found


def _place(text: dict[str, list[Passage]]) -> int:
    return (text.get("zh") or next(iter(text.values())))[0].position


def _may_see(entry: Entry, user: str | None) -> bool:
    if entry.authority.kind is Kind.DOCUMENT and not entry.texts:
        return False  # whose it is stands with its passages
    return entry.owner is None or entry.owner == user


class Shelves:
    """The shelf of the newest index, arranged once a generation and day."""

    def __init__(self) -> None:
        self._shelf: Shelf | None = None

    def of(self, index: Index, today: date) -> Shelf:
        """Return the shelf of an index on a day."""
        shelf = self._shelf
        if shelf is None or shelf.index is not index or shelf.today != today:
            shelf = self._shelf = Shelf(index, today)
        return shelf


def names_of(authority: Authority) -> Iterable[str]:
    """Yield everything that an authority is called by."""
    yield from (authority.titles.zh, authority.titles.en, *authority.short.zh, *authority.short.en)
    yield from (authority.number or "", authority.id)
