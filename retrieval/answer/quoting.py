"""Choose what to quote: the best paragraphs, items and sentences of the best passages."""

import re
from dataclasses import dataclass

from retrieval.answer.relevance import Relevance
from retrieval.answer.spans import LONG, Paragraph, Span, paragraphs, sentences
from retrieval.authority import Kind
from retrieval.passage import Passage
from retrieval.priors import asks_for
from retrieval.search import Found, Search
from retrieval.store.index import Index

UNITS = 6  # passages quoted at the most
PARAGRAPHS = {0: 3, 1: 2}  # paragraphs quoted of the first and the second passage; of the others one
LEAST_SHARE = 0.3  # of the best passage's score, to be quoted
NEAR_BEST = 0.6  # of the best paragraph's score, for a further paragraph of the same passage
WHOLE = {"zh": 420, "en": 1500}  # characters; a paragraph with items up to here is quoted whole
_REFERS_BACK = re.compile(r"前款|前两款|前三款|preceding (?:\d )?paragraph")


@dataclass(frozen=True)
class Quotation:
    """A span to quote."""

    passage: Passage
    span: Span


def choose(search: Search, index: Index) -> list[Quotation]:
    """Return what to quote, law before cases before commentary, the best first in each."""
    relevance = Relevance(search.question, index)
    chosen = _passages(search, relevance)
    quotations = []
    for rank, found in enumerate(chosen):
        for span in _spans(found.passage, search, relevance, PARAGRAPHS.get(rank, 1)):
            quotations.append(Quotation(found.passage, span))
    return sorted(quotations, key=lambda quotation: _weight(quotation.passage.kind))


def _weight(kind: Kind) -> int:
    if kind in (Kind.CASE, Kind.PENALTY):
        return 1
    return 2 if kind in (Kind.COMMENTARY, Kind.DOCUMENT) else 0


def _passages(search: Search, relevance: Relevance) -> list[Found]:
    """The passages worth quoting: near the best in rank, and with words of the question."""
    if not search.found:
        return []
    named = {name for r in search.question.own_references if not r.article for name in r.authorities}
    best = max(f.score for f in search.found if "reference" not in f.ranks or len(search.found) == 1) if any(
        "reference" not in f.ranks for f in search.found
    ) else search.found[0].score  # fmt: skip
    cases_only = asks_for(search.question, Kind.CASE) and any(f.passage.authority in named for f in search.found[:3])
    chosen = []
    for found in search.found:
        if len(chosen) == UNITS:
            break
        wanted = "reference" in found.ranks or found.score >= LEAST_SHARE * best
        if cases_only and found.passage.authority not in named and "reference" not in found.ranks:
            wanted = False
        if wanted:
            chosen.append(found)
    return chosen


def _spans(passage: Passage, search: Search, relevance: Relevance, limit: int) -> list[Span]:
    """The spans to quote of a passage, in the order of its text."""
    own = paragraphs(passage)
    asked = {
        r.paragraph
        for r in search.question.references
        if r.article and r.address(passage.authority).article == passage.article
    }
    asked = {number for number in asked if number and any(p.head.paragraph == number for p in own)}
    scores = {p.head.start: relevance.score(passage.text[p.whole.start : p.whole.end], passage.language) for p in own}
    top = max(scores.values(), default=0.0)
    ranked = sorted(own, key=lambda p: (p.head.paragraph not in asked, -scores[p.head.start], p.head.start))
    kept: list[Paragraph] = []
    for paragraph in ranked:
        if len(kept) >= max(limit, len(asked)):
            break
        if not kept or paragraph.head.paragraph in asked or scores[paragraph.head.start] >= NEAR_BEST * top:
            kept.append(paragraph)
    if limit > 1:
        kept = _with_preceding(passage, own, kept)
    return [span for p in sorted(kept, key=lambda p: p.head.start) for span in _cut(passage, p, relevance)]


def _with_preceding(passage: Passage, own: list[Paragraph], kept: list[Paragraph]) -> list[Paragraph]:
    """A paragraph that refers to the preceding one cannot be read without it."""
    result = list(kept)
    for paragraph in kept[:1]:
        position = own.index(paragraph)
        if position and _REFERS_BACK.search(passage.text[paragraph.head.start : paragraph.head.end]):
            result.append(own[position - 1])
    return list(dict.fromkeys(result))


def _cut(passage: Passage, paragraph: Paragraph, relevance: Relevance) -> list[Span]:
    """A paragraph of fair length whole; of a longer one its head and best items, or its best sentences."""
    whole = paragraph.whole
    if whole.end - whole.start <= WHOLE[passage.language]:
        if paragraph.items or whole.end - whole.start <= LONG[passage.language]:
            return [whole]
    if paragraph.items:
        scored = sorted(
            paragraph.items,
            key=lambda item: (-relevance.score(passage.text[item.start : item.end], passage.language), item.start),
        )
        return [paragraph.head, *sorted(scored[:3], key=lambda item: item.start)]
    pieces = list(sentences(passage, paragraph.head))
    scored = sorted(pieces, key=lambda s: (-relevance.score(passage.text[s.start : s.end], passage.language), s.start))
    kept = sorted(scored[:2], key=lambda s: s.start)
    if len(kept) == 2 and kept[1].start - kept[0].end <= 1:  # neighbours make one quotation
        kept = [Span(kept[0].start, kept[1].end, kept[0].paragraph)]
    return kept
