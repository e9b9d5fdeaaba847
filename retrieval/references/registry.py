"""Names to authorities: titles, short names, document numbers, case numbers."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from bm25s.stopwords import STOPWORDS_EN_PLUS

from retrieval.address import article_numbers
from retrieval.authority import Authority, Kind, Status
from retrieval.references.case_names import PLACE_BEHIND, CasePlaces, bare_party, by_party, by_place, by_surname
from retrieval.references.cited_together import CitedTogether
from retrieval.references.dated_names import DatedNames
from retrieval.references.described_names import DescribedNames
from retrieval.references.document_names import may_have_article, stands_at_article, tells_by_itself
from retrieval.references.mention import Mention
from retrieval.references.national_laws import find_national_laws
from retrieval.references.numbered import Numbered
from retrieval.references.numbers import plain
from retrieval.references.titles import COUNTRY, Titles
from retrieval.references.unheld import find_constitution_and_amendments, find_local_guidance
from retrieval.references.version_names import VersionNames
from retrieval.words.names import NameFinder, lower
from retrieval.words.pinyin import spellings, without_tones

_LEAST_PART = 4  # characters of a name's part
# 立案标准二 is a name as 立案标准(二) is, but not in 立案标准二十条
_PART_OF_TITLE = re.compile(r"\(([一二三])\)$")
_COUNT = re.compile(r"(?<=[一二三])[十百千万条款项年个]")


class Registry:
    """Knows every authority's names and articles.

    :param authorities: All that the index holds.
    :param articles: Authority id to its articles in Chinese form.
    """

    def __init__(self, authorities: Iterable[Authority], articles: dict[str, set[str]]) -> None:
        self.authorities = {authority.id: authority for authority in authorities}
        self.articles = {
            key: {numbers: name for name in names if (numbers := article_numbers(name))}
            for key, names in articles.items()
        }
        self._ids: dict[str, list[str]] = {}
        self._numbered = Numbered()
        self._in_book_marks: set[str] = set()
        documents = [a for a in self.authorities.values() if a.kind is Kind.DOCUMENT]
        for authority in self.authorities.values():
            if authority.kind is not Kind.DOCUMENT:
                self._enter(authority)
        laws = NameFinder(self._ids) if documents else None
        for document in documents:
            self._enter_document(document, laws)

    def _enter_document(self, document: Authority, laws: NameFinder | None) -> None:
        """The names of laws come first: what is called so, or by a number that is held, is no document."""
        for name in dict.fromkeys(
            lower(plain(name).strip("《》 ")) for name in (document.titles.zh, *document.short.zh)
        ):
            meant = next(self._titles.marked(f"《{name}》", self._ids), None)
            held = meant.authorities if meant else self._ids.get(name, ())
            if len(name) < 2 or any(self.authorities[key].kind is not Kind.DOCUMENT for key in held):
                continue
            self._ids.setdefault(name, []).append(document.id)
            if not tells_by_itself(name) or (laws and any(True for _ in laws.find(name))):
                self._in_book_marks.add(name)
        self._numbered.enter_document(document)

    def _enter(self, authority: Authority) -> None:
        title = authority.titles.zh
        names = [title, title.removeprefix(COUNTRY), authority.titles.en, *authority.short.zh, *authority.short.en]
        if authority.kind.is_decision:
            short = [*authority.short.zh, *authority.short.en]
            names += [bare for name in names if (bare := bare_party(name))]
            names += [bare for name in short if (bare := by_surname(name))]
            names += [*by_place(authority), *(called for name in short for called in by_party(name))]
        if authority.kind.is_law:
            names += [spelling for name in authority.short.zh for spelling in spellings(name)]
            names += [_PART_OF_TITLE.sub(r"\1", plain(name)) for name in authority.short.zh]
        for name in dict.fromkeys(lower(plain(name).strip("《》 ")) for name in names if name):
            if len(name) > 1:
                self._ids.setdefault(name, []).append(authority.id)
        if authority.number and not self._numbered.enter(authority):
            self._ids.setdefault(lower(plain(authority.number)), []).append(authority.id)

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.authorities.values())

    @cached_property
    def _dated_names(self) -> DatedNames:
        return DatedNames(self.authorities.values())

    @cached_property
    def _described_names(self) -> DescribedNames:
        return DescribedNames(self.authorities.values())

    @cached_property
    def _case_places(self) -> CasePlaces:
        return CasePlaces(self.authorities.values())

    @cached_property
    def _names(self) -> NameFinder:
        return NameFinder(name for name in self._ids if name not in self._in_book_marks)

    @cached_property
    def _short_titles(self) -> NameFinder:
        return NameFinder(name for name in self._in_book_marks if may_have_article(name))

    def _at_articles(self, text: str, found: list[Mention]) -> Iterable[Mention]:
        """Documents with short titles in front of an article, where no law is named: VPN服务合同第二条."""
        for name in self._short_titles.find(text) if self._in_book_marks else ():
            apart = all(other.end <= name.start or name.end <= other.start for other in found if other.authorities)
            if apart and stands_at_article(text, name.start, name.end):
                yield Mention(name.start, name.end, text[name.start : name.end], tuple(self._ids[name.name]))

    def mentions(self, text: str) -> list[Mention]:
        """Return the authorities that a text names, in order, none overlapping another.

        :param text: As `plain` returns it.
        """
        found = [*self._numbered.mentions(text), *self._titles.marked(text, self._ids), *self._titles.unmarked(text)]
        found += [*self._dated(text), *self._unheld(text)]
        found += [
            Mention(name.start, name.end, text[name.start : name.end], tuple(self._ids[name.name]))
            for name in self._names.find(without_tones(text))
            # ALL is the Administrative Litigation Law, all is not
            if (name.name not in STOPWORDS_EN_PLUS or text[name.start : name.end].isupper())
            and not _COUNT.match(text, name.end)
        ]
        found += [*self._described(text, found), *self._at_articles(text, found)]
        # the place alone only where nothing else names a case or a law
        found += [] if found else [Mention(*placed) for placed in self._case_places.find(text)]
        found.sort(key=lambda mention: (mention.start, -(mention.end - mention.start)))
        kept: list[Mention] = []
        for mention in found:
            if not kept or mention.start >= kept[-1].end:
                kept.append(self._of_its_year(text, self._of_its_place(text, mention)))
        return kept

    def _of_its_place(self, text: str, mention: Mention) -> Mention:
        """A surname with a place behind it is the person of that place or, if no case is from there, of none."""
        cases = all(self.authorities[key].kind.is_decision for key in mention.authorities)
        behind = PLACE_BEHIND.match(text, mention.end) if cases and mention.text.isalpha() else None
        if behind is None:
            return mention
        own = tuple(key for key in mention.authorities if behind[1] in (self.authorities[key].titles.en or ""))
        return Mention(mention.start, behind.end(), text[mention.start : behind.end()], own)

    def _of_its_year(self, text: str, mention: Mention) -> Mention:
        """A law named with the year of one of its versions is that version."""
        law = mention.authorities[0] if len(mention.authorities) == 1 else ""
        told = self._version_names.told(text, mention.start, mention.end, law)
        if told is None:
            return mention
        start, end, version = told
        return Mention(start, end, text[start:end], (version,))

    @cached_property
    def _version_names(self) -> VersionNames:
        return VersionNames(self.authorities.values())

    def _unheld(self, text: str) -> Iterable[Mention]:
        """National laws by name, and the guidance of local courts, that are not held."""
        for match in (*find_local_guidance(text), *find_constitution_and_amendments(text), *find_national_laws(text)):
            if lower(match[0]).removeprefix(COUNTRY) not in self._ids:
                yield Mention(match.start(), match.end(), match[0], ())

    def _dated(self, text: str) -> Iterable[Mention]:
        """Texts called by their year; where one of them has that for a name, or what is left of it, that one."""
        for name in self._dated_names.find(text):
            whole = text[name.start : name.end]
            named = (*self._ids.get(lower(whole), ()), *self._ids.get(name.word, ()))
            usual = tuple(key for key in named if key in name.authorities)
            yield Mention(name.start, name.end, whole, usual[:1] or name.authorities)

    def _described(self, text: str, found: list[Mention]) -> Iterable[Mention]:
        """Laws called by words of their titles, where no other name reaches beyond that."""
        for name in self._described_names.find(text):
            over = [other for other in found if name.start < other.end and other.start < name.end]
            if all(name.start <= other.start and other.end <= name.end for other in over):
                yield Mention(name.start, name.end, text[name.start : name.end], (name.authority,))

    @cached_property
    def cited_together(self) -> CitedTogether:
        """The articles that decided cases cite together."""
        return CitedTogether(self.authorities.values(), self.mentions)

    def before(self, authority: str) -> str | None:
        """Return the version of a law that was replaced by the given one."""
        older = [a for a in self.authorities.values() if a.version_of == authority]
        return max(older, key=lambda a: (a.ended or date.min, a.id)).id if older else None

    def after(self, authority: str) -> str | None:
        """Return what took a text's place, if it is held: of a draft the law that it became."""
        later = self.authorities[authority].replaced_by
        return later if later in self.authorities else None

    def shortened(self, name: str) -> tuple[str, ...]:
        """Return the laws that a part of their name may stand for: of 立案标准 the ones in force, the newest first."""
        part = lower(plain(name))
        ids = (
            {key for full, own in self._ids.items() if part in full for key in own} if len(part) >= _LEAST_PART else ()
        )
        held = [self.authorities[key] for key in ids if self.authorities[key].kind.is_law]
        valid = [authority for authority in held if authority.status is Status.IN_FORCE]
        newest = sorted(valid, key=lambda a: (a.effective or date.min, a.id), reverse=True)
        return tuple(authority.id for authority in newest[:1])

    def has_article(self, authority: str, number: int, inserted: int = 0) -> bool:
        """Return whether the index holds that article."""
        return (number, inserted) in self.articles.get(authority, {})

    def is_told_in_prose(self, authority: str) -> bool:
        """Return whether a text of law is held in our words alone, without its articles."""
        return self.authorities[authority].kind.is_law and not self.articles.get(authority)

    def article_range(self, authority: str) -> tuple[int, int] | None:
        """Return the first and the last article's number, or None for a text without articles."""
        numbers = [number for number, _ in self.articles.get(authority, {})]
        return (min(numbers), max(numbers)) if numbers else None
