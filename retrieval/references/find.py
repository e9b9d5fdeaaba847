"""References in a text: 刑法第285条第3款, Article 285(3), 286-1, (2018)鄂1003刑初150号."""

from dataclasses import dataclass, replace

from retrieval.address import Address, format_article, format_item
from retrieval.authority import CRIMINAL_LAW, Status
from retrieval.references.mention import Mention
from retrieval.references.numbers import plain
from retrieval.references.owner import may_have, owner_of, told_later
from retrieval.references.place import Place
from retrieval.references.places import find_places
from retrieval.references.registry import Registry
from retrieval.references.unheld import unheld_name
from retrieval.references.which_version import (
    became,
    is_named_old,
    is_of_the_new,
    is_of_the_old,
    of_a_draft,
    of_a_new_law,
    of_an_old_law,
)


@dataclass(frozen=True)
class Reference:
    """A place that a text names.

    :param authorities: Candidate ids; several for several versions, empty if the text names no authority that is held.
    :param article: Number and inserted number, or None if an authority is named as a whole.
    :param named: The authority's name as the text gives it, or None.
    :param is_old: Whether the text says that it is of the law as it was before: 旧第63条, art. 63 of the 2016 text.
    """

    text: str
    authorities: tuple[str, ...]
    article: tuple[int, int] | None = None
    paragraph: int | None = None
    item: int | None = None
    named: str | None = None
    is_old: bool = False

    def address(self, authority: str) -> Address:
        """Return the address in one of the candidates."""
        article = format_article(*self.article) if self.article else None
        return Address(authority, article, self.paragraph, format_item(self.item) if self.item else None)


def find_references(
    text: str, registry: Registry, default: tuple[str, ...] = (), named: tuple[str, ...] = ()
) -> list[Reference]:
    """Find every reference in a text, in order.

    :param registry: The names and articles of what the index holds.
    :param default: The authorities that an article without a name belongs to (those of the turn before).
    :param named: Those of them that have it first: the ones that the earlier question named, not its answer.
    """
    return _Finder(plain(text), registry, (named, default)).references()


class _Finder:
    """Finds the references of one text.

    :param before: The authorities that an article without a name belongs to, those that have it first before others.
    """

    def __init__(self, text: str, registry: Registry, before: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        self._text, self._registry = text, registry
        self._mentions = registry.mentions(text)
        self._places = find_places(text, [(mention.start, mention.end) for mention in self._mentions])
        if not self._mentions and not before[-1]:
            before = ((), registry.cited_together.law_of({place.article for place in self._places}))
        self._before = before
        self._laws = [mention for mention in self._mentions if mention.authorities or not mention.is_case]
        self._new = [place for place in self._places if is_of_the_new(text, place)]

    def references(self) -> list[Reference]:
        """Return the references, in the order of the text."""
        found: list[tuple[int, Reference]] = []
        used: list[Mention] = []
        for place in self._places:
            if final := became(self._text, place, self._mentions, self._registry):
                found.append((place.start, self._reference(place, (final,))))
                continue
            mention, unheld = self._owner(place)
            if place.section and not mention and not unheld:
                continue  # Section 8 of Chapter IV
            if not mention and not unheld and not any(self._before):
                mention = told_later(place, self._laws, self._text, self._registry)
            if mention:
                used.append(mention)
            own = self._authorities(place, mention, unheld)
            authorities = self._of_version(place, mention, unheld, own)
            reference = self._reference(place, authorities, mention.text if mention else unheld)
            # an earlier version that the question before was about is not said to be meant
            is_old = (mention is not None or authorities != own) and self._are_earlier(authorities)
            found.append((place.start, replace(reference, is_old=is_old)))
        whole = [mention for mention in self._mentions if mention not in used]
        found += [(m.start, Reference(m.text, m.authorities, named=m.text)) for m in whole]
        return [reference for _, reference in sorted(found, key=lambda pair: pair[0])]

    def _reference(self, place: Place, authorities: tuple[str, ...], named: str | None = None) -> Reference:
        text = self._text[place.start : place.end]
        return Reference(text, authorities, place.article, place.paragraph, place.item, named)

    def _owner(self, place: Place) -> tuple[Mention | None, str | None]:
        """The law that the text names for an article; else the name of one that is not held."""
        mention, joined = owner_of(place, self._laws, self._text)
        if mention and not joined and not may_have(self._registry, mention, place) and self._held_elsewhere(place):
            mention = None  # 2011年解释第八条……285条: a number that only another law has
        return mention, None if mention else unheld_name(self._text, place.start, place.end)

    def _authorities(self, place: Place, mention: Mention | None, unheld: str | None) -> tuple[str, ...]:
        if mention:
            return mention.authorities
        if unheld:
            return self._registry.shortened(unheld)
        return of_a_draft(self._text, place, self._registry) or self._unnamed(place)

    def _of_version(
        self, place: Place, mention: Mention | None, unheld: str | None, authorities: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The versions of authorities that are meant, if the text says old or new."""
        nameless = not mention and not unheld and not any(self._before)
        if is_of_the_old(self._text, place) or (mention and is_named_old(self._text, mention)):
            older = of_an_old_law(place, self._registry) if nameless else ()
            return older or self._earlier(authorities)
        if place in self._new:
            return (of_a_new_law(place, self._registry) if nameless else ()) or authorities
        if self._new:  # beside an article of the new law another one is of the old
            older = self._earlier(authorities)
            return older if any(self._registry.has_article(name, *place.article) for name in older) else authorities
        return authorities

    def _earlier(self, authorities: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._registry.before(name) or name for name in authorities)

    def _are_earlier(self, authorities: tuple[str, ...]) -> bool:
        versions = [self._registry.authorities[name] for name in authorities]
        return bool(versions) and all(a.version_of and a.status is not Status.DRAFT for a in versions)

    def _held_elsewhere(self, place: Place) -> tuple[str, ...]:
        for laws in self._before:
            if held := tuple(name for name in laws if self._registry.has_article(name, *place.article)):
                return held
        return (CRIMINAL_LAW,) if self._registry.has_article(CRIMINAL_LAW, *place.article) else ()

    def _unnamed(self, place: Place) -> tuple[str, ...]:
        """The authorities of an article without a name: those of the turn before, or the Criminal Law."""
        if held := self._held_elsewhere(place):
            return held
        # 第285条之三 is not there, and yet no other law can be meant
        no_other = (CRIMINAL_LAW,) if self._registry.has_article(CRIMINAL_LAW, place.article[0]) else ()
        return self._before[-1] or no_other
