"""Parts of a passage compared with a question by meaning."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.parts.nearness import MOST, Nearness
from retrieval.parts.spans import Span, paragraphs
from retrieval.request import Request
from retrieval.search import search

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("question", "language", "paragraph"),
    [
        ("公司犯了这个罪，公司要不要交罚金？", "zh", 4),
        ("What happens to a unit that does this?", "en", 4),
        ("侵入国防系统判几年？", "zh", 1),
        ("Breaking into military computers", "en", 1),
    ],
)
def test_the_paragraph_that_means_what_is_asked_is_nearest(
    index: Index, question: str, language: str, paragraph: int
) -> None:
    (passage,) = index.units["criminal-law", "第二百八十五条"][language]
    spans = [own.whole for own in paragraphs(passage)]
    scores = Nearness(search(index, Request(question), today=TODAY), index).scores(passage, spans)
    assert sum(scores) == pytest.approx(0, abs=1e-4)
    assert spans[scores.index(max(scores))].paragraph == paragraph


def test_what_cannot_be_compared_is_left_to_the_words(index: Index) -> None:
    (passage,) = index.units["criminal-law", "第二百八十五条"]["zh"]
    near = Nearness(search(index, Request("侵入"), today=TODAY), index)
    for spans in ([], [Span(0, 5, 1)], [Span(0, 5, 1)] * (MOST + 1)):
        assert near.scores(passage, spans) == [0.0] * len(spans)
