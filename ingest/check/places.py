"""Do addresses exist, and what stands there?"""

from dataclasses import dataclass

from ingest.blocks import Block
from ingest.check.entry import Entry
from retrieval.address import PLACE
from retrieval.authority import Coverage
from retrieval.numerals import read_number
from retrieval.passage import Passage


@dataclass(frozen=True)
class Found:
    """The lines of an address in one article or section.

    :param numbers: Of the lines within the block, counted from 0.
    """

    block: Block
    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """What stands there."""
        lines = self.block.text.split("\n")
        return "\n".join(lines[number] for number in self.numbers)


def written_address(text: str) -> tuple[str, int | None, str | None] | None:
    """Return article, paragraph and item of 第二百八十五条第三款, or None if that is not how the text is formed."""
    match = PLACE.fullmatch(text)
    if match is None:
        return None
    item = match["item"]
    return match["article"], read_number(match["paragraph"]), f"（{item}）" if item else None


def find_place(
    entry: Entry, article: str | None, paragraph: int | None = None, item: str | None = None
) -> Found | str | None:
    """Find an address in the Chinese text.

    :return: The place; None where there is nothing to find: the address is the whole, or the article of a text that is
        only restated, and the restatement names it; or, as a string, what is wrong.
    """
    if article is None:
        return "a paragraph or item without an article" if paragraph or item else None
    block = entry.chinese.find(article) if entry.chinese else None
    if block is None:
        restated = entry.authority is not None and entry.authority.coverage == Coverage.RESTATED
        if restated and entry.chinese and any(article in part.text for part in entry.chinese.blocks):
            return None
        return f"{entry.id} holds no {article}"
    lines = (
        Passage("", entry.id, entry.authority.kind, "zh", block.text, block.article).lines if entry.authority else ()
    )
    numbers = [
        number for number, line in enumerate(lines) if paragraph in (None, line.paragraph) and item in (None, line.item)
    ]
    if not numbers:
        where = (f" paragraph {paragraph}" if paragraph else "") + (f" item {item}" if item else "")
        return f"{entry.id} {article} has no{where}"
    return Found(block, tuple(numbers))
