"""The editor's notes, searched by their words: a question that a note answers needs the places that the note joins."""

from collections.abc import Iterable
from dataclasses import dataclass

from retrieval.authority import Authority, Note
from retrieval.language import LANGUAGES
from retrieval.passage import Passage, Unit
from retrieval.store.lexical import LexicalIndex


@dataclass(frozen=True)
class PlacedNote:
    """A note with the units that it stands on and points to, the latter first."""

    authority: str
    note: Note
    units: tuple[Unit, ...]


class NoteIndex:
    """BM25 over the notes of both languages."""

    def __init__(self, authorities: Iterable[Authority], passages: Iterable[Passage]) -> None:
        sections = {(p.authority, p.article or p.section): p.unit for p in passages if p.language == "zh"}
        self.placed: list[PlacedNote] = []
        for authority in authorities:
            for note in authority.notes:
                target = note.authority
                places = [(target.id, target.article)] if target else []
                places += [(authority.id, note.section)] if note.section else []
                units = tuple(dict.fromkeys(sections[place] for place in places if place in sections))
                self.placed.append(PlacedNote(authority.id, note, units))
        ids = [str(i) for i in range(len(self.placed))]
        self._lexical = {
            language: LexicalIndex.build(ids, [getattr(placed.note, language) for placed in self.placed])
            for language in LANGUAGES
        }

    def find(self, tokens: list[str], language: str, limit: int) -> list[PlacedNote]:
        """Return the notes that share most with the words, best first."""
        scores = self._lexical[language].scores(tokens)
        order = sorted((i for i in range(len(scores)) if scores[i] > 0), key=lambda i: (-scores[i], i))
        return [self.placed[i] for i in order[:limit]]
