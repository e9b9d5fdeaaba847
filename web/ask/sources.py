"""What the passage panel shows of a source: the citation, its place in the text, the other language."""

from dataclasses import dataclass

from retrieval.answer.types import Answer, Citation, Source


@dataclass(frozen=True)
class Wording:
    """A text in one language.

    :param origin: `official`, `translation`, `restated` or `document`.
    """

    language: str
    text: str
    origin: str


@dataclass(frozen=True)
class ShownSource:
    """A source with what the panel needs besides.

    :param path: 编, 章, 节 from the outside in.
    :param wording: The language and origin of the source's own text; None if the corpus does not hold it.
    :param other: The same article or section in the other language.
    """

    source: Source
    path: tuple[str, ...] = ()
    wording: Wording | None = None
    other: Wording | None = None


@dataclass(frozen=True)
class Reply:
    """An answer and its sources as they were when it was given.

    :param sources: `cite-1` for the first citation, `found-1` for the first of what was found besides.
    :param searched: How many passages were searched.
    """

    answer: Answer
    sources: dict[str, ShownSource]
    searched: int


def citation_of(shown: ShownSource) -> Citation | None:
    """Return the source as a citation, if it is one."""
    return shown.source if isinstance(shown.source, Citation) else None
