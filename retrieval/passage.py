"""A passage: the unit that is embedded, found and quoted."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from retrieval.address import Address
from retrieval.authority import Kind, Status, status_on
from retrieval.numbering import Numbered, number_lines

Unit = tuple[str, str]  # an authority's id, and the article or section


@dataclass(frozen=True)
class Line:
    """A line of a passage: a paragraph, an item, or a part of one.

    :param start: First code point in the passage's text.
    :param end: One past the last.
    :param paragraph: None where the text does not tell which it is.
    :param number: Counted from 0 in the whole article or section; the other language has the same line there.
    """

    start: int
    end: int
    paragraph: int | None
    item: str | None
    number: int = 0


@dataclass(frozen=True)
class Passage:
    """A text with its place.

    :param article: The article in Chinese form, or None.
    :param section: The heading of a brief's or commentary's section in this passage's language, or None.
    :param part: Counted from 0; more than 0 only where an article is longer than the model's window.
    :param numbering: Of a part of an article, each line's number in the whole, its paragraph and its item, which the part
        alone does not tell; empty for a whole one.
    :param path: 编, 章, 节 from the outside in, in this passage's language.
    :param start: Where the text stands in its source, in code points.
    :param official: Whether this is official wording.
    :param effective_from: Since when the whole of it has been the law as it stands.
    :param paragraph_dates: Paragraphs that have been longer than the whole, and since when.
    :param revised: The last revision of the whole, as of which the text is held; before it the words, and the number,
        may have been others.
    :param reworded: Whether an earlier wording was the law before, one that is not held.
    """

    id: str
    authority: str
    kind: Kind
    language: str
    text: str
    article: str | None = None
    section: str | None = None
    section_key: str | None = None
    part: int = 0
    numbering: tuple[tuple[int, int | None, str | None], ...] = ()
    path: tuple[str, ...] = ()
    start: int = 0
    position: int = 0
    official: bool = False
    status: Status = Status.UNKNOWN
    effective_from: date | None = None
    effective_to: date | None = None
    owner: str | None = None
    digest: str = ""
    paragraph_dates: tuple[tuple[int, date], ...] = ()
    reworded: bool = False
    revised: date | None = None

    @property
    def unit(self) -> Unit:
        """What the parts and translations of a text have in common: the authority, and the article or section."""
        return (self.authority, self.article or self.section_key or "")

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines with their paragraph and item numbers."""
        texts = self.text.split("\n")
        own = self.numbering or [(n, one.paragraph, one.item) for n, one in enumerate(self._numbered(texts))]
        lines, at = [], 0
        for text, (number, paragraph, item) in zip(texts, own, strict=True):
            lines.append(Line(at, at + len(text), paragraph, item, number))
            at += len(text) + 1
        return tuple(lines)

    def _numbered(self, texts: list[str]) -> list[Numbered]:
        """Of prose each line counts as a paragraph."""
        return number_lines(texts) if self.article else [Numbered(n, None) for n in range(1, len(texts) + 1)]

    def line_at(self, offset: int) -> Line:
        """Return the line that holds a code point."""
        starts = [line.start for line in self.lines]
        return self.lines[max(0, bisect_right(starts, offset) - 1)]

    def address(self, start: int, end: int) -> Address:
        """Return the narrowest address that holds the range [start, end)."""
        if not self.article:
            return Address(self.authority)
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        within = [line for line in self.lines if first.number <= line.number <= last.number]
        same = first.paragraph if len({line.paragraph for line in within}) == 1 else None
        item = first.item if same and len({line.item for line in within}) == 1 else None
        return Address(self.authority, self.article, same, item)

    def begins(self, paragraph: int | None) -> date | None:
        """Return since when a paragraph, or the whole, has been the law; None if that is not known."""
        return dict(self.paragraph_dates).get(paragraph or 0, self.effective_from)

    def status_on(self, day: date) -> Status:
        """Return whether it is the law on a day, any of it."""
        return status_on(self.status, self._first_day(), self.effective_to, day)

    def _first_day(self) -> date | None:
        """The first day on which any of it was the law."""
        begin = self.effective_from
        return min((begin, *(own for _, own in self.paragraph_dates))) if begin else None

    def is_law_in_part(self, day: date, today: date) -> bool:
        """Return whether some paragraphs were the law on a day, and others not yet."""
        return bool(self.effective_from and day < self.effective_from and self.in_force_on(day, today) != "fail")

    def in_force_on(self, day: date, today: date, paragraph: int | None = None) -> str:
        """Return pass, fail or unknown: was a paragraph of this text, or any of it, the law on `day`?

        :param today: The day whose law the recorded status is.
        """
        begin = self._first_day() if paragraph is None else self.begins(paragraph)
        if self.status is Status.DRAFT:
            return "fail"
        if begin and day < begin:
            return "fail"
        if self.effective_to and day > self.effective_to:
            return "fail"
        if self.effective_to is None and self.status not in (Status.IN_FORCE, Status.NOT_YET_IN_FORCE):
            # changed or repealed on a day that is not known: not the law today, perhaps still the law then
            return "fail" if self.status is not Status.UNKNOWN and day >= today else "unknown"
        if begin and self.revised and day < self.revised:
            return "unknown"
        if begin is None:  # in force, since a day that is not known: the law today, before perhaps
            return "pass" if self.status is Status.IN_FORCE and day >= today else "unknown"
        return "pass"
