"""Search in the library: names and numbers, places such as 285(3), words in the texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from retrieval.address import format_article
from retrieval.index import Index
from retrieval.language import LANGUAGES, visible
from retrieval.passage import Passage
from retrieval.references.find import find_references
from retrieval.references.numbers import plain
from retrieval.words.names import lower
from retrieval.words.tokens import tokenize
from web.library.shelf import Entry, names_of

_BARE_NUMBER = re.compile(r"\s*第?\s*(\d{1,3})\s*条?\s*")
LONGEST = 200  # characters of a search that are read
_LOOKED_AT = 300  # passages that score best, of which those with all words are kept


@dataclass(frozen=True)
class Hit:
    """A passage that a search found.

    :param start: Where its words begin in the text; with `end` 0 if they do not stand together.
    :param paragraph: The paragraph that the search names, if it names a place.
    """

    passage: Passage
    score: float
    start: int = 0
    end: int = 0
    paragraph: int | None = None


@dataclass
class Match:
    """Why an authority was found, best reason first.

    :param place: It holds the article that the search names.
    :param name: Its name or number holds the words.
    """

    place: bool = False
    name: bool = False
    hits: list[Hit] = field(default_factory=list)

    @property
    def rank(self) -> tuple[int, float]:
        """What matches are ordered by, the best first."""
        group = 0 if self.place else 1 if self.name else 2
        return group, -max((hit.score for hit in self.hits), default=0.0)


def clean_query(text: str) -> str:
    """Return a search as it is read: one line, not longer than `LONGEST`."""
    return " ".join(visible(text).split())[:LONGEST]


def find(index: Index, query: str, entries: Iterable[Entry]) -> dict[str, Match]:
    """Return the authorities among `entries` that a search finds, by id."""
    own = {entry.authority.id: entry for entry in entries}
    found: dict[str, Match] = {}
    words = lower(plain(query)).split()
    for key, entry in own.items():
        names = "\n".join(lower(plain(name)) for name in names_of(entry.authority))
        if all(word in names for word in words):
            found.setdefault(key, Match()).name = True
    placed = set()
    for hit in _named_places(index, query, own):
        placed.add((hit.passage.authority, hit.passage.article))
        match = found.setdefault(hit.passage.authority, Match())
        match.place = True
        match.hits.append(hit)
    for hit in _in_texts(index, query, own):
        if (hit.passage.authority, hit.passage.article) not in placed:
            found.setdefault(hit.passage.authority, Match()).hits.append(hit)
    return found


def _named_places(index: Index, query: str, own: dict[str, Entry]) -> list[Hit]:
    """Return the articles that a search names: 刑法285条, CSL art. 29, 285(3), 285."""
    hits = []
    if number := _BARE_NUMBER.fullmatch(plain(query)):
        query = f"第{number[1]}条"
    for reference in find_references(query, index.registry):
        for key in reference.authorities if reference.article else ():
            text = own[key].texts.get(format_article(*reference.article)) if key in own else None
            for passages in list((text or {}).values())[:1]:
                hits.append(Hit(passages[0], 0.0, paragraph=reference.paragraph))
    return hits


def _in_texts(index: Index, query: str, own: dict[str, Entry]) -> list[Hit]:
    """Return the passages that hold the words, those that hold them together first; one an article and language."""
    hits: dict[tuple[str, str, str], Hit] = {}
    wanted, needle = set(tokenize(query)), query.casefold()
    for language in LANGUAGES:
        lexical = index.lexical[language]
        scores = lexical.scores(sorted(wanted))
        score_of = dict(zip(lexical.ids, map(float, scores), strict=True))
        best = {lexical.ids[i] for i in scores.argsort()[::-1][:_LOOKED_AT] if scores[i] > 0}
        for key, score in score_of.items():
            passage = index.passages.get(key)
            if passage is None or passage.authority not in own:
                continue
            at = passage.text.casefold().find(needle)
            together = at >= 0 and len(passage.text.casefold()) == len(passage.text)
            if together or at >= 0 or (wanted and key in best and wanted <= set(tokenize(passage.text))):
                span = (at, at + len(needle)) if together else (0, 0)
                unit = (*passage.unit, language)
                hits.setdefault(unit, Hit(passage, score + (100.0 if at >= 0 else 0.0), *span))
    return sorted(hits.values(), key=lambda hit: (-hit.score, hit.passage.position))
