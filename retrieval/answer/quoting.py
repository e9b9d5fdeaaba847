"""Choose what to quote: the best paragraphs, items and sentences of the best passages."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from retrieval.address import format_item
from retrieval.answer.briefs import is_told, named_case, named_cases
from retrieval.answer.items import worth_of_items
from retrieval.answer.lookup import asks_for_wording
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.parts.nearness import Nearness
from retrieval.parts.relevance import Relevance
from retrieval.parts.spans import LONG, Paragraph, Span, paragraphs, sentences
from retrieval.passage import Passage
from retrieval.ranking.found import Found
from retrieval.ranking.legs import REFERENCE, TOPIC
from retrieval.ranking.priors import asks_for
from retrieval.reading.examples import asks_for_example
from retrieval.reading.interpreted import is_of_no_crime_yet
from retrieval.search import Search

UNITS = 6  # passages quoted at the most
# of the best passage's score, to be quoted: the more is quoted already, the nearer a further passage must be
LEAST_SHARES = (0.36, 0.36, 0.4, 0.4, 0.45)
OF_NEAREST_TOPIC = (
    0.4  # at the most, of the place that answers the nearest topic first; with .3 precision on dev fell by .007
)
BESIDE_NAMED = 3  # passages quoted besides those of the articles that the question names
MOST = {False: 2, True: 4}  # cases, and commentaries, quoted: if the question asks for them or not
LINES = {0: 4, 1: 3}  # lines quoted of the first and the second passage in the editors' words; of the others LATER
# paragraphs quoted of the first and the second passage of law; of the others one, or what topics name
PARAGRAPHS = {0: 3, 1: 2}
LATER = 2
COMPARED = 4  # passages whose parts are compared with the question by meaning too: encoding them takes time
NEAR_BEST = 0.55  # of the best one's score, for a further paragraph or line of the same passage
# characters; a paragraph with items up to here is quoted whole, in the first two passages and in the later ones: of a short
# list the one item that shares a word with the question may be the wrong one
WHOLE, WHOLE_LATER = {"zh": 420, "en": 1500}, {"zh": 300, "en": 1100}
_REFERS_BACK = re.compile(r"前款|前两款|前三款|preceding (?:\d )?paragraph")


@dataclass(frozen=True)
class Quotation:
    """A span to quote."""

    passage: Passage
    span: Span


def choose(
    search: Search, index: Index, relevance: Relevance, nearness: Nearness, most: int = UNITS
) -> list[Quotation]:
    """Return what to quote, law before cases before commentary, the best first in each.

    :param relevance: Scores parts of passages by their words.
    :param nearness: Scores them by their meaning.
    :param most: Passages quoted at the most.
    """
    chosen = _passages(_without_the_impossible(search, index), index, most)
    # stable: where nothing is told, nothing moves
    chosen.sort(key=lambda found: _weight(found.passage.kind) == 1 and not is_told(found.passage, search.question))
    quotations = []
    for rank, found in enumerate(chosen):
        for span in _spans(found.passage, search, index, relevance, nearness, rank):
            quotations.append(Quotation(found.passage, span))
    first = _asked_for_first(search, chosen)
    return sorted(
        quotations, key=lambda quotation: (_weight(quotation.passage.kind) != first, _weight(quotation.passage.kind))
    )


def _without_the_impossible(search: Search, index: Index) -> Search:
    """The search without interpretations of crimes that were none yet on the day asked about, but for those that are named."""
    question = search.question
    named = {name for reference in question.own_references for name in reference.authorities}
    if not question.dated:
        return search
    kept = [
        found
        for found in search.found
        if found.passage.authority in named or not is_of_no_crime_yet(found.passage, index, question.as_of)
    ]
    return replace(search, found=kept)


def _asked_for_first(search: Search, chosen: list[Found]) -> int:
    """What comes before all else: a case or a commentary if that is what the question is about, else the law."""
    if named_case(search) or (
        asks_for_example(search.question.text) and any(_weight(f.passage.kind) == 1 for f in chosen)
    ):
        return 1
    kind = search.found[0].passage.kind if search.found else Kind.STATUTE
    return _weight(kind) if asks_for(search.question, kind) else 0


def _weight(kind: Kind) -> int:
    if kind in (Kind.CASE, Kind.PENALTY):
        return 1
    return 2 if kind in (Kind.COMMENTARY, Kind.DOCUMENT) else 0


def _passages(search: Search, index: Index, most: int) -> list[Found]:
    """The passages worth quoting: those that the question names, and those whose score is near the best."""
    named_articles = (
        sum(1 for found in search.found if REFERENCE in found.ranks) if search.question.own_references else 0
    )
    if named_articles and asks_for_wording(search.question):
        return [found for found in search.found if REFERENCE in found.ranks][:most]
    others = [found.score for found in search.found if REFERENCE not in found.ranks]
    only = _named_cases(search)
    best = max(others, default=0.0)
    if only:
        best = max((f.score for f in search.found if f.passage.authority in only), default=best)
    cases = named_cases(search, index)
    # of several each is quoted, by what it has that is nearest
    best_of = _best_of(cases, search) if len(cases) > 1 else {}
    of_case: Counter[str] = Counter()
    limit = min(most, named_articles + BESIDE_NAMED) if named_articles else most
    chosen: list[Found] = []
    of_kind: Counter[int] = Counter()
    for found in search.found:
        weight = _weight(found.passage.kind)
        if REFERENCE not in found.ranks:
            share = LEAST_SHARES[min(len(chosen), len(LEAST_SHARES) - 1)]
            told = found.passage.authority in only and is_told(found.passage, search.question)
            if found.ranks.get(TOPIC) == 1:
                share = min(share, OF_NEAREST_TOPIC)
            own_best = best_of.get(found.passage.authority, best)
            if (found.score < share * own_best and not told) or (only and found.passage.authority not in only):
                continue
            is_asked = bool(only) or asks_for(search.question, found.passage.kind)
            if weight and not told and of_kind[weight] >= MOST[is_asked]:
                continue
            enough = of_case[found.passage.authority] >= max(1, MOST[True] // len(cases)) if best_of else False
            if enough and found.passage.authority in cases and not told:
                continue
        chosen.append(found)
        of_kind[weight] += 1
        of_case[found.passage.authority] += 1
        if len(chosen) >= limit:
            break
    return chosen


def _best_of(cases: Iterable[str], search: Search) -> dict[str, float]:
    """The score of each case's best passage."""
    return {case: max((f.score for f in search.found if f.passage.authority == case), default=0.0) for case in cases}


