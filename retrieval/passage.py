"""A passage: the unit that is embedded, found and quoted."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from retrieval.address import Address, format_item, item_number
from retrieval.authority import Kind, Status
from retrieval.today import today_in_china

_LEADING_ITEM = re.compile(r"[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]")


@dataclass(frozen=True)
class Line:
    """A line of a passage: one paragraph or one item.

    :param start: First code point in the passage's text.
    :param end: One past the last.
    """

    start: int
    end: int
    paragraph: int
    item: str | None


@dataclass(frozen=True)
class Passage:
    """A text with its place.

    :param article: The article in Chinese form, or None.
    :param section: The heading of a brief's or commentary's section in this passage's language, or None.
    :param part: Counted from 0; more than 0 only where an article is longer than the model's window.
    :param first_paragraph: The number of the paragraph that the text begins with or, if it begins with an item,
        of the paragraph that the item belongs to.
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
    first_paragraph: int = 1
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
    def unit(self) -> tuple[str, str]:
        """What the parts and translations of a text have in common: the authority, and the article or section."""
        return (self.authority, self.article or self.section_key or "")

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines with their paragraph and item numbers."""
        lines, at, paragraph, first = [], 0, self.first_paragraph, True
        for text in self.text.split("\n"):
            item = None
            if self.article and (match := _LEADING_ITEM.match(text)):
                item = format_item(item_number(match[0]) or 1)
            elif not first:
                paragraph += 1
            lines.append(Line(at, at + len(text), paragraph, item))
            at += len(text) + 1
            first = False
        return tuple(lines)

    def line_at(self, offset: int) -> Line:
        """Return the line that holds a code point."""
        starts = [line.start for line in self.lines]
        return self.lines[max(0, bisect_right(starts, offset) - 1)]

    def address(self, start: int, end: int) -> Address:
        """Return the narrowest address that holds the range [start, end)."""
        if not self.article:
            return Address(self.authority)
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        if first == last:
            return Address(self.authority, self.article, first.paragraph, first.item)
        same = first.paragraph if first.paragraph == last.paragraph else None
        return Address(self.authority, self.article, same)

    def begins(self, paragraph: int | None) -> date | None:
        """Return since when a paragraph, or the whole, has been the law; None if that is not known."""
        return dict(self.paragraph_dates).get(paragraph or 0, self.effective_from)

    def is_law_in_part(self, day: date) -> bool:
        """Return whether some paragraphs were the law on a day, and others not yet."""
        return bool(self.effective_from and day < self.effective_from and self.in_force_on(day) != "fail")

    def in_force_on(self, day: date, paragraph: int | None = None) -> str:
        """Return pass, fail or unknown: was a paragraph of this text, or any of it, the law on `day`?"""
        begin = self.begins(paragraph)
        if paragraph is None and begin:
            begin = min(begin, *(own for _, own in self.paragraph_dates)) if self.paragraph_dates else begin
        if self.status is Status.DRAFT:
            return "fail"
        if begin and day < begin:
            return "fail"
        if self.effective_to and day > self.effective_to:
            return "fail"
        if self.effective_to is None and self.status not in (Status.IN_FORCE, Status.NOT_YET_IN_FORCE):
            # changed or repealed on a day that is not known: not the law today, perhaps still the law then
            return "fail" if self.status is not Status.UNKNOWN and day >= today_in_china() else "unknown"
        if begin and self.revised and day < self.revised:
            return "unknown"
        if begin is None:  # in force, since a day that is not known: the law today, before perhaps
            return "pass" if self.status is Status.IN_FORCE and day >= today_in_china() else "unknown"
        return "pass"
