"""The same lines in the other language: what was chosen in the question's is quoted in the answer's."""

from retrieval.answer.quoting import Quotation
from retrieval.index import Index
from retrieval.parts.spans import Span
from retrieval.passage import Passage


def in_language(quotation: Quotation, language: str, index: Index) -> Quotation:
    """Return a quotation in a language, whole lines of it; as it is where the language does not hold these lines."""
    passage, span = quotation.passage, quotation.span
    if passage.language == language:
        return quotation
    parallel = index.units[passage.unit].get(language, [])
    if not passage.article:  # prose is the same in both only if it has the same lines
        parallel = [other for other in parallel if _numbers(other) == _numbers(passage)]
    for other in parallel:
        if lines := same_lines(passage, span, other):
            return Quotation(other, Span(*lines, span.paragraph, span.item))
    return quotation


def same_lines(passage: Passage, span: Span, other: Passage) -> tuple[int, int] | None:
    """Return where a parallel passage has the lines that a span touches; None if it lacks them."""
    first, last = passage.line_at(span.start), passage.line_at(span.end - 1)
    own = {line.number: line for line in other.lines}
    begin, end = own.get(first.number), own.get(last.number)
    return (begin.start, end.end) if begin and end else None


def _numbers(passage: Passage) -> list[int]:
    return [line.number for line in passage.lines]