def _named_cases(search: Search) -> set[str]:
    """The cases that the question names: what is asked of a case stands in its brief."""
    if not named_case(search):
        return set()
    return {name for r in search.question.references if not r.article for name in r.authorities}


def _spans(
    passage: Passage, search: Search, index: Index, relevance: Relevance, nearness: Nearness, rank: int
) -> list[Span]:
    """The spans to quote of a passage, in the order of its text."""
    if asks_for(search.question, passage.kind):
        rank = min(rank, 1)  # what the question asks for is quoted as fully as what was found first
    own = paragraphs(passage)
    places = [
        (r.paragraph, r.item)
        for r in search.question.own_references
        if r.article and r.address(passage.authority).article == passage.article and passage.authority in r.authorities
    ]
    asked = {paragraph for paragraph, _ in places if paragraph and any(p.head.paragraph == paragraph for p in own)}
    if not passage.article:  # of a text told in prose, the lines that tell of the article that is asked for
        asked = {p.head.paragraph for p in own if relevance.tells_of_asked(passage, p.whole)}
    items = {(paragraph, format_item(item)) for paragraph, item in places if item}
    whole = (None, None) in places or not asked
    as_of = search.question.as_of
    in_part = passage.is_law_in_part(as_of)
    if passage.article and len(passage.text) <= LONG[passage.language] and not passage.part and whole and not in_part:
        return [Span(0, len(passage.text), own[0].head.paragraph)]
    if (None, None) in places and asks_for_wording(search.question):
        return _joined(passage, [p.whole for p in own])
    near = nearness.scores(passage, [p.whole for p in own]) if rank < COMPARED else [0.0] * len(own)
    pinpointed = search.pinpoints.get(passage.unit, frozenset())
    scores = {p.head.start: relevance.score_span(passage, p.whole) + more for p, more in zip(own, near, strict=True)}
    top = max(scores.values(), default=0.0)
    ranked = sorted(
        own,
        key=lambda p: (
            p.head.paragraph not in asked, p.head.paragraph not in pinpointed, -scores[p.head.start], p.head.start,
        ),
    )  # fmt: skip
    if asked and (None, None) not in places:
        kept = [p for p in ranked if p.head.paragraph in asked]
    else:
        most = (
            max(PARAGRAPHS.get(rank, 1), min(len(pinpointed), PARAGRAPHS[0]))
            if passage.article
            else LINES.get(rank, LATER)
        )
        limit = most + len(asked)
        kept = [
            p
            for number, p in enumerate(ranked[:limit])
            if number == 0 or p.head.paragraph in asked | pinpointed or scores[p.head.start] >= NEAR_BEST * top
        ]
    if (
        in_part
    ):  # what was not yet the law on the day is quoted only if it is what the question is about: that it was not
        named = asked | pinpointed
        kept = [p for p in kept if p.head.paragraph in named or passage.in_force_on(as_of, p.head.paragraph) != "fail"]
    answering = set(kept)
    if rank < LATER and passage.article:
        kept = _with_preceding(passage, own, kept)
    elif rank < LATER and not asked:
        kept = _with_following(own, kept)
    # what is asked for and what topics name first, then the order of the text; a paragraph only referred to comes last
    ordered = sorted(
        kept,
        key=lambda p: (
            p.head.paragraph not in asked, p.head.paragraph not in pinpointed,
            bool(passage.article) and p not in answering, p.head.start,
        ),
    )  # fmt: skip
    worth = worth_of_items(passage, search, index)
    spans = [span for p in ordered for span in _asked_items(p, items) or _cut(passage, p, relevance, rank, worth)]
    return _joined(passage, spans)


