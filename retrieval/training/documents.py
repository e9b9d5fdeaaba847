"""Articles as a data set lays them out: the name and the text in one, apart from the index's own passages."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from retrieval.adapters.known import law_mark, text_mark
from retrieval.index import Index


@dataclass(frozen=True)
class Document:
    """An article with its name."""

    name: str
    text: str

    @property
    def laid_out(self) -> str:
        """What is embedded."""
        return f"{self.name} {self.text}".strip()

    @cached_property
    def mark(self) -> int:
        """The mark of the text."""
        return text_mark(self.text)

    @cached_property
    def law(self) -> int:
        """The mark of the law."""
        return law_mark(self.name)


def articles(index: Index, language: str) -> Iterator[tuple[tuple[str, str], Document]]:
    """Yield the articles of laws that the index holds in a language, with their places."""
    for unit, held in index.units.items():
        own = held.get(language, [])
        if own and own[0].article and own[0].kind.is_law and own[0].owner is None:
            title = index.authorities[unit[0]].titles.in_language(language)
            yield unit, Document(title + unit[1], "\n".join(passage.text for passage in own))
