"""What the passage panel shows of a source: the citation, its place in the text, the other language."""

from dataclasses import dataclass
from datetime import date

from retrieval.authority import Status
from retrieval.result import Answer, Citation, Source, Titles


@dataclass(frozen=True)
class Wording:
    """A text in one language.

    :param origin: `official`, `translation`, `restated` or `document`.
    :param same: The range of the text that has the same paragraph and item as what is quoted in the other language.
    """

    language: str
    text: str
    origin: str
    same: tuple[int, int] | None = None


@dataclass(frozen=True)
class ShownSource:
    """A source with what the panel needs besides.

    :param path: 编, 章, 节 from the outside in.
    :param wording: The language and origin of the source's own text; None if the corpus does not hold it.
    :param other: The same article or section in the other language.
    :param authority: The authority's id, under which the library has it.
    :param usual: The citation as a brief prints it; None if the corpus does not hold the text.
    """

    source: Source
    path: tuple[str, ...] = ()
    wording: Wording | None = None
    other: Wording | None = None
    authority: str = ""
    usual: Titles | None = None


@dataclass(frozen=True)
class Changed:
    """What the corpus holds otherwise by now than a stored answer shows it.

    :param what: `removed`, or those of `text`, `status` and `dates` that differ.
    :param status: The status that the text has now.
    :param begin: The first day in force that it has now.
    :param end: The last one.
    """

    what: tuple[str, ...]
    status: Status = Status.UNKNOWN
    begin: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Reply:
    """An answer and its sources as they were when it was given.

    :param sources: `cite-1` for the first citation, `found-1` for the first of what was found besides.
    :param searched: How many passages were searched.
    :param understood: How a question was read that points back to earlier ones; empty if it was read as asked.
    :param index_id: The generation of the index that answered.
    """

    answer: Answer
    sources: dict[str, ShownSource]
    searched: int
    understood: str = ""
    index_id: str = ""


def citation_of(shown: ShownSource) -> Citation | None:
    """Return the source as a citation, if it is one."""
    return shown.source if isinstance(shown.source, Citation) else None