def _asked_items(paragraph: Paragraph, asked: set[tuple[int | None, str]]) -> list[Span]:
    """The items of a paragraph that the question names, below the words that they belong to."""
    named = [item for item in paragraph.items if (item.paragraph, item.item) in asked]
    return [paragraph.head, *named] if named else []


def _with_following(own: list[Paragraph], kept: list[Paragraph]) -> list[Paragraph]:
    """Prose goes on: what is said of a point stands in the next line as often as in the line itself."""
    following = own[own.index(kept[0]) + 1 :][:1]
    return list(dict.fromkeys([*kept, *following]))


def _with_preceding(passage: Passage, own: list[Paragraph], kept: list[Paragraph]) -> list[Paragraph]:
    """A paragraph that refers to the preceding one cannot be read without it."""
    result = list(kept)
    for paragraph in kept[:1]:
        position = own.index(paragraph)
        if position and _REFERS_BACK.search(passage.text[paragraph.head.start : paragraph.head.end]):
            result.append(own[position - 1])
    return list(dict.fromkeys(result))


def _cut(
    passage: Passage, paragraph: Paragraph, relevance: Relevance, rank: int, worth: Callable[[Span], float]
) -> list[Span]:
    """A paragraph of fair length whole; of a longer one its head and best items, or its best sentences."""
    whole = paragraph.whole
    length = whole.end - whole.start
    shorter_than = WHOLE if rank < LATER else WHOLE_LATER
    if length <= LONG[passage.language] or (paragraph.items and length <= shorter_than[passage.language]):
        return [whole]
    if paragraph.items:
        best = sorted(
            paragraph.items, key=lambda item: (-relevance.score_span(passage, item) - worth(item), item.start)
        )
        return [paragraph.head, *sorted(best[: 3 if rank < LATER else 1], key=lambda item: item.start)]
    best = sorted(sentences(passage, paragraph.head), key=lambda s: (-relevance.score_span(passage, s), s.start))
    return sorted(best[:2], key=lambda s: s.start)


def _joined(passage: Passage, spans: list[Span]) -> list[Span]:
    """Neighbours of one paragraph, and neighbouring lines without an address of their own, make one quotation."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        between = passage.text[last.end : span.start] if last else ""
        # a quotation with a blank line in it would read as if it ended there
        near = last is not None and not between.strip() and between.count("\n") < 2
        if last and near and (not passage.article or (last.paragraph == span.paragraph and not span.item)):
            joined[-1] = Span(last.start, span.end, last.paragraph)
        else:
            joined.append(span)
    return joined
